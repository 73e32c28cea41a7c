import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallId } from '../../../src/contract/triage/danger.ts';
import call from '../../../src/generated/pictograms/call.ts';
import type { TextKey } from '../../../src/generated/text-keys.ts';
import { withNumbers } from '../../../src/runtime/numbers.ts';
import { pictogram } from '../../../src/runtime/pictogram.ts';
import type { FirstScreens } from '../gate.ts';

/** The heading of a screen, what it says under it, and what is wrong on it. */
export function heading(form: FirstScreens, title: TextKey, intro?: TextKey): TemplateResult {
  const { texts } = form.host;
  return html`<h2 part="heading" tabindex="-1" data-heading>${texts.t(title)}</h2>
    ${intro ? html`<p class="soft">${texts.t(intro)}</p>` : nothing} ${form.summary?.() ?? nothing}`;
}

/** "Verder". */
export const onward = (
  form: FirstScreens,
  goOn = (): void => form.dispatch({ type: 'continue' }),
): TemplateResult =>
  html`<div class="actions no-print">
    <button type="button" class="button primary" part="submit" @click=${goOn}>
      ${form.host.texts.t('frame:continue')}
    </button>
  </div>`;

/** `shown` as people read it, `tel` as a phone dials it; the lift has a number of its own on it. */
export function numberOf(
  form: FirstScreens,
  id: CallId,
): { shown: string; tel: string } | undefined {
  switch (id) {
    case '112':
      return { shown: '112', tel: '112' };
    case 'grid':
      return { shown: '0800-9009', tel: '08009009' };
    case 'police':
      return { shown: '0900-8844', tel: '09008844' };
    case 'urgent':
      return form.ports.profile.urgentPhone;
    case 'lift':
      return undefined;
  }
}

/** Call buttons, the likeliest first, and the second number for when nobody answers. */
export function callButtons(form: FirstScreens, calls: readonly CallId[]): TemplateResult {
  const { t, any } = form.host.texts;
  const second = form.ports.profile.urgentPhoneSecond;
  const buttons = calls.flatMap((id) => {
    const number = numberOf(form, id);
    return number ? [{ number, text: any(`danger:call.${id}`) }] : [];
  });
  return html`<div class="calls">
    ${buttons.map(
      ({ number, text }, index) =>
        html`<a class="button call ${index === 0 ? 'first' : ''}" href="tel:${number.tel}">
          ${pictogram(call)}
          <span
            >${withNumbers(text)}${
              text.includes(number.shown)
                ? nothing
                : html` <span class="apart">${withNumbers(number.shown)}</span>`
            }</span
          >
        </a>`,
    )}
    ${
      calls.includes('urgent')
        ? html`<p>${t('danger:call.nobody')}</p>
            <a class="button call" href="tel:${second.tel}">
              ${pictogram(call)}
              <span
                >${t('danger:call.urgent.second')}
                <span class="apart">${withNumbers(second.shown)}</span></span
              >
            </a>`
        : nothing
    }
  </div>`;
}
