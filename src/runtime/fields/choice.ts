import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { pictogram } from '../pictogram.ts';
import type { Texts } from '../texts.ts';
import { errorLine, optionalMark, whyDisclosure } from './text.ts';

export interface Option {
  value: string;
  label: string;
  hint?: string;
  /** Path of a Material Symbol. */
  pictogram?: string;
}

export interface ChoiceField {
  texts: Texts;
  /** Of the group; its first control has it too, for the error summary. */
  id: string;
  /** The question; hidden when the screen's heading asks it already. */
  label: string;
  labelHidden?: boolean;
  options: readonly Option[];
  chosen: readonly string[];
  change: (chosen: readonly string[]) => void;
  /** Any number of them. */
  several?: boolean;
  tiles?: boolean;
  hint?: string;
  why?: string;
  optional?: boolean;
  error?: string;
}

/**
 * Radios or checkboxes, as large as a thumb. A choice marks; it never goes on by itself. Chosen is
 * said in words as well as shown.
 */
export function choiceField(field: ChoiceField): TemplateResult {
  const { texts, id, label, hint, error, options, chosen, several } = field;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const toggle = (value: string, on: boolean) =>
    field.change(
      several ? [...chosen.filter((each) => each !== value), ...(on ? [value] : [])] : [value],
    );
  return html`<fieldset
    class=${error ? 'invalid' : ''}
    part="field"
    aria-describedby=${described || nothing}
  >
    <legend part="label" class=${field.labelHidden ? 'visually-hidden' : ''}>
      ${label}${optionalMark(texts, field.optional)}
    </legend>
    ${hint ? html`<p class="hint" part="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${errorLine(texts, id, error)}
    <div class=${field.tiles ? 'tiles' : 'options'}>
      ${options.map(
        (option, index) =>
          html`<label class="option ${field.tiles ? 'tile' : ''}">
            <input
              id=${index === 0 ? id : `${id}-${option.value}`}
              type=${several ? 'checkbox' : 'radio'}
              name=${id}
              .value=${option.value}
              .checked=${chosen.includes(option.value)}
              @change=${(event: Event) =>
                toggle(option.value, (event.target as HTMLInputElement).checked)}
            />
            ${option.pictogram ? pictogram(option.pictogram) : nothing}
            <span
              >${option.label}${option.hint ? html`<small>${option.hint}</small>` : nothing}
              ${
                field.tiles
                  ? html`<span class="mark" aria-hidden="true">✓ ${texts.t('frame:chosen')}</span>`
                  : nothing
              }</span
            >
          </label>`,
      )}
    </div>
    ${whyDisclosure(texts, field.why)}
  </fieldset>`;
}
