import { html } from 'hono/html';
import type { Html, PlainPage } from './page.ts';
import { pictogram } from './pictogram.ts';
import { numbersInOrder } from './say.ts';

/** One template for each way of asking, the same for every question of that kind. */

export interface Field {
  page: PlainPage;
  /** Of the first control: what the error summary leads to. */
  id: string;
  name: string;
  label: Html;
  hint?: Html | undefined;
  why?: Html | undefined;
  error?: string | undefined;
  optional?: boolean;
}

export interface Option {
  value: string;
  label: Html;
  hint?: Html | undefined;
  pictogram?: string | undefined;
}

const describedBy = ({ id, hint, error }: Field): Html | '' => {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return ids ? html`aria-describedby="${ids}"` : '';
};

const optionalMark = ({ page, optional }: Field): Html | '' =>
  optional ? html` <span class="optional">${page.say('frame:optional')}</span>` : '';

const around = ({ id, hint, error, page }: Field): Html => html`
  ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
  ${
    error
      ? html`<p class="error" id="${id}-error">
          ${numbersInOrder(page.words.t('frame:error', { text: error }))}
        </p>`
      : ''
  }
`;

export const whyDisclosure = (page: PlainPage, why: Html | undefined): Html | '' =>
  why
    ? html`<details class="why">
        <summary>${page.say('frame:why')}</summary>
        <p>${why}</p>
      </details>`
    : '';

export interface TextField extends Field {
  value: string;
  kind: 'text' | 'long' | 'tel' | 'email';
  limit: number;
  autocomplete?: string | undefined;
  short?: boolean;
  ltr?: boolean;
  /** Shown a second time, now with this field: here it goes on. */
  focus?: boolean;
}

export function textField(field: TextField): Html {
  const { id, name, error, kind } = field;
  const shared = html`id="${id}" name="${name}" maxlength="${field.limit}" ${describedBy(field)}
  ${error ? html`aria-invalid="true"` : ''} ${field.focus ? html`autofocus` : ''}
  ${field.ltr ? html`dir="ltr"` : html`dir="auto"`}`;
  return html`<div class="field ${error ? 'invalid' : ''}">
    <label class="name" for="${id}">${field.label}${optionalMark(field)}</label>
    ${around(field)}
    ${
      kind === 'long'
        ? html`<textarea class="text" rows="4" ${shared}>${field.value}</textarea>`
        : html`<input
            class="text ${field.short ? 'short' : ''}"
            type="${kind}"
            value="${field.value}"
            ${field.autocomplete ? html`autocomplete="${field.autocomplete}"` : ''}
            ${shared}
          />`
    }
    ${whyDisclosure(field.page, field.why)}
  </div>`;
}

export interface ChoiceField extends Field {
  options: readonly Option[];
  chosen: readonly string[];
  several?: boolean;
  tiles?: boolean;
  /** The screen's heading asks it already. */
  labelHidden?: boolean;
  /** More than this are behind "Meer laten zien". */
  atOnce?: number;
  focus?: boolean;
}

export function choiceField(field: ChoiceField): Html {
  const { page, id, name, options, chosen, error, tiles } = field;
  const atOnce = field.atOnce ?? options.length;
  const option = ({ value, label, hint, pictogram: picture }: Option, index: number): Html =>
    html`<label class="option ${tiles ? 'tile' : ''}">
      <input
        type="${field.several ? 'checkbox' : 'radio'}"
        id="${index === 0 ? id : `${id}-${value}`}"
        name="${name}"
        value="${value}"
        ${chosen.includes(value) ? html`checked` : ''}
        ${index === 0 && field.focus ? html`autofocus` : ''}
      />
      ${picture ? pictogram(picture) : ''}
      <span
        >${label}${hint ? html`<small>${hint}</small>` : ''}
        ${
          tiles
            ? html`<span class="mark" aria-hidden="true">✓ ${page.say('frame:chosen')}</span>`
            : ''
        }</span
      >
    </label>`;
  const group = tiles ? 'tiles' : 'options';
  // "Iets anders" and "Weet ik niet" end the list and are always in sight.
  const last = options.slice(-2);
  const known = tiles ? options.slice(0, -2) : options;
  const hidden = tiles ? known.slice(atOnce) : [];
  const open = hidden.some(({ value }) => chosen.includes(value));
  return html`<fieldset class="${error ? 'invalid' : ''}" ${describedBy(field)}>
    <legend class="${field.labelHidden ? 'visually-hidden' : ''}">
      ${field.label}${optionalMark(field)}
    </legend>
    ${around(field)}
    <div class="${group}">
      ${known.slice(0, tiles ? atOnce : undefined).map(option)}
      ${tiles && !hidden.length ? last.map((each, at) => option(each, known.length + at)) : ''}
    </div>
    ${
      hidden.length
        ? html`<details class="more" ${open ? html`open` : ''}>
              <summary class="link">${page.say('frame:more')}</summary>
              <div class="tiles">${hidden.map((each, at) => option(each, atOnce + at))}</div>
            </details>
            <div class="tiles">${last.map((each, at) => option(each, options.length + at))}</div>`
        : ''
    }
    ${whyDisclosure(page, field.why)}
  </fieldset>`;
}

/** Buttons that act at once. */
export const rowsField = ({
  name,
  options,
}: {
  name: string;
  options: readonly (Option & { tone: 'danger' | 'calm' })[];
}): Html =>
  html`<ul class="rows">
    ${options.map(
      (option) =>
        html`<li>
          <button class="row ${option.tone}" name="${name}" value="${option.value}">
            ${option.pictogram ? pictogram(option.pictogram) : ''}
            <span
              ><strong>${option.label}</strong>
              ${option.hint ? html`<small>${option.hint}</small>` : ''}</span
            >
          </button>
        </li>`,
    )}
  </ul>`;

export const toggleField = ({
  id,
  name,
  label,
  checked,
}: {
  id: string;
  name: string;
  label: Html;
  checked: boolean;
}): Html =>
  html`<label class="option">
    <input type="checkbox" id="${id}" name="${name}" value="yes" ${checked ? html`checked` : ''} />
    <span>${label}</span>
  </label>`;
