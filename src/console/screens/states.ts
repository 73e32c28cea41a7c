import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { inWords } from '../fault.ts';
import type { Why } from '../fault.ts';
import { t } from '../texts.ts';
import type { ConsoleKey } from '../texts.ts';

/** What a screen shows when it has nothing to show yet, or nothing at all. */

export const loading = (): TemplateResult => html`<p class="quiet">${t('loading')}</p>`;

/** What went wrong, why, and one button that tries again. */
export const failed = (
  words: ConsoleKey,
  why: Why,
  retry: () => unknown,
  headingId?: string,
): TemplateResult => html`
  <div class="fault">
    <p class="strong" id=${headingId ?? nothing} tabindex=${headingId ? '-1' : nothing}>
      ${t(words)}
    </p>
    <p>${inWords(why)}</p>
    <button class="button" type="button" @click=${() => void retry()}>${t('retry')}</button>
  </div>
`;

export const empty = (title: ConsoleKey, help: ConsoleKey): TemplateResult => html`
  <div class="empty">
    <p class="strong">${t(title)}</p>
    <p>${t(help)}</p>
  </div>
`;

/** A bug of ours: the rest of the page cannot be trusted either. */
export const brokenScreen = (): TemplateResult => html`
  <main class="alone">
    <h1>${t('title.console')}</h1>
    <p role="alert">${t('fault.screen')}</p>
  </main>
`;
