import type { ProblemCode } from '../../contract/problem.ts';
import {
  checkScreen,
  screenAfter,
  screenBefore,
  screenById,
  screensAsked,
  withAnswer,
} from '../../contract/questionnaire.ts';
import type { FieldError, Questionnaire, Screen } from '../../contract/questionnaire.ts';
import type { FormState } from './model.ts';

/** From screen to screen: the moves that `nextForm` is made of. Pure. */

export function at<A, R>(q: Questionnaire<A>, state: FormState<A, R>, id: string): FormState<A, R> {
  const { part } = screenById(q, id);
  return { ...state, screen: id, errors: [], furthest: Math.max(state.furthest, part) };
}

export function answered<A extends object, R, K extends Extract<keyof A, string>>(
  q: Questionnaire<A>,
  state: FormState<A, R>,
  id: K,
  value: A[K],
): FormState<A, R> {
  const { answers, wiped } = withAnswer(q, state.answers, id, value);
  if (answers === state.answers) return state;
  const asks = (screen: Screen<A>, ids: readonly string[]) =>
    screen.questions.some((question) => ids.includes(question));
  const first = q.screens.findIndex((screen) => asks(screen, [id]));
  // Asked again: what was wiped, and what is no longer right. Told again: a screen without questions
  // says what follows from the answers before it, such as "Bel ons nu".
  const stands = (screen: Screen<A>) =>
    !asks(screen, wiped) &&
    !(screen.questions.length === 0 && q.screens.indexOf(screen) > first) &&
    checkScreen(q, screen, answers).length === 0;
  return {
    ...state,
    answers,
    passed: state.passed.filter((screen) => stands(screenById(q, screen))),
    // An error under a changed field goes.
    errors: state.errors.filter(({ field }) => field !== id && !field.startsWith(`${id}.`)),
  };
}

export function continued<A, R>(q: Questionnaire<A>, state: FormState<A, R>): FormState<A, R> {
  const errors = checkScreen(q, screenById(q, state.screen), state.answers);
  if (errors.length) return { ...state, errors };
  const passed = [...state.passed.filter((screen) => screen !== state.screen), state.screen];
  const target = state.editing
    ? screensAsked(q, state.answers).find((screen) => !passed.includes(screen.id))
    : screenAfter(q, state.screen, state.answers);
  if (!target) throw new Error(`"continue" on "${state.screen}", where the way ends`);
  const last = screenAfter(q, target.id, state.answers) === undefined;
  return { ...at(q, { ...state, passed }, target.id), editing: state.editing && !last };
}

/**
 * Only where she has been, or may go now; an address typed by hand or an old entry changes nothing.
 * A screen that is no longer asked leads to the one before it, so that no press of "Terug" is idle.
 */
export function opened<A, R>(
  q: Questionnaire<A>,
  state: FormState<A, R>,
  id: string,
): FormState<A, R> {
  const asked = screensAsked(q, state.answers);
  const reachable = asked.findIndex((screen) => !state.passed.includes(screen.id));
  const target = asked.find((screen) => screen.id === id) ?? screenBefore(q, id, state.answers);
  if (state.phase !== 'filling' || !target) return state;
  if (reachable >= 0 && asked.indexOf(target) > reachable) return state;
  // Back from the way to a person, the screen is as she left it, with what was wrong on it.
  return target.id === state.screen ? state : at(q, state, target.id);
}

/** Back to the first screen with something wrong; without any, she stays on the last one. */
export function refused<A, R>(
  q: Questionnaire<A>,
  state: FormState<A, R>,
  code: ProblemCode,
  errors: readonly FieldError[],
): FormState<A, R> {
  const again = { ...state, phase: 'filling', sendKey: undefined, refused: code } as const;
  const screen = screensAsked(q, state.answers).find((each) =>
    each.questions.some((id) => errors.some(({ field }) => field.split('.')[0] === id)),
  );
  return screen ? { ...at(q, again, screen.id), errors, editing: true } : again;
}
