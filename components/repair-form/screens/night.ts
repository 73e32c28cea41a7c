import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { paramsOf, readLater } from '../../../src/contract/alarm-news.ts';
import { numberToCall } from '../../../src/contract/what-next.ts';
import type { PhoneNumber } from '../../../src/contract/profile.ts';
import { withNumbers } from '../../../src/runtime/numbers.ts';
import type { RepairJourney } from '../journey.ts';
import { isUrgent } from '../questions.ts';

/** "Wij lezen uw melding pas maandag om 8 uur. Bel nu …", when that is so. */
export function whenRead(journey: RepairJourney): TemplateResult | typeof nothing {
  const { t, any, day, holds, language } = journey.host.texts;
  const { profile, clock } = journey.ports;
  const line = readLater(profile.phoneOpen, clock());
  if (!line || !holds('alarm')) return nothing;
  const { shown, tel } = profile.urgentPhone;
  return html`<p class="notice warn">
    ${any(`alarm:${line.key}`, paramsOf(line, language, day))}
    <a class="tel" href="tel:${tel}">${withNumbers(t('alarm:report.call', { number: shown }))}</a>
  </p>`;
}

/** Whom she can call about it now. */
export const callNow = ({ ports: { profile, clock }, state }: RepairJourney): PhoneNumber =>
  numberToCall(
    profile,
    profile.phoneOpen,
    clock(),
    state.urgent ?? isUrgent(profile.triage)(state.answers),
  );
