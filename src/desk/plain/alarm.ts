import { html } from 'hono/html';
import { safetyOf } from '../../../components/repair-form/questions.ts';
import type { AlarmState } from '../../contract/alarm.ts';
import { newsOf, paramsOf, type NewsLine } from '../../contract/alarm-news.ts';
import { LIMITS } from '../../contract/checks.ts';
import { pathOf } from '../../contract/endpoints.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import type { CallId } from '../../contract/triage/danger.ts';
import { sha256 } from '../hash.ts';
import { settingsOf } from '../triage-settings.ts';
import { callButtons, callOf, secondCall } from './calls.ts';
import { SENT } from './ends.ts';
import { textField } from './fields.ts';
import { actionOf, FORM, inWords, wholePage, type Html, type PlainPage } from './page.ts';
import { numbersInOrder } from './say.ts';
import { writeState, type PlainState } from './state.ts';

/** "Laat uw nummer achter": one page, and one that says how far it is. Her report rides along. */
export interface PlainAlarm {
  /** As typed, or as she filled it in before. */
  phone: string;
  where: string;
  /** Makes a second press harmless, and asks how far it is. */
  key: string;
  /** The report that she comes from. */
  report: PlainState;
  /** The language in which that was sent; empty when it was not. */
  sentIn: string;
  errors: readonly FieldError[];
}

export const freshAlarm = (report: PlainState): PlainAlarm => ({
  phone: '',
  where: '',
  key: keyOf(report),
  report,
  sentIn: '',
  errors: [],
});

/**
 * The same whenever she comes from this report: after the browser's "Terug" a page that knows nothing of
 * her alarm leads to how far it is, and sends no second one.
 */
function keyOf({ key }: PlainState): string {
  return sha256(`alarm ${key}`).replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    '$1-$2-8$3-a$4-$5',
  );
}

const carried = ({ report, sentIn }: PlainAlarm): Html =>
  html`<input type="hidden" name="state" value="${writeState(report, [])}" />
    ${sentIn ? html`<input type="hidden" name="${SENT}" value="${sentIn}" />` : ''}`;

/** Back to where she came from, with all that was filled in. */
const goBack = (page: PlainPage, alarm: PlainAlarm): Html => {
  const action = pathOf('plainRepair', { association: page.profile.id }) + inWords(page);
  return html`<form method="post" action="${action}">
    ${carried(alarm)}
    <button class="link back" name="do" value="stay">
      <span class="mirrored" aria-hidden="true">‹</span> ${page.say('frame:back')}
    </button>
  </form>`;
};

/** Those of the screen that she comes from: they stay, and stay on top. */
const callsOf = (page: PlainPage, { report }: PlainAlarm): readonly CallId[] =>
  safetyOf(report.answers, settingsOf(page.profile))?.calls ?? ['urgent'];

export function alarmPage(page: PlainPage, alarm: PlainAlarm): Html {
  const { say, words } = page;
  const sentence = ({ field, code }: FieldError) =>
    words.t(`frame:error.${code}`, { label: words.t(`alarm:${field}.label`) });
  const field = (name: 'phone' | 'where') => {
    const error = alarm.errors.find((each) => each.field === name);
    return {
      page,
      id: name,
      name,
      label: say(`alarm:${name}.label`),
      why: say(`alarm:${name}.why`),
      value: alarm[name],
      error: error && sentence(error),
      limit: LIMITS.text,
    };
  };
  const [first = 'urgent'] = callsOf(page, alarm);
  const main = html`${goBack(page, alarm)}
    <form id="${FORM}" method="post" action="${actionOf(page)}" novalidate>
      ${carried(alarm)}
      <input type="hidden" name="key" value="${alarm.key}" />
      <h1>${say('alarm:screen.alarm.title')}</h1>
      <p class="notice warn">${say('alarm:danger')}</p>
      <div class="calls">
        ${first === '112' ? '' : callOf(page, '112', false)} ${callOf(page, first, true)}
      </div>
      <p>${say('alarm:screen.alarm.intro')}</p>
      ${
        alarm.errors.length
          ? html`<div class="summary" role="group" aria-labelledby="errors" tabindex="-1" autofocus>
              <h2 id="errors">${say('frame:errors.title', { count: alarm.errors.length })}</h2>
              <ul>
                ${alarm.errors.map(
                  (error) =>
                    html`<li>
                      <a href="#${error.field}">${numbersInOrder(sentence(error))}</a>
                    </li>`,
                )}
              </ul>
            </div>`
          : ''
      }
      ${textField({ ...field('phone'), kind: 'tel', ltr: true, autocomplete: 'tel' })}
      ${textField({ ...field('where'), kind: 'text', hint: say('alarm:where.hint'), optional: true })}
      <div class="actions">
        <button class="button primary" name="do" value="send">${say('alarm:send')}</button>
      </div>
    </form>`;
  return wholePage(page, { title: words.t('alarm:screen.alarm.title'), main });
}

/** Only what is true: with the desk, sent, read. A page without a script looks again when she asks. */
export function alarmNewsPage(page: PlainPage, alarm: PlainAlarm, state: AlarmState): Html {
  const { say, words } = page;
  const { title, lines, warn } = newsOf(state);
  const told = (line: NewsLine): Html =>
    say(`alarm:${line.key}`, (language) => paramsOf(line, language));
  const main = html`${goBack(page, alarm)}
    <form id="${FORM}" method="post" action="${actionOf(page)}">
      ${carried(alarm)}
      <input type="hidden" name="key" value="${alarm.key}" />
      <input type="hidden" name="phone" value="${alarm.phone}" />
      <input type="hidden" name="where" value="${alarm.where}" />
      <h1>${told(title)}</h1>
      ${
        lines.length
          ? html`<div class="notice ${warn ? 'warn' : ''}">
              ${lines.map((line) => html`<p>${told(line)}</p>`)}
            </div>`
          : ''
      }
      ${
        alarm.phone
          ? html`<p>
              ${say('alarm:number')}
              <strong><bdi class="number" dir="ltr">${alarm.phone}</bdi></strong>
            </p>`
          : ''
      }
      ${
        state.read
          ? ''
          : html`<div class="actions">
              <button class="button primary" name="do" value="look">${say('alarm:look')}</button>
            </div>`
      }
      <h2>${say('alarm:call.too')}</h2>
      ${callButtons(page, callsOf(page, alarm), secondCall)}
      <p><button class="link" name="do" value="again">${say('alarm:again')}</button></p>
    </form>`;
  return wholePage(page, {
    title: words.t(`alarm:${title.key}`, paramsOf(title, words.language)),
    main,
  });
}
