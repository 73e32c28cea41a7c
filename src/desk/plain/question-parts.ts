import { html } from 'hono/html';
import { LIMITS } from '../../contract/checks.ts';
import { UNKNOWN } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { details } from '../../contract/triage/tree.ts';
import { choiceField, textField } from './fields.ts';
import type { Html, PlainPage } from './page.ts';
import { type ADDRESS_PARTS, nameOf } from './read-answers.ts';

/** The two kinds that are made of several fields. */

/** The id of the control of a field of `FieldError`. */
export const controlId = (field: string): string => field.replaceAll('.', '-');

const YES_NO = ['yes', 'no', 'unknown'];

/** One follow-up question of the chosen problem. */
export function detailField(part: string, page: PlainPage, answers: RepairAnswers): Html {
  const detail = details.find((each) => each.id === part);
  if (!detail) return html``;
  const given = answers.details?.[part] ?? '';
  const field = {
    page,
    id: controlId(`details.${part}`),
    name: nameOf('details', part),
    label: page.say(`triage:detail.${part}`),
  };
  if (detail.kind === 'text')
    return textField({ ...field, kind: 'text', limit: LIMITS.text, value: given, optional: true });
  const values = detail.kind === 'yes-no' ? YES_NO : [...(detail.options ?? []), UNKNOWN];
  const label = (value: string): Html => {
    if (value === UNKNOWN) return page.say('frame:option.unknown');
    return page.say(
      YES_NO.includes(value) ? `frame:${value}` : `triage:detail.${part}.option.${value}`,
    );
  };
  const options = values.map((value) => ({ value, label: label(value) }));
  return choiceField({ ...field, options, chosen: [given] });
}

/** A postcode and a number; and for who does not know the postcode, street and town behind a fold. */
export function addressField(
  page: PlainPage,
  { address = {} }: RepairAnswers,
  errorOf: (field: string) => string | undefined,
): Html {
  const part = (name: (typeof ADDRESS_PARTS)[number], more: object = {}) =>
    textField({
      page,
      id: controlId(`address.${name}`),
      name: nameOf('address', name),
      label: page.say(`frame:address.${name}.label`),
      error: errorOf(`address.${name}`),
      kind: 'text',
      limit: LIMITS.text,
      value: address[name] ?? '',
      ...more,
    });
  const short = { short: true, ltr: true };
  const byStreet = address.street ?? address.city;
  return html`${part('postcode', {
      ...short,
      hint: page.say('frame:address.postcode.hint'),
      autocomplete: 'postal-code',
    })}
    ${part('number', short)} ${part('addition', { ...short, optional: true })}
    <details class="more" ${byStreet === undefined ? '' : html`open`}>
      <summary class="link">${page.say('frame:address.no-postcode')}</summary>
      ${part('street', { autocomplete: 'address-line1' })}
      ${part('city', { autocomplete: 'address-level2' })}
    </details>`;
}
