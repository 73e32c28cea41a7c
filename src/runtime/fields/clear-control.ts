import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Texts } from '../texts.ts';

export interface Clearable {
  clearing: boolean;
  /** Asks, or stops asking. */
  askToClear(asking: boolean): void;
  restart(): void;
}

/** "Wis alles" asks once, and is never beside "Verder" or "Verstuur". */
export const clearControl = (texts: Texts, form: Clearable): TemplateResult => html`
  <div class="clear no-print" role="status">
    ${
      form.clearing
        ? html`<p><strong>${texts.t('frame:clear.sure')}</strong></p>
            <div class="actions">
              <button
                type="button"
                class="button"
                id="clear-no"
                @click=${() => form.askToClear(false)}
              >
                ${texts.t('frame:clear.no')}
              </button>
              <button type="button" class="link" @click=${() => form.restart()}>
                ${texts.t('frame:clear.yes')}
              </button>
            </div>`
        : html`<button type="button" class="link" id="clear" @click=${() => form.askToClear(true)}>
            ${texts.t('frame:clear')}
          </button>`
    }
  </div>
`;
