import { screensAsked } from '../../src/contract/questionnaire.ts';
import type { Receipt, RepairAnswers } from '../../src/contract/repair-request.ts';
import type { ProblemId } from '../../src/contract/triage/tree.ts';
import { needsOfForm, nextForm, startForm } from '../../src/runtime/journey/model.ts';
import type { Effect, FormAction, FormState } from '../../src/runtime/journey/model.ts';
import { repairQuestions } from './questions.ts';

export interface RepairState extends FormState<RepairAnswers, Receipt> {
  /** The self-help worked: there is nothing to report. */
  solved?: boolean;
  /** What her own words may mean, best first: kept, for another language would find nothing in them. */
  suggested?: readonly ProblemId[];
  /** It was urgent when it was sent: her answers are gone, and the way to call stays. */
  urgent?: true;
}

export type RepairAction =
  | FormAction<RepairAnswers, Receipt>
  /** "Het is gelukt. Ik hoef niets te melden." and its undoing. */
  | { type: 'solved'; value: boolean }
  | { type: 'suggest'; problems: readonly ProblemId[] };

export const start = (): RepairState => startForm(repairQuestions, {});

/**
 * @param q the questions as the association has them
 * @throws on an action that this state does not allow: a bug in the caller.
 */
export function next(state: RepairState, action: RepairAction, q = repairQuestions): RepairState {
  switch (action.type) {
    case 'solved':
      if (state.phase !== 'filling' || state.screen !== 'self-help')
        throw new Error(`"solved" on "${state.screen}" while the form is ${state.phase}`);
      return { ...state, solved: action.value };
    case 'suggest':
      if (state.phase !== 'filling' || same(state.suggested, action.problems)) return state;
      return { ...state, suggested: action.problems };
    case 'uploaded':
    case 'checked':
    case 'add-photo':
    case 'drop-photo':
    case 'recorded':
    case 'drop-voice':
      // Goes on in the background, whatever screen she is on.
      return nextForm(q, state, action);
    case 'accepted':
      return withoutAnswers(nextForm(q, state, action), wasUrgent(q, state));
    default: {
      // Back from the way to a person: it is still solved.
      if (action.type === 'open' && action.screen === 'solved' && state.solved) return state;
      if (state.solved === undefined) return nextForm(q, state, action);
      const { solved: _, ...form } = state;
      return nextForm(q, form, action);
    }
  }
}

const same = (one: readonly ProblemId[] = [], other: readonly ProblemId[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);

/** The desk has them: nothing of hers stays on the device but how we shall reach her. */
const withoutAnswers = ({ suggested: _, ...state }: RepairState, urgent: boolean): RepairState => {
  const { reach } = state.answers;
  return {
    ...state,
    answers: reach ? { reach } : {},
    uploaded: [],
    unchecked: [],
    passed: [],
    ...(urgent ? { urgent: true as const } : {}),
  };
};

const wasUrgent = (q: typeof repairQuestions, { answers }: RepairState): boolean =>
  screensAsked(q, answers).some(({ id }) => id === 'urgent');

/** Ids of what goes to the desk beside the answers. */
const attachmentsOf = ({ answers: { voice, photos = [] } }: RepairState): string[] => [
  ...(voice ? [voice] : []),
  ...photos,
];

export const needs = (state: RepairState): Effect[] => needsOfForm(state, attachmentsOf(state));
