import { html } from 'hono/html';
import { isUrgent } from '../../../components/repair-form/questions.ts';
import { pathOf } from '../../contract/endpoints.ts';
import { dayOf } from '../../contract/opening-hours.ts';
import { appointmentBy, numberToCall } from '../../contract/what-next.ts';
import type { Receipt } from '../../contract/repair-request.ts';
import { settingsOf } from '../triage-settings.ts';
import { callButtons, whenRead } from './calls.ts';
import { actionOf, FORM, inWords, wholePage, type Html, type PlainPage } from './page.ts';
import { phoneLink } from './speak.ts';
import { writeState, type PlainState } from './state.ts';

/** Where the way ends: sent, solved, or something of ours broke. */

const again = (page: PlainPage): string =>
  pathOf('plainRepair', { association: page.profile.id }) + inWords(page);

/** Buttons outside it (language, message) post this; without a state they begin anew. */
const bareForm = (page: PlainPage, fields: Html | '' = ''): Html =>
  html`<form id="${FORM}" method="post" action="${actionOf(page)}">${fields}</form>`;

/** The name of the field that says in which language it was sent. */
export const SENT = 'sent';

/**
 * The reference, what happens when, print. Another language asks the desk again under the same key,
 * and so gives the same receipt.
 */
export function sentPage(
  page: PlainPage,
  receipt: Receipt,
  { state, language: sentIn }: { state: PlainState; language: string },
): Html {
  const { say, words, profile } = page;
  const { answers } = state;
  const urgent = isUrgent(settingsOf(profile))(answers);
  const by = appointmentBy(answers, receipt);
  const { promise, reference, photosLost } = receipt;
  const main = html`${bareForm(
      page,
      html`<input type="hidden" name="state" value="${writeState(state, [])}" />
        <input type="hidden" name="${SENT}" value="${sentIn}" />`,
    )}
    <h1>${say('repair-form:sent.title')}</h1>
    <p class="reference">
      ${say('repair-form:sent.reference')}
      <strong><bdi class="number" dir="ltr">${reference}</bdi></strong>
    </p>
    <p>${say('repair-form:sent.keep')}</p>
    ${
      photosLost.length
        ? html`<p class="notice warn">
            ${say('repair-form:sent.photos-lost', { count: photosLost.length })}
          </p>`
        : ''
    }
    ${urgent ? html`${whenRead(page)} ${callButtons(page, ['urgent'])}` : ''}
    <h2>${say('repair-form:sent.next')}</h2>
    <ol>
      <li>${say('repair-form:sent.step.read')}</li>
      <li>
        ${say(`repair-form:sent.step.${by}`)}
        ${by === 'call' ? phoneLink(urgent ? profile.urgentPhone : profile.phone) : ''}
      </li>
      ${answers.letter ? html`<li>${say('repair-form:sent.step.letter-too')}</li>` : ''}
      <li>
        ${
          promise.kind === 'by'
            ? say('repair-form:sent.promise.by', (language) => ({
                date: dayOf(`${promise.date}T12:00:00Z`, language),
              }))
            : say('repair-form:sent.promise.none')
        }
      </li>
    </ol>
    <p class="notice">
      ${say('repair-form:sent.worse')}
      ${phoneLink(numberToCall(profile, page.open.phoneOpen, page.now, urgent))}
    </p>
    <p class="soft no-print">${say('desk:print.how')}</p>
    <p class="no-print">
      <a class="link" href="${again(page)}">${say('repair-form:sent.another')}</a>
    </p>`;
  return wholePage(page, { title: words.t('repair-form:sent.title'), main, place: 'sent' });
}

/** She went back, changed something and sent again: the first one counts. */
export function sentBeforePage(page: PlainPage): Html {
  const { say, words } = page;
  const main = html`${bareForm(page)}
    <h1>${say('desk:sent-before.title')}</h1>
    <p>${say('desk:sent-before.text')}</p>
    <p>${phoneLink(page.profile.phone)}</p>
    <p><a class="link" href="${again(page)}">${say('repair-form:sent.another')}</a></p>`;
  return wholePage(page, { title: words.t('desk:sent-before.title'), main, place: 'sent' });
}

export function solvedPage(page: PlainPage, state: PlainState): Html {
  const { say, words } = page;
  const main = html`<form id="${FORM}" method="post" action="${actionOf(page)}">
    <input type="hidden" name="state" value="${writeState(state, [])}" />
    <h1>${say('repair-form:solved.title')}</h1>
    <p>${say('repair-form:solved.text')}</p>
    <button class="button" name="do" value="stay">${say('repair-form:solved.undo')}</button>
  </form>`;
  return wholePage(page, { title: words.t('repair-form:solved.title'), main, place: 'self-help' });
}

/** Something of ours broke, or it is too busy; what she filled in is in the page before. */
export function faultPage(page: PlainPage, busy: boolean): Html {
  const { say, words } = page;
  const title = busy ? 'desk:busy.title' : 'frame:fault.title';
  const main = html`${bareForm(page)}
    <h1>${say(title)}</h1>
    <p>${say('desk:fault.back')}</p>
    <p>${say('frame:fault.help')} ${phoneLink(page.profile.phone)}</p>`;
  return wholePage(page, { title: words.t(title), main, place: 'fault' });
}
