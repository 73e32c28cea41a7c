import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keysFor } from './stops.ts';

export interface Group {
  id: string;
  label: string | TemplateResult;
  options: readonly { value: string; label: string; said?: string }[];
  chosen: readonly string[];
  several?: boolean;
  error?: string | undefined;
  hint?: string | undefined;
  /** The number that stands before each, when not one, two, three. */
  numbers?: readonly number[];
  /** Under one another, to be read aloud one by one. */
  script?: boolean;
  change: (values: readonly string[]) => void;
}

/** A few choices in a row, each with the key that chooses it. */
export function group(field: Group): TemplateResult {
  const { id, options, chosen, several = false, error, hint } = field;
  const keys = keysFor(
    options.map(({ label }) => label),
    field.numbers as number[] | undefined,
  );
  const toggle = (value: string, on: boolean) =>
    field.change(
      several
        ? options.map((each) => each.value).filter((v) => (v === value ? on : chosen.includes(v)))
        : [value],
    );
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<fieldset
    data-stop=${id}
    class="group ${field.script ? 'script' : ''}"
    aria-describedby=${described || nothing}
    aria-invalid=${error ? 'true' : nothing}
  >
    <legend>${field.label}</legend>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
    <div class="row">
      ${options.map(
        ({ value, label, said }, index) =>
          html`<label class="option">
            <input
              type=${several ? 'checkbox' : 'radio'}
              name=${id}
              id="${id}-${value}"
              data-keys=${(keys[index] ?? []).join(' ')}
              .checked=${chosen.includes(value)}
              @change=${(event: Event) => toggle(value, (event.target as HTMLInputElement).checked)}
            />
            <kbd aria-hidden="true">${(keys[index]?.[0] ?? '').toUpperCase()}</kbd>
            <span>${said ? html`<q>${said}</q>` : label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

export interface Box {
  id: string;
  label: string;
  value: string;
  kind?: 'text' | 'tel' | 'email' | 'long';
  hint?: string | undefined;
  error?: string | undefined;
  short?: boolean;
  change: (typed: string) => void;
}

/** A text box of one line; or of a few, in which Shift+Enter begins another. */
export function box(field: Box): TemplateResult {
  const { id, kind = 'text', hint, error, value } = field;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const typed = (event: Event) => field.change((event.target as HTMLInputElement).value);
  return html`<div class="box ${field.short ? 'short' : ''} ${kind}">
    <label for=${id}>${field.label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
    ${
      kind === 'long'
        ? html`<textarea
            id=${id}
            data-stop=${id}
            rows="2"
            autocomplete="off"
            aria-describedby=${described || nothing}
            aria-invalid=${error ? 'true' : nothing}
            .value=${value}
            @input=${typed}
          ></textarea>`
        : html`<input
            id=${id}
            data-stop=${id}
            type=${kind}
            autocomplete="off"
            spellcheck="false"
            aria-describedby=${described || nothing}
            aria-invalid=${error ? 'true' : nothing}
            .value=${value}
            @input=${typed}
          />`
    }
  </div>`;
}

/** Yes, or not said. Reached by Tab: Enter does not stop at what is seldom needed. */
export const tick = (
  id: string,
  label: string,
  checked: boolean,
  change: (on: boolean) => void,
): TemplateResult =>
  html`<label class="option tick">
    <input
      type="checkbox"
      id=${id}
      .checked=${checked}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
