import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dateOf, dayOf, openingAt, timeOf } from '../../../src/contract/opening-hours.ts';
import { withNumbers } from '../../../src/runtime/numbers.ts';
import type { Texts } from '../../../src/runtime/texts.ts';
import type { RepairJourney } from '../journey.ts';

/**
 * When a report that cannot wait is read, as long as that is not now: nobody may think that sending it
 * is as good as calling. Without hours to go by nothing is said of when.
 */
export function readLater(journey: RepairJourney): TemplateResult | typeof nothing {
  const { texts } = journey.host;
  const { profile, clock } = journey.ports;
  const { t } = texts;
  const now = clock();
  const opening = openingAt(profile.phoneOpen, now);
  if (opening.state === 'open' || !texts.holds('alarm')) return nothing;
  const { opens } = opening;
  const when = opens ? whenOpen(texts, opens, now) : t('alarm:report.unknown');
  const { shown, tel } = profile.urgentPhone;
  return html`<p class="notice warn">
    ${when}
    <a class="tel" href="tel:${tel}">${withNumbers(t('alarm:report.call', { number: shown }))}</a>
  </p>`;
}

function whenOpen({ t, language }: Texts, opens: string, now: number): string {
  const time = timeOf(opens, language);
  return dateOf(Date.parse(opens)) === dateOf(now)
    ? t('alarm:report.today', { time })
    : t('alarm:report.on', { day: dayOf(opens, language), time });
}
