import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { withNumbers } from '../numbers.ts';
import type { Texts } from '../texts.ts';

export interface TextField {
  texts: Texts;
  /** Of the control; the error summary links to it. */
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  hint?: string;
  /** Says why it is asked, on demand: every personal field has it. */
  why?: string;
  /** Says so in words beside the label. */
  optional?: boolean;
  /** The sentence, already translated. */
  error?: string;
  kind?: 'text' | 'tel' | 'email' | 'long';
  autocomplete?: AutoFill;
  /** Reads left to right whatever the language. */
  ltr?: boolean;
  short?: boolean;
  limit?: number;
}

const INPUT_MODE = { text: nothing, long: nothing, tel: 'tel', email: 'email' } as const;

/**
 * Label above, hint between label and field, no placeholder, no native validation: a native
 * `required` field that is empty is announced as "invalid" at first focus (Firefox, Orca 43).
 */
export function textField(field: TextField): TemplateResult {
  const { texts, id, label, hint, why, error, kind = 'text' } = field;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  // Some browsers fill a field in by themselves with a change and no input.
  const typed = (event: Event) =>
    field.change((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  const classes = `text${field.short ? ' short' : ''}${field.ltr ? ' ltr' : ''}`;
  return html`<div class="field ${error ? 'invalid' : ''}" part="field">
    <label class="name" part="label" for=${id}
      >${label}${optionalMark(texts, field.optional)}</label
    >
    ${hint ? html`<p class="hint" part="hint" id="${id}-hint">${withNumbers(hint)}</p>` : nothing}
    ${errorLine(texts, id, error)}
    ${
      kind === 'long'
        ? html`<textarea
            id=${id}
            class=${classes}
            rows="4"
            .value=${field.value}
            aria-describedby=${described || nothing}
            aria-invalid=${error ? 'true' : nothing}
            @input=${typed}
            @change=${typed}
          ></textarea>`
        : html`<input
            id=${id}
            class=${classes}
            type=${kind}
            inputmode=${INPUT_MODE[kind]}
            autocomplete=${field.autocomplete ?? 'off'}
            .value=${field.value}
            aria-required=${field.optional ? nothing : 'true'}
            aria-describedby=${described || nothing}
            aria-invalid=${error ? 'true' : nothing}
            @input=${typed}
            @change=${typed}
            @keydown=${enter}
          />`
    }
    ${whyDisclosure(texts, why)}
  </div>`;
}

/** Enter in a single-line field does what it does in any form: it presses "Verder" or "Verstuur". */
function enter(event: KeyboardEvent): void {
  // While a keyboard with suggestions is open, Enter chooses one.
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>('[part~="submit"]')?.click();
}

export const optionalMark = (texts: Texts, optional?: boolean): TemplateResult | typeof nothing =>
  optional ? html` <span class="optional soft">${texts.t('frame:optional')}</span>` : nothing;

export const errorLine = (
  texts: Texts,
  id: string,
  error?: string,
): TemplateResult | typeof nothing =>
  error
    ? html`<p class="error" part="error" id="${id}-error">
        ${withNumbers(texts.t('frame:error', { text: error }))}
      </p>`
    : nothing;

/** "Waarom vragen wij dit?" */
export const whyDisclosure = (texts: Texts, why?: string): TemplateResult | typeof nothing =>
  why
    ? html`<details class="why no-print">
        <summary>${texts.t('frame:why')}</summary>
        <p>${why}</p>
      </details>`
    : nothing;
