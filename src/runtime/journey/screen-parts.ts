import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** What the screens of every journey begin and end with. */

/** The heading of a screen, what it says under it, and what is wrong on it. */
export const screenHeading = (
  title: string,
  intro?: string,
  summary: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<h2 part="heading" tabindex="-1" data-heading>${title}</h2>
    ${intro ? html`<p class="soft">${intro}</p>` : nothing} ${summary}`;

/** "Verder", or the button that says what it does. */
export const onwardButton = (words: string, press: () => void): TemplateResult =>
  html`<div class="actions no-print">
    <button type="button" class="button primary" part="submit" @click=${press}>${words}</button>
  </div>`;
