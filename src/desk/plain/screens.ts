import { html } from 'hono/html';
import {
  inDanger,
  repairQuestions,
  repairQuestionsFor,
} from '../../../components/repair-form/questions.ts';
import { questionsOn, screenBefore, screenById } from '../../contract/questionnaire.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import { settingsOf } from '../triage-settings.ts';
import { outsideScreen, stopScreen } from './danger.ts';
import { actionOf, FORM, wholePage, type Html, type PlainPage } from './page.ts';
import { controlId } from './question-parts.ts';
import { sentenceOf } from './questions.ts';
import { numbersInOrder } from './say.ts';
import { screenBody, type Shown } from './screen-body.ts';
import { writeState } from './state.ts';

/** Nothing is asked of somebody in danger. */
const STOPPED = new Set(['stop', 'outside']);

/** The screen that a state is on, as a whole page. */
export function screenPage(page: PlainPage, shown: Shown): Html {
  const { words } = page;
  const { state, errors = [] } = shown;
  const { answers } = state;
  const screen = screenById(repairQuestions, state.screen);
  const stopped = inDanger(answers) && STOPPED.has(screen.id);
  const asked = questionsOn(repairQuestions, screen, answers).map(({ id }) => id);
  const title = stopped ? '' : words.t(`repair-form:screen.${screen.id}.title`);
  const partName = words.t(`repair-form:part.${repairQuestions.parts[screen.part]}`);
  const part = words.t('frame:part', {
    part: screen.part + 1,
    parts: repairQuestions.parts.length,
    name: partName,
  });
  const main = html`<form
    id="${FORM}"
    method="post"
    action="${actionOf(page)}"
    enctype="${asked.includes('photos') ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}"
    novalidate
  >
    <button class="visually-hidden" name="do" value="next" tabindex="-1" aria-hidden="true">
      ${words.t('frame:continue')}
    </button>
    <input type="hidden" name="state" value="${writeState(state, askedOnPage(asked))}" />
    <input type="hidden" name="asked" value="${asked.join(' ')}" />
    ${
      stopped
        ? screen.id === 'stop'
          ? stopScreen(page, answers)
          : outsideScreen(page, answers)
        : html`${top(page, shown, part)}
            <h1>${page.say(`repair-form:screen.${screen.id}.title`)}</h1>
            ${intro(page, screen.id)} ${summaryOfErrors(page, errors)} ${screenBody(page, shown)}`
    }
  </form>`;
  const start = errors.length ? words.t('frame:error', { text: title }) : title;
  return wholePage(page, {
    title: stopped ? words.t('repair-form:screen.stop.title') : `${start} · ${part}`,
    main,
    ...(stopped ? {} : { place: screen.id }),
  });
}

/** Photos are on the desk already: their ids stay in the state. */
const askedOnPage = (asked: readonly string[]) => asked.filter((id) => id !== 'photos');

function top(page: PlainPage, { state }: Shown, part: string): Html {
  const { say } = page;
  const parts = repairQuestions.parts.length;
  const back = screenBefore(
    repairQuestionsFor(settingsOf(page.profile)),
    state.screen,
    state.answers,
  );
  return html`${
      back
        ? html`<button class="link back" name="do" value="back">
            <span class="mirrored" aria-hidden="true">‹</span> ${say('frame:back')}
          </button>`
        : ''
    }
    <p class="progress">${part}</p>
    <progress max="${parts}" value="${state.furthest + 1}" aria-hidden="true"></progress>`;
}

const intro = ({ say, words }: PlainPage, id: string): Html | '' =>
  words.has(`repair-form:screen.${id}.intro`)
    ? html`<p class="soft">${say(`repair-form:screen.${id}.intro`)}</p>`
    : '';

/** It takes the focus when the page opens, so that it is the first thing that is read out. */
function summaryOfErrors(page: PlainPage, errors: readonly FieldError[]): Html | '' {
  if (!errors.length) return '';
  return html`<div class="summary" role="group" aria-labelledby="errors" tabindex="-1" autofocus>
    <h2 id="errors">${page.say('frame:errors.title', { count: errors.length })}</h2>
    <ul>
      ${errors.map(
        (error) =>
          html`<li>
            <a href="#${controlId(error.field)}">${numbersInOrder(sentenceOf(page, error))}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}
