import type { Receipt, RepairAnswers } from '../../src/contract/repair-request.ts';
import { needsOfForm, nextForm, startForm } from '../../src/runtime/journey/model.ts';
import type { Effect, FormAction, FormState } from '../../src/runtime/journey/model.ts';
import { repairQuestions } from './questions.ts';

export interface RepairState extends FormState<RepairAnswers, Receipt> {
  /** The self-help worked: there is nothing to report. */
  solved?: boolean;
}

export type RepairAction =
  | FormAction<RepairAnswers, Receipt>
  /** "Het is gelukt. Ik hoef niets te melden." and its undoing. */
  | { type: 'solved'; value: boolean };

export const start = (): RepairState => startForm(repairQuestions, {});

/** @throws on an action that this state does not allow: a bug in the caller. */
export function next(state: RepairState, action: RepairAction): RepairState {
  if (action.type === 'solved') return { ...state, solved: action.value };
  const { solved: _, ...form } = state;
  return nextForm(repairQuestions, form, action);
}

export const needs = (state: RepairState): Effect[] =>
  needsOfForm(state, state.answers.photos ?? []);
