import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { outagesAt } from '../../../src/contract/outages-shown.ts';
import { withNumbers } from '../../../src/runtime/numbers.ts';
import type { FirstScreens } from '../gate.ts';

/**
 * What the association already knows to be broken: at her postcode, or, as long as nobody knows that,
 * everywhere. It never stands in the way: she may report it all the same.
 */
export function outageNotices(
  form: FirstScreens,
  postcode: string | undefined,
): TemplateResult | typeof nothing {
  const { profile, clock } = form.ports;
  const { language } = form.host.texts;
  const shown = outagesAt(profile.outages ?? [], clock(), postcode);
  if (!shown.length) return nothing;
  return html`${shown.map(({ words, text }) => {
    const [what = '', where = '', ...more] = words[language] ?? words['nl'] ?? [];
    const rest = postcode ? more : [where, ...more];
    return html`<div class="notice">
      <p><strong>${what}</strong></p>
      <p>${withNumbers(rest.join(' '))}</p>
      ${text ? html`<p lang="nl" dir="ltr">${text}</p>` : nothing}
    </div>`;
  })}`;
}
