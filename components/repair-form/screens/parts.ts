import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallId } from '../../../src/contract/triage/danger.ts';
import type { TextKey } from '../../../src/generated/text-keys.ts';
import { callLink, callLinks } from '../../../src/runtime/call-links.ts';
import type { Callable } from '../../../src/runtime/call-links.ts';
import { onwardButton, screenHeading } from '../../../src/runtime/journey/screen-parts.ts';
import type { FirstScreens } from '../gate.ts';

/** The heading of a screen, what it says under it, and what is wrong on it. */
export function heading(form: FirstScreens, title: TextKey, intro?: TextKey): TemplateResult {
  const { t } = form.host.texts;
  return screenHeading(t(title), intro && t(intro), form.summary?.());
}

/** "Verder". */
export const onward = (
  form: FirstScreens,
  goOn = (): void => form.dispatch({ type: 'continue' }),
): TemplateResult => onwardButton(form.host.texts.t('frame:continue'), goOn);

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

/** What is on the call buttons, the likeliest first. */
export const callsOf = (form: FirstScreens, calls: readonly CallId[]): Callable[] =>
  calls.flatMap((id) => {
    const number = numberOf(form, id);
    return number ? [{ ...number, words: form.host.texts.any(`danger:call.${id}`) }] : [];
  });

/** Call buttons, and the second number for when nobody answers. */
export function callButtons(form: FirstScreens, calls: readonly CallId[]): TemplateResult {
  return html`<div class="calls">
    ${callLinks(callsOf(form, calls))} ${calls.includes('urgent') ? nobodyAnswers(form) : nothing}
  </div>`;
}

/** "Niemand neemt op?": the second number, and then the people on duty. */
export function nobodyAnswers(form: FirstScreens): TemplateResult {
  const { t } = form.host.texts;
  const { leaveNumber } = form.host;
  const second = form.ports.profile.urgentPhoneSecond;
  return html`<p>${t('danger:call.nobody')}</p>
    ${callLink({ ...second, words: t('danger:call.urgent.second') })}
    ${
      leaveNumber
        ? html`<button type="button" class="row" @click=${leaveNumber.open}>
            <span>
              <strong>${leaveNumber.told ?? t('alarm:open')}</strong>
              ${leaveNumber.told ? nothing : html`<small>${t('alarm:open.hint')}</small>`}
            </span>
          </button>`
        : nothing
    }`;
}
