import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { inTwo, outagesAt } from '../../../src/contract/outages-shown.ts';
import { overDutch } from '../../../src/runtime/dutch.ts';
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
  const { language, beside } = form.host.texts;
  const shown = outagesAt(profile.outages ?? [], clock(), postcode);
  if (!shown.length) return nothing;
  return html`${shown.map(({ words, text }) => {
    const dutch = inTwo(words['nl'], postcode);
    const [what, rest] = words[language] ? inTwo(words[language], postcode) : dutch;
    const say = (text: string, there: string) =>
      beside && words[language] ? overDutch(text, there) : withNumbers(text);
    return html`<div class="notice">
      <p><strong>${say(what, dutch[0])}</strong></p>
      <p>${say(rest, dutch[1])}</p>
      ${text ? html`<p lang="nl" dir="ltr">${text}</p>` : nothing}
    </div>`;
  })}`;
}
