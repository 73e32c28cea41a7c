import * as v from 'valibot';
import type { CallbackPromise } from './callback.ts';
import type { CallbackTopic, CallbackWhen } from './callback-choices.ts';
import { LIMITS } from './checks.ts';
import type { RecognitionWord } from './recognition-word.ts';
import type { Recording, Report, ShownRow } from './staff.ts';

/** "Terugbellen": what the console and the desk say to each other about callbacks. */

/** What happened to one: what staff did, and what she changed herself. */
export type CallbackAttemptKind =
  'reached' | 'no-answer' | 'later' | 'passed-on' | 'changed' | 'cancelled';

/** One line of the list: what was promised first stands first. */
export interface CallbackLine {
  id: string;
  reference: string;
  /** ISO 8601 instants, here and below. */
  receivedAt: string;
  topic: CallbackTopic;
  when: CallbackWhen;
  /** Who calls; a team that the profile no longer has is told by its id. */
  team: { id: string; name: string };
  /** Empty when she gave no name. */
  who: string;
  /** BCP 47. */
  language: string;
  interpreter: boolean;
  /** When it is to be done. */
  dueAt: string;
  promise: CallbackPromise;
  /** After what was promised, or a day after it was to be done. */
  late: boolean;
  /** How often nobody answered. */
  misses: number;
  /** Somebody calls her now: who, whether that is oneself, and until when without a sign of life. */
  claimed?: { by: string; mine: boolean; until: string };
  /** Something came along that was filled in. */
  filledIn: boolean;
  /** She told it with her voice. */
  spoken: boolean;
}

export interface CallbackList {
  items: readonly CallbackLine[];
  teams: readonly { id: string; name: string }[];
  /** Of the queue and of nobody who works in it. */
  figures: { open: number; late: number; today: number };
  /** The desk's clock. */
  now: string;
}

/** One, whole: that it was seen, and by whom, is kept. */
export interface CallbackDetail extends CallbackLine {
  state: 'open' | 'done' | 'cancelled';
  word: RecognitionWord;
  phone: string;
  /** To dial; left out when it cannot be read as a number. */
  tel?: string;
  someoneElse: boolean;
  about: string;
  /** "repair-form/photos" */
  from: string;
  recording?: Recording;
  /** Her recording could not be read. */
  voiceLost: boolean;
  /** As shown to her; empty when nothing came along. */
  shown: { nl: readonly ShownRow[]; tenant: readonly ShownRow[] };
  pictures: Report['pictures'];
  history: readonly { at: string; by: string; kind: CallbackAttemptKind; text: string }[];
  teams: CallbackList['teams'];
  /** Instants at which somebody is there, to agree on another time. */
  hours: readonly string[];
  now: string;
}

const Note = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.text)), '');

/** How the call went. Only who has it in hand may say so. */
export const CallbackOutcomeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('reached'), note: Note }),
  v.strictObject({ kind: v.literal('no-answer'), note: Note }),
  v.strictObject({
    kind: v.literal('later'),
    note: Note,
    /** Agreed with her: we call within the hour from then. */
    at: v.pipe(v.string(), v.isoTimestamp()),
  }),
  v.strictObject({
    kind: v.literal('passed-on'),
    note: Note,
    team: v.pipe(v.string(), v.maxLength(60)),
  }),
]);
export type CallbackOutcome = v.InferOutput<typeof CallbackOutcomeSchema>;
