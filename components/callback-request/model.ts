import type { CallbackReceipt, CallbackView } from '../../src/contract/callback.ts';
import { CALLBACK_TOPICS } from '../../src/contract/callback-choices.ts';
import type { CallbackTopic } from '../../src/contract/callback-choices.ts';
import { checkScreen, screenById, screensAsked } from '../../src/contract/questionnaire.ts';
import { needsOfForm, nextForm, startForm } from '../../src/runtime/journey/model.ts';
import type { Effect, FormAction, FormState } from '../../src/runtime/journey/model.ts';
import { at } from '../../src/runtime/journey/moves.ts';
import type { Known } from '../../src/runtime/speak/known.ts';
import { callbackQuestionsAlone } from './questions.ts';
import type { CallbackAnswers } from './questions.ts';

export interface CallbackState extends FormState<CallbackAnswers, CallbackReceipt> {
  /** The screen that she came in on: nothing of it lies before. */
  entry: string;
  /** As it is since she changed or cancelled it. */
  view?: CallbackView;
}

export type CallbackAction =
  | FormAction<CallbackAnswers, CallbackReceipt>
  /** What is known around it is taken over; what she said here herself stays. */
  | { type: 'take'; known: Known }
  /** The desk has changed it, or taken it off the list. */
  | { type: 'changed'; view: CallbackView };

export const start = (): CallbackState => ({
  // All day, until she says otherwise.
  ...startForm<CallbackAnswers, CallbackReceipt>(callbackQuestionsAlone, { when: 'any' }),
  entry: 'topic',
});

/**
 * @param q the questions as they are asked here
 * @throws on an action that this state does not allow: a bug in the caller.
 */
export function next(
  state: CallbackState,
  action: CallbackAction,
  q = callbackQuestionsAlone,
): CallbackState {
  if (action.type === 'take') return taken(state, action.known, q);
  if (action.type === 'changed') {
    if (state.phase !== 'sent') throw new Error(`"changed" while the form is ${state.phase}`);
    return { ...state, view: action.view };
  }
  // The shared moves keep what is ours.
  const after = nextForm(q, state, action) as CallbackState;
  return action.type === 'accepted' ? withoutAnswers(after) : after;
}

/** The desk has them: nothing of hers stays on the device but that she asked. */
const withoutAnswers = (state: CallbackState): CallbackState => ({
  ...state,
  answers: {},
  uploaded: [],
  passed: [],
});

export const isTopic = (topic: string | undefined): topic is CallbackTopic =>
  CALLBACK_TOPICS.some((each) => each === topic);

/** Before she has gone anywhere in it: a form that she is in the middle of is hers. */
function taken(
  state: CallbackState,
  known: Known,
  q: typeof callbackQuestionsAlone,
): CallbackState {
  if (state.phase !== 'filling') return state;
  const { topic, phone, name, someoneElse } = known;
  const told: CallbackAnswers = {
    ...(isTopic(topic) ? { topic } : {}),
    ...(phone ? { phone } : {}),
    ...(name ? { name } : {}),
    ...(someoneElse ? { someoneElse } : {}),
  };
  const answers: CallbackAnswers = { ...told, ...state.answers };
  const asksInterpreter = q.questions.some(
    ({ id, when }) => id === 'interpreter' && when?.(answers),
  );
  const isKnown: Readonly<Record<string, boolean>> = {
    topic: told.topic !== undefined,
    who: told.phone !== undefined && !asksInterpreter,
  };
  const passed = [
    ...state.passed,
    ...Object.keys(isKnown).filter(
      (id) =>
        isKnown[id] &&
        !state.passed.includes(id) &&
        checkScreen(q, screenById(q, id), answers).length === 0,
    ),
  ];
  const here = { ...state, answers, passed };
  if (state.screen !== state.entry) return here;
  const asked = screensAsked(q, answers);
  const first = asked.find(({ id }) => !passed.includes(id)) ?? asked[0]!;
  return {
    ...at(q, here, first.id),
    errors: first.id === state.screen ? state.errors : [],
    entry: first.id,
    // "Verder" leads to what is not known yet.
    editing: passed.length > 0,
  };
}

export const needs = (state: CallbackState): Effect[] =>
  needsOfForm(state, state.answers.voice ? [state.answers.voice] : []);
