import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Address } from '../../contract/repair-request.ts';
import { errorOf } from './answers.ts';
import type { Call } from './call.ts';
import { box, tick } from './group.ts';

/** Postcode and number; or street, number and town. */
export function address(call: Call): TemplateResult {
  const { texts, journey } = call;
  const value = journey.state.answers.address ?? {};
  const byStreet = value.street !== undefined;
  const set = (part: keyof Address, typed: string) =>
    call.answer('address', { ...journey.state.answers.address, [part]: typed });
  const part = (name: keyof Address, short = true) =>
    box({
      id: `address-${name}`,
      label: texts.any(`frame:address.${name}.label`),
      value: value[name] ?? '',
      error: errorOf(call, `address.${name}`),
      short,
      change: (typed) => set(name, typed),
    });
  const { number, addition } = value;
  return html`<div class="line-of-boxes">
      ${byStreet ? part('street', false) : part('postcode')} ${part('number')}
      ${addition === undefined ? nothing : part('addition')}
      ${byStreet ? part('city', false) : nothing}
    </div>
    ${tick('address-by-street', texts.t('frame:address.no-postcode'), byStreet, (on) =>
      call.answer('address', {
        ...(number === undefined ? {} : { number }),
        ...(addition === undefined ? {} : { addition }),
        ...(on ? { street: '', city: '' } : {}),
      }),
    )}`;
}
