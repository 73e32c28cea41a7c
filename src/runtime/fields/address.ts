import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Address } from '../../contract/repair-request.ts';
import type { Texts } from '../texts.ts';
import { textField, whyDisclosure } from './text.ts';

export interface AddressField {
  texts: Texts;
  value: Address;
  /** From the address as it is by then: a browser that fills in does all fields at once. */
  change: (make: (now: Address) => Address) => void;
  why: string;
  /** The sentence for a part ("postcode"), already translated. */
  errorOf: (part: keyof Address) => string | undefined;
}

/** Postcode and number in any notation; or, when the postcode is not known, the street and the town. */
export function addressField(field: AddressField): TemplateResult {
  const { texts, value } = field;
  const { t } = texts;
  const byStreet = value.street !== undefined;
  const set = (part: keyof Address, typed: string) =>
    field.change((now) => ({ ...now, [part]: typed }));
  const swap = () =>
    field.change(({ number, addition }) => ({
      number,
      addition,
      ...(byStreet ? {} : { street: '', city: '' }),
    }));
  const part = (
    name: keyof Address,
    more: Partial<Parameters<typeof textField>[0]> = {},
  ): TemplateResult =>
    textField({
      texts,
      id: `address-${name}`,
      label: t(`frame:address.${name}.label`),
      value: value[name] ?? '',
      error: field.errorOf(name),
      change: (typed) => set(name, typed),
      ...more,
    });
  return html`
    ${
      byStreet
        ? part('street', { autocomplete: 'address-line1' })
        : part('postcode', {
            hint: t('frame:address.postcode.hint'),
            autocomplete: 'postal-code',
            ltr: true,
            short: true,
          })
    }
    ${part('number', { ltr: true, short: true })}
    ${part('addition', { ltr: true, short: true, optional: true })}
    ${byStreet ? part('city', { autocomplete: 'address-level2' }) : ''}
    <button type="button" class="link" @click=${swap}>
      ${t(byStreet ? 'frame:address.with-postcode' : 'frame:address.no-postcode')}
    </button>
    <div class="field">${whyDisclosure(texts, field.why)}</div>
  `;
}
