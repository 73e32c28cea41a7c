import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { focusField } from '../focus.ts';
import type { Texts } from '../texts.ts';

export interface ShownError {
  /** Id of the control. */
  id: string;
  /** The same words as at the field. */
  text: string;
}

/** What is wrong, above the fields; each line leads to its field. Takes focus after "Verder". */
export const errorSummary = (
  texts: Texts,
  errors: readonly ShownError[],
): TemplateResult | typeof nothing =>
  errors.length === 0
    ? nothing
    : html`<div
        class="summary"
        part="error"
        role="group"
        aria-labelledby="summary"
        tabindex="-1"
        data-errors
      >
        <h3 id="summary">${texts.t('frame:errors.title', { count: errors.length })}</h3>
        <ul>
          ${errors.map(
            ({ id, text }) =>
              html`<li>
                <a href="#${id}" @click=${(event: Event) => jump(event, id)}>${text}</a>
              </li>`,
          )}
        </ul>
      </div>`;

/** A fragment cannot point into a shadow root, and would change the address. */
function jump(event: Event, id: string): void {
  event.preventDefault();
  focusField((event.currentTarget as HTMLElement).getRootNode() as ShadowRoot, id);
}
