import { html } from 'hono/html';
import { pathOf } from '../../contract/endpoints.ts';
import { dateOf, dayOf, openingAt, timeOf } from '../../contract/opening-hours.ts';
import type { Interval } from '../../contract/opening-hours.ts';
import type { PhoneNumber, PublicProfile } from '../../contract/profile.ts';
import { callButton } from './calls.ts';
import { FORM, inWords, type Html, type PlainPage } from './page.ts';
import { pictogram } from './pictogram.ts';
import { sayDay } from './say.ts';

/** "Nu open tot 17:00 uur", "Nu dicht. Open op maandag 23 november om 8:30 uur". */
export function sayOpening(intervals: readonly Interval[], { now, say }: PlainPage): Html {
  const opening = openingAt(intervals, now);
  if (opening.state === 'open')
    return say('frame:open.until', (language) => ({ time: timeOf(opening.until, language) }));
  const { opens } = opening;
  if (!opens) return say('frame:open.unknown');
  const today = dateOf(now) === dateOf(Date.parse(opens));
  return say(today ? 'frame:open.today' : 'frame:open.on', (language) => ({
    day: dayOf(opens, language),
    time: timeOf(opens, language),
  }));
}

/** A phone number to press, left to right in every language. */
export const phoneLink = ({ shown, tel }: PhoneNumber): Html =>
  html`<a class="tel" href="tel:${tel}"><bdi class="number" dir="ltr">${shown}</bdi></a>`;

/** As many days as a person plans ahead. */
const DAYS = 5;

function office({ name, address, open }: PublicProfile['offices'][number], page: PlainPage): Html {
  const { t, language } = page.words;
  const days = new Map<string, Interval[]>();
  for (const span of open) {
    const date = dateOf(Date.parse(span[0]));
    if (days.size === DAYS && !days.has(date)) break;
    days.set(date, [...(days.get(date) ?? []), span]);
  }
  return html`<h3>${name}</h3>
    <p><bdi>${address}</bdi><br />${sayOpening(open, page)}</p>
    <ul>
      ${[...days.values()].map(
        (spans) =>
          html`<li>
            ${sayDay(page, spans[0]?.[0] ?? '')}<br />
            ${spans
              .map(([from, to]) =>
                t('frame:open.hours', { from: timeOf(from, language), to: timeOf(to, language) }),
              )
              .join(', ')}
          </li>`,
      )}
    </ul>`;
}

/**
 * The way to a person, at the end of every page: Nu bellen, U komt naar ons kantoor, Stuur een
 * bericht, in this order. It opens without a script, and what was filled in stays where it is.
 *
 * @param place the screen she is on, for whoever answers a message
 */
export function speakStrip(page: PlainPage, place: string): Html {
  const { profile, open, say } = page;
  const now = sayOpening(open.phoneOpen, page);
  const isOpen = openingAt(open.phoneOpen, page.now).state === 'open';
  const message = pathOf('plainMessage', { association: profile.id }) + inWords(page);
  const answer = profile.messageAnswerDays
    ? say('frame:speak.message.answer', { count: profile.messageAnswerDays })
    : say('frame:speak.message.answer-unknown');
  return html`<aside class="table" aria-label="${page.words.t('frame:speak.open')}">
    <details>
      <summary class="button">${pictogram('table_restaurant')} ${say('frame:speak.open')}</summary>
      <h2>${say('frame:speak.title')}</h2>
      <p>${say('frame:speak.intro')}</p>
      ${isOpen ? '' : html`<div class="calls">${callButton(page, 'frame:open.urgent', profile.urgentPhone, true)}</div>`}
      <ul class="rows">
        <li>
          <a class="row" href="tel:${profile.phone.tel}">
            ${pictogram('call')}
            <span
              ><strong>${say('frame:speak.call')}</strong>
              <small
                ><bdi class="number" dir="ltr">${profile.phone.shown}</bdi><br />${now}</small
              ></span
            >
          </a>
        </li>
        ${
          open.offices.length
            ? html`<li>
                <details class="offices">
                  <summary class="row">
                    ${pictogram('storefront')}
                    <span
                      ><strong>${say('frame:speak.office')}</strong>
                      <small>${say('frame:speak.office.choose')}</small></span
                    >
                  </summary>
                  ${open.offices.map((each) => office(each, page))}
                </details>
              </li>`
            : ''
        }
        <li>
          <button class="row" form="${FORM}" formaction="${message}" name="from" value="${place}">
            ${pictogram('mail')}
            <span><strong>${say('frame:speak.message')}</strong> <small>${answer}</small></span>
          </button>
        </li>
      </ul>
    </details>
    <p class="now">
      <span class="${isOpen ? 'open' : ''}">${now}</span> ${phoneLink(profile.phone)}
    </p>
  </aside>`;
}
