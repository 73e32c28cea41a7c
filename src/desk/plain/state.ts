import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { repairQuestions } from '../../../components/repair-form/questions.ts';
import { RepairAnswersSchema, type RepairAnswers } from '../../contract/repair-request.ts';
import { readableJson } from '../http/readable.ts';

/**
 * What a plain page carries along in a hidden field, from page to page: the desk keeps nothing until
 * it is sent, and nothing of it is ever in an address.
 */
export interface PlainState {
  answers: RepairAnswers;
  /** Owns the photos. */
  draft: string;
  /** Makes a second "Verstuur" harmless. */
  key: string;
  screen: string;
  /** The furthest part reached: the bar never goes back. */
  furthest: number;
  /** On the way back to check-answers after "Aanpassen". */
  editing: boolean;
}

const Uuid = v.pipe(v.string(), v.uuid());

const StateSchema = v.object({
  answers: RepairAnswersSchema,
  draft: Uuid,
  key: Uuid,
  screen: v.picklist(repairQuestions.screens.map(({ id }) => id)),
  furthest: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
  editing: v.boolean(),
});

export const freshState = (): PlainState => ({
  answers: {},
  draft: randomUUID(),
  key: randomUUID(),
  screen: repairQuestions.screens[0]?.id ?? '',
  furthest: 0,
  editing: false,
});

/** undefined when it is none of ours: then the form begins anew. */
export function readState(text: unknown): PlainState | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const parsed = v.safeParse(StateSchema, readableJson(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Without the answers that are asked on this very page: those are in its own fields. */
export function writeState(state: PlainState, askedHere: readonly string[]): string {
  const answers = Object.fromEntries(
    Object.entries(state.answers).filter(([id]) => !askedHere.includes(id)),
  );
  return JSON.stringify({ ...state, answers });
}

export const withinLimits = (answers: RepairAnswers): boolean => v.is(RepairAnswersSchema, answers);
