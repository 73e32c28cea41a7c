import {
  NO_DANGER,
  repairQuestions,
  roomFound,
} from '../../../components/repair-form/questions.ts';
import {
  checkAll,
  checkScreen,
  questionsOn,
  screenAfter,
  screenBefore,
  screenById,
  screenOfField,
  screensAsked,
} from '../../contract/questionnaire.ts';
import type { FieldError, Questionnaire, Screen } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { problems, type ProblemId } from '../../contract/triage/tree.ts';
import { NO_SUGGESTION, readAnswers, SUGGESTION, textIn, type Posted } from './read-answers.ts';
import type { Shown } from './screen-body.ts';
import type { PlainState } from './state.ts';
import type { Told } from './told.ts';

/** What follows on one post of the form: another page, or the sending of it. Pure. */
export type Step =
  | { kind: 'show'; shown: Shown }
  | { kind: 'solved'; state: PlainState }
  | { kind: 'send'; state: PlainState }
  | { kind: 'add-photos'; state: PlainState }
  | { kind: 'remove-photo'; state: PlainState; photo: string };

type Questions = Questionnaire<RepairAnswers>;

const LAST = 'check';

/** Takes over what was filled in on the page, whichever button was pressed. */
export function withPosted(before: PlainState, posted: Posted, told: Told): PlainState {
  const screen = screenById(repairQuestions, before.screen);
  const there: readonly string[] = screen.questions;
  const asked = (textIn(posted, 'asked') ?? '').split(' ').filter((id) => there.includes(id));
  const answers = readAnswers(before.answers, posted, asked);
  return { ...before, answers: withSuggestion(answers, textIn(posted, SUGGESTION), told) };
}

/** A problem found in her own words takes the place of one chosen by way of tiles. */
function withSuggestion(
  answers: RepairAnswers,
  chosen: string | undefined,
  told: Told,
): RepairAnswers {
  if (chosen === undefined) return answers;
  const { item: _, details: _details, selfHelp: _selfHelp, problem: _problem, ...rest } = answers;
  const problem = problems.find(({ id }) => id === chosen);
  if (!problem) return chosen === NO_SUGGESTION && !answers.item ? rest : answers;
  const named = told.room(answers.story ?? '', problem.id);
  return { ...rest, room: roomFound(answers, problem.id, named), problem: problem.id };
}

const at = (state: PlainState, screen: Screen<RepairAnswers>): PlainState => ({
  ...state,
  screen: screen.id,
  furthest: Math.max(state.furthest, screen.part),
});

/** A changed answer may have made the screen that she is on one that is not asked: then the one before. */
const asked = (q: Questions, state: PlainState): PlainState => {
  const { answers } = state;
  if (screensAsked(q, answers).some(({ id }) => id === state.screen)) return state;
  const before = screenBefore(q, state.screen, answers);
  return at(state, before ?? screenById(q, 'danger'));
};

const show = (q: Questions, shown: Shown): Step => ({
  kind: 'show',
  shown: { ...shown, state: asked(q, shown.state) },
});

/**
 * @param before the state as the page carried it, without what was filled in on it
 * @param q the questions as the association has them
 */
export function step(
  before: PlainState,
  posted: Posted,
  told: Told,
  q: Questions = repairQuestions,
): Step {
  const state = withPosted(before, posted, told);
  const [action = 'next', argument = ''] = (textIn(posted, 'do') ?? 'next').split(':');
  switch (action) {
    case 'stay':
      return show(q, { state });
    case 'back': {
      const screen = screenBefore(q, state.screen, state.answers);
      return show(q, { state: screen ? at(state, screen) : state });
    }
    case 'edit': {
      const screen = screensAsked(q, state.answers).find(({ id }) => id === argument);
      return show(q, { state: screen ? { ...at(state, screen), editing: true } : state });
    }
    case 'safe':
      return show(q, { state: outOfDanger(state) });
    case 'solved':
      return { kind: 'solved', state };
    case 'add':
      return { kind: 'add-photos', state };
    case 'remove':
      return { kind: 'remove-photo', state, photo: argument };
    default:
      return onward(q, state, posted, told);
  }
}

/** "Er is geen gevaar meer": back to where the danger was told. */
function outOfDanger(state: PlainState): PlainState {
  const { danger, details, ...answers } = state.answers;
  const first = danger !== undefined && danger !== NO_DANGER;
  const kept = first ? { ...answers, details } : { ...answers, danger };
  const screen = screenById(repairQuestions, first ? 'danger' : 'details');
  return at({ ...state, answers: kept }, screen);
}

function onward(q: Questions, state: PlainState, posted: Posted, told: Told): Step {
  const { answers } = state;
  const screen = screenById(q, state.screen);
  // A choice may have brought a question to this very screen: a phone number behind "Bel mij".
  const seen = (textIn(posted, 'asked') ?? '').split(' ');
  const here = questionsOn(q, screen, answers).map(({ id }) => id);
  const fresh = here.filter((id) => !seen.includes(id));
  if (fresh.length && posted.has('asked')) return show(q, { state, fresh });
  const errors = checkScreen(q, screen, answers);
  if (errors.length) return show(q, { state, errors });
  const found = screen.id === 'what' ? suggestionsFor(state, posted, told) : [];
  if (found.length) return show(q, { state, suggestions: found });
  if (screen.id === LAST) return sending(q, state);
  const next = state.editing ? nextToMend(q, answers, screen) : undefined;
  const after = next ?? screenAfter(q, screen.id, answers);
  if (!after) return show(q, { state });
  return show(q, { state: { ...at(state, after), editing: state.editing && after.id !== LAST } });
}

/** After "Aanpassen": the next screen that lacks an answer now, or straight back to the check. */
const nextToMend = (
  q: Questions,
  answers: RepairAnswers,
  screen: Screen<RepairAnswers>,
): Screen<RepairAnswers> | undefined => {
  const asked = screensAsked(q, answers);
  const later = asked.slice(asked.findIndex(({ id }) => id === screen.id) + 1);
  return later.find(
    (each) =>
      each.id === LAST ||
      ['stop', 'urgent'].includes(each.id) ||
      checkScreen(q, each, answers).length > 0,
  );
};

/** Once, when she told it herself and chose no place: what it may mean. */
function suggestionsFor({ answers }: PlainState, posted: Posted, told: Told): readonly ProblemId[] {
  const offered = posted.has('offered');
  if (offered || answers.room !== undefined || answers.problem !== undefined) return [];
  return answers.story ? told.problems(answers.story) : [];
}

/** Everything once more, from the first screen on: a page may have been left open for days. */
function sending(q: Questions, state: PlainState): Step {
  const errors: FieldError[] = checkAll(q, state.answers);
  const [first] = errors;
  const screen = first && screenOfField(q, state.answers, first.field);
  if (!screen) return { kind: 'send', state };
  return show(q, {
    state: { ...at(state, screen), editing: true },
    errors: checkScreen(q, screen, state.answers),
  });
}
