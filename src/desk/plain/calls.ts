import { html } from 'hono/html';
import { paramsOf, readLater } from '../../contract/alarm-news.ts';
import { pathOf } from '../../contract/endpoints.ts';
import type { PhoneNumber, Profile } from '../../contract/profile.ts';
import type { CallId } from '../../contract/triage/danger.ts';
import { FORM, inWords, type Html, type PlainPage } from './page.ts';
import { pictogram } from './pictogram.ts';

/** Numbers that are the same in the whole country. The lift has a number of its own on it. */
const NATIONAL: Readonly<Partial<Record<CallId, PhoneNumber>>> = {
  '112': { shown: '112', tel: '112' },
  grid: { shown: '0800-9009', tel: '08009009' },
  police: { shown: '0900-8844', tel: '09008844' },
};

const numberOf = (profile: Profile, id: CallId): PhoneNumber | undefined =>
  id === 'urgent' ? profile.urgentPhone : NATIONAL[id];

/** A button that calls; a number that is not in its words stands beside them. */
export const callButton = (
  page: PlainPage,
  key: string,
  number: PhoneNumber,
  first: boolean,
): Html => {
  const written = { number: number.shown };
  const text = page.words.t(key, written);
  return html`<a class="button call ${first ? 'first' : ''}" href="tel:${number.tel}">
    ${pictogram('call')}
    <span
      >${page.say(key, written)}${text.includes(number.shown) ? '' : html` <bdi class="number" dir="ltr">${number.shown}</bdi>`}</span
    >
  </a>`;
};

/** One of them; nothing for what has no number of ours. */
export const callOf = (page: PlainPage, id: CallId, first: boolean): Html | '' => {
  const number = numberOf(page.profile, id);
  return number ? callButton(page, `danger:call.${id}`, number, first) : '';
};

/** "Niemand neemt op?": the second number. */
export const secondCall = (page: PlainPage): Html =>
  html`<p>${page.say('danger:call.nobody')}</p>
    ${callButton(page, 'danger:call.urgent.second', page.profile.urgentPhoneSecond, false)}`;

/** And then the people on duty, where there are any: a button of the form that holds her answers. */
export function nobodyAnswers(page: PlainPage): Html {
  const { say, profile } = page;
  const action = pathOf('plainAlarm', { association: profile.id }) + inWords(page);
  return html`${secondCall(page)}
  ${
    profile.alarm
      ? html`<button class="row" form="${FORM}" formaction="${action}" name="do" value="open">
          <span
            ><strong>${say('alarm:open')}</strong> <small>${say('alarm:open.hint')}</small></span
          >
        </button>`
      : ''
  }`;
}

/** The likeliest first; behind the association's own number what follows when nobody answers. */
export const callButtons = (
  page: PlainPage,
  calls: readonly CallId[],
  whenNobody = nobodyAnswers,
): Html =>
  html`<div class="calls">
    ${calls.filter((id) => numberOf(page.profile, id)).map((id, at) => callOf(page, id, at === 0))}
    ${calls.includes('urgent') ? whenNobody(page) : ''}
  </div>`;

/** "Wij lezen uw melding pas maandag om 8 uur. Bel nu …", when that is so. */
export function whenRead(page: PlainPage): Html | '' {
  const { say, open, now, profile } = page;
  const line = readLater(open.phoneOpen, now);
  if (!line) return '';
  const { shown, tel } = profile.urgentPhone;
  return html`<p class="notice warn">
    ${say(`alarm:${line.key}`, (language) => paramsOf(line, language))}
    <a class="tel" href="tel:${tel}">${say('alarm:report.call', { number: shown })}</a>
  </p>`;
}
