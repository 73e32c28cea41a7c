import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { backLink } from '../back.ts';
import { dateOf, timeOf } from '../../contract/opening-hours.ts';
import type { Interval } from '../../contract/opening-hours.ts';
import type { Kit } from '../kit.ts';
import { openingInWords } from '../opening.ts';
import type { Texts } from '../texts.ts';

/** As many days as a person plans ahead. */
const DAYS = 5;

/** Addresses, open now or when next, and the next days on which each office is open. */
export const office = (kit: Kit, texts: Texts, back: () => void): TemplateResult => html`
  ${backLink(texts.t('frame:speak.ways'), back)}
  <h2 part="heading" tabindex="-1" data-heading>${texts.t('frame:speak.office')}</h2>
  ${kit.profile.offices.map(({ name, address, open }) => {
    const now = openingInWords(open, kit.clock, texts);
    return html`<h3>${name}</h3>
      <p><bdi>${address}</bdi><br /><span class=${now.open ? 'open' : ''}>${now.words}</span></p>
      <p>${texts.t('frame:open.week')}</p>
      <ul>
        ${nextDays(open, kit.clock()).map(
          ({ day, spans }) =>
            html`<li>
              ${texts.day(day)}<br />
              ${spans
                .map(([from, to]) =>
                  texts.t('frame:open.hours', {
                    from: timeOf(from, texts.language),
                    to: timeOf(to, texts.language),
                  }),
                )
                .join(', ')}
            </li>`,
        )}
      </ul>`;
  })}
`;

/** What is still to come, by Dutch date. */
function nextDays(
  open: readonly Interval[],
  now: number,
): { day: string; spans: readonly Interval[] }[] {
  const days = new Map<string, Interval[]>();
  for (const span of open) {
    if (Date.parse(span[1]) <= now) continue;
    const date = dateOf(Date.parse(span[0]));
    days.set(date, [...(days.get(date) ?? []), span]);
  }
  return [...days.values()].slice(0, DAYS).map((spans) => ({ day: spans[0]![0], spans }));
}
