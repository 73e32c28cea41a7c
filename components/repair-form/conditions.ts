import { OTHER, UNKNOWN } from '../../src/contract/questionnaire.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { dangers, safeties } from '../../src/contract/triage/danger.ts';
import type { Safety } from '../../src/contract/triage/danger.ts';
import { NO_SETTINGS, problemIn } from '../../src/contract/triage/settings.ts';
import type { TriageSettings } from '../../src/contract/triage/settings.ts';
import { currentRoom, items, problemsOf, rooms } from '../../src/contract/triage/tree.ts';
import type { Problem, ProblemId, Room } from '../../src/contract/triage/tree.ts';
import type { RoomId } from '../../src/contract/triage/types.ts';
import { safetyOf as safetyOfProblem, urgencyOf } from '../../src/contract/triage/urgency.ts';
import type { Decision } from '../../src/contract/triage/urgency.ts';
import { NO_DANGER } from './outline.ts';

/** What follows from the answers so far: the questions and the way through them are made of these. */

export type When = (answers: RepairAnswers) => boolean;

export const all =
  (...conditions: When[]): When =>
  (answers) =>
    conditions.every((condition) => condition(answers));

export const not =
  (condition: When): When =>
  (answers) =>
    !condition(answers);

/** The room she named, or the one that took its place since. */
export const roomOf = ({ room }: RepairAnswers): Room | undefined =>
  room === undefined ? undefined : rooms.find(({ id }) => id === currentRoom(room));

/** What is wrong, as this association has it. */
export const problemOf = (
  { problem }: RepairAnswers,
  settings: TriageSettings = NO_SETTINGS,
): Problem | undefined => problemIn(settings, problem);

/** How urgent, and which answers made it so. */
export const urgencyOfAnswers = (
  answers: RepairAnswers,
  settings: TriageSettings = NO_SETTINGS,
): Decision => urgencyOf(problemOf(answers, settings), answers.details ?? {});

/** Chosen from the suggestions under her own words, not by way of the tiles. */
export const foundInOwnWords: When = (answers) =>
  problemOf(answers) !== undefined && answers.item === undefined;

/** A problem found in her own words stays when she then says in which of its rooms it is. */
export const fitsOwnWords: When = (after) =>
  foundInOwnWords(after) &&
  (after.room === OTHER ||
    after.room === UNKNOWN ||
    problemOf(after)?.rooms.some((room) => room === roomOf(after)?.id) === true);

/** Found in her own words, it can be in several rooms, and she did not say in which. */
export const roomUntold: When = (answers) =>
  foundInOwnWords(answers) && answers.room === undefined && roomsAsked(answers).length > 1;

/**
 * In which room something found in her own words is: the only one in which it can be, the one that she
 * chose, or the one that her words name.
 * @param before her answers until now; what only followed from another problem is no choice of hers
 */
export function roomFound(
  before: RepairAnswers,
  found: ProblemId | undefined,
  named: RoomId | undefined,
): string | undefined {
  const followed = foundInOwnWords(before) && roomsAsked(before).length === 1;
  const chosen = followed ? undefined : before.room;
  if (!found) return chosen;
  const after = { ...before, item: undefined, problem: found };
  const [only, another] = roomsAsked(after);
  if (!another) return only;
  return fitsOwnWords({ ...after, room: chosen }) ? chosen : named;
}

export const roomsAsked = (answers: RepairAnswers): readonly string[] =>
  foundInOwnWords(answers) ? (problemOf(answers)?.rooms ?? []) : rooms.map((room) => room.id);

export const itemsOf = (answers: RepairAnswers): readonly string[] => roomOf(answers)?.items ?? [];

export const problemsAsked = (answers: RepairAnswers): readonly string[] => {
  const room = roomOf(answers);
  const item = items.find((each) => each.id === answers.item);
  return room && item ? problemsOf(room.id, item.id).map((problem) => problem.id) : [];
};

export const hasTiles: When = (answers) => roomOf(answers) !== undefined;

/** Nothing chosen and nothing told: we ask once more, and it may stay empty. */
export const nothingTold: When = (answers) =>
  !problemOf(answers) && !answers.story?.trim() && answers.voice === undefined;

export const noDangerNow: When = ({ danger }) => danger === undefined || danger === NO_DANGER;

/**
 * Something must be done before anything else: the form stops. No association can set this
 * otherwise.
 */
export const inDanger: When = (answers) =>
  !noDangerNow(answers) || urgencyOfAnswers(answers).urgency === 'danger';

export const calm: When = not(inDanger);

export const isUrgent =
  (settings: TriageSettings = NO_SETTINGS): When =>
  (answers) =>
    urgencyOfAnswers(answers, settings).urgency === 'urgent';

/** What to do now: in danger, or until help for something urgent comes; below that a warning. */
export function safetyOf(
  answers: RepairAnswers,
  settings: TriageSettings = NO_SETTINGS,
): Safety | undefined {
  const danger = dangers.find((each) => each.id === answers.danger);
  const id = danger?.safety ?? safetyOfProblem(problemOf(answers, settings), answers.details ?? {});
  return id && safeties[id];
}

/** What to be careful with while she waits, where nothing made it urgent. */
export const warningOf = (
  answers: RepairAnswers,
  settings: TriageSettings = NO_SETTINGS,
): Safety | undefined =>
  inDanger(answers) || isUrgent(settings)(answers) ? undefined : safetyOf(answers, settings);

/** "Bel mij eerst" is only offered to somebody whom we can call. */
export const CALL_FIRST = 'call-first';

export const canCall: When = ({ reach, doorPhone }) =>
  reach === 'phone' || Boolean(doorPhone?.trim());

/** Answers that ask for a call which nobody could make any more. */
export function promisesOfCall(after: RepairAnswers): readonly ('when' | 'needs')[] {
  if (canCall(after)) return [];
  return [
    ...(after.when === CALL_FIRST ? (['when'] as const) : []),
    ...(after.needs?.includes(CALL_FIRST) ? (['needs'] as const) : []),
  ];
}
