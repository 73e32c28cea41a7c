import { html } from 'hono/html';
import {
  problemOf,
  repairQuestionsFor,
  warningOf,
} from '../../../components/repair-form/questions.ts';
import { questionsOn, screenById } from '../../contract/questionnaire.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { summarise } from '../../contract/summary.ts';
import { photoTipKey } from '../../contract/triage/photo-tip.ts';
import type { ProblemId } from '../../contract/triage/tree.ts';
import { settingsOf } from '../triage-settings.ts';
import { meanwhile, urgentScreen } from './danger.ts';
import { choiceField } from './fields.ts';
import { outageNotices } from './outages.ts';
import type { Html, PlainPage } from './page.ts';
import { numbersInOrder } from './say.ts';
import { NO_SUGGESTION, SUGGESTION } from './read-answers.ts';
import { askQuestion } from './questions.ts';
import type { PlainState } from './state.ts';

export interface Shown {
  state: PlainState;
  errors?: readonly FieldError[];
  /** What went wrong with files: a text key. */
  notice?: string | undefined;
  /** Questions that were not on this screen a moment ago. */
  fresh?: readonly string[];
  /** What her own words may mean. */
  suggestions?: readonly ProblemId[];
}

const onward = ({ say }: PlainPage, key = 'frame:continue'): Html =>
  html`<div class="actions">
    <button class="button primary" name="do" value="next">${say(key)}</button>
  </div>`;

/** What a screen asks, and what it says besides. */
export function screenBody(page: PlainPage, shown: Shown): Html {
  const { state, errors = [], fresh = [] } = shown;
  const { say } = page;
  const { answers } = state;
  const settings = settingsOf(page.profile);
  const asked = repairQuestionsFor(settings);
  const screen = screenById(asked, state.screen);
  const questions = questionsOn(asked, screen, answers);
  const fields = questions.map((question) => {
    const field = askQuestion(question, {
      page,
      answers,
      errors,
      alone: questions.length === 1 && !errors.length,
      fresh: fresh.includes(question.id),
    });
    return question.id === 'story' ? html`${field} ${suggestions(page, shown)}` : field;
  });
  switch (screen.id) {
    case 'danger':
      return html`${fields} ${outageNotices(page, answers.address?.postcode)}`;
    case 'what':
      return html`${outageNotices(page, answers.address?.postcode)} ${fields} ${onward(page)}`;
    case 'urgent':
      return urgentScreen(page, answers);
    case 'self-help':
      return html`<p class="notice">${say(`triage:self-help.${answers.problem}`)}</p>
        ${fields} ${onward(page)}
        <div class="actions">
          <button class="link" name="do" value="solved">
            ${say('repair-form:selfHelp.solved')}
          </button>
        </div>`;
    case 'photos': {
      const tips = problemOf(answers)?.photos ?? [];
      const warning = warningOf(answers, settings);
      return html`${warning ? meanwhile(page, warning) : ''}
      ${
        tips.length
          ? html`<p class="notice">
              ${tips.map((tip, at) => html`${say(photoTipKey(tip, at))} `)}
            </p>`
          : ''
      }
      ${shown.notice ? html`<p class="notice warn" role="alert">${say(shown.notice)}</p>` : ''}
      ${fields} ${onward(page, answers.photos?.length ? undefined : 'repair-form:photos.skip')}`;
    }
    case 'contact':
      // Only now does this page know where she lives.
      return html`${answers.address ? outageNotices(page, answers.address.postcode) : ''}
      ${
        answers.someoneElse
          ? html`<p class="notice">${say('repair-form:screen.contact.else')}</p>`
          : ''
      }
      ${fields} ${retention(page)} ${onward(page)}`;
    case 'check':
      return checkAnswers(page, answers);
    default:
      return html`${fields} ${onward(page)}`;
  }
}

function suggestions(page: PlainPage, { suggestions: found = [], state }: Shown): Html | '' {
  const { say } = page;
  if (!found.length) return '';
  const { item, problem } = state.answers;
  return html`<input type="hidden" name="offered" value="yes" /> ${choiceField({
      page,
      id: SUGGESTION,
      name: SUGGESTION,
      label: say('repair-form:story.suggestions'),
      options: [
        ...found.map((id) => ({ value: id as string, label: say(`triage:problem.${id}`) })),
        { value: NO_SUGGESTION, label: say('repair-form:story.none') },
      ],
      chosen: item === undefined && problem ? [problem] : [],
      focus: true,
    })}`;
}

function retention({ say, profile }: PlainPage): Html {
  const count = profile.retentionMonths.contact;
  return html`<p class="soft">
    ${say('repair-form:retention', { count })}
    ${
      profile.privacyUrl
        ? html`<a href="${profile.privacyUrl}" target="_blank" rel="noopener"
            >${say('repair-form:privacy')}</a
          >`
        : ''
    }
  </p>`;
}

/** Every answer once more, each with "Aanpassen"; then the send, which says what it does. */
function checkAnswers(page: PlainPage, answers: RepairAnswers): Html {
  const { say, words } = page;
  return html`<dl class="answers">
      ${summarise(
        repairQuestionsFor(settingsOf(page.profile)),
        answers,
        words.t,
        words.language,
      ).map(
        (row) =>
          html`<div>
            <dt>${row.label}</dt>
            <dd>
              <bdi dir="${row.ltr ? 'ltr' : 'auto'}">${numbersInOrder(row.value)}</bdi>
            </dd>
            <dd>
              <button class="link" name="do" value="edit:${row.screen}">
                ${say('frame:change')}<span class="visually-hidden"> ${row.label}</span>
              </button>
            </dd>
          </div>`,
      )}
    </dl>
    ${onward(page, 'repair-form:check.send')}`;
}
