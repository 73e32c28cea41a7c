import type { Profile } from '../../contract/profile.ts';
import type { CallbackOutcome } from '../../contract/staff-callback.ts';
import type { Db } from '../db/open.ts';
import type { Desk } from '../desk.ts';
import { ProblemError } from '../http/problem.ts';
import { teamFor } from '../callback-settings.ts';
import {
  addCallbackAttempt,
  callbackById,
  lockQueue,
  type CallbackRow,
} from '../repositories/callbacks.ts';
import {
  claimCallback,
  endCall,
  releaseCallback,
  type Caller,
} from '../repositories/staff-callbacks.ts';
import { tryAgainAfter } from './plan.ts';
import { callbacksOf, columnsOf, planIn } from './queue.ts';

/**
 * A claim without a sign of life for so long is nobody's: the browser was closed, or the computer fell
 * asleep. The console gives one every minute.
 */
export const CLAIM_MINUTES = 5;

/** How long a time that was agreed on lasts. */
const AGREED = 3_600_000;

const tell = (desk: Desk, profile: Profile, id: string): void =>
  desk.live.publish(profile.id, { type: 'callback', id });

/**
 * "Ik bel nu", and again for a sign of life, of which nobody else is told.
 * @throws {ProblemError} `not-found`, `no-longer` when somebody else was first, or it is over
 */
export async function claim(
  desk: Desk,
  profile: Profile,
  id: string,
  caller: Caller,
): Promise<void> {
  const { db } = desk.database;
  const before = await callbackById(profile.id, db, id);
  if (!before) throw new ProblemError('not-found');
  const now = desk.now();
  const until = new Date(now + CLAIM_MINUTES * 60_000);
  if (!(await claimCallback(profile.id, db, id, caller, { now: new Date(now), until })))
    throw new ProblemError('no-longer');
  const had =
    before.claimed_person === caller.person && (before.claimed_until?.getTime() ?? 0) > now;
  if (!had) tell(desk, profile, id);
}

/** "Toch niet"; what she does not have in hand is left alone. @throws {ProblemError} `not-found` */
export async function release(
  desk: Desk,
  profile: Profile,
  id: string,
  person: string,
): Promise<void> {
  if (!(await callbackById(profile.id, desk.database.db, id))) throw new ProblemError('not-found');
  if (await releaseCallback(profile.id, desk.database.db, id, person)) tell(desk, profile, id);
}

/**
 * How the call went.
 * @throws {ProblemError} `not-found`, `bad-request` for a team or a time that cannot be, `no-longer` when
 *   somebody else has it in hand, or it is over
 */
export async function end(
  desk: Desk,
  profile: Profile,
  id: string,
  { name, person }: Caller,
  outcome: CallbackOutcome,
): Promise<void> {
  const at = new Date(desk.now());
  const ended = await desk.database.db.transaction().execute(async (tx) => {
    await lockQueue(profile.id, tx);
    const row = await callbackById(profile.id, tx, id);
    if (!row) throw new ProblemError('not-found');
    const { change, text } = await changeFor(profile, tx, row, outcome, at);
    if (!(await endCall(profile.id, tx, id, person, change))) return false;
    await addCallbackAttempt(profile.id, tx, row, { at, by: name, kind: outcome.kind, text });
    return true;
  });
  if (!ended) throw new ProblemError('no-longer');
  tell(desk, profile, id);
}

type Change = Parameters<typeof endCall>[4];

async function changeFor(
  profile: Profile,
  tx: Db,
  row: CallbackRow,
  outcome: CallbackOutcome,
  at: Date,
): Promise<{ change: Change; text: string }> {
  const settings = callbacksOf(profile);
  const text = outcome.note;
  if (outcome.kind === 'reached') return { change: { state: 'done' }, text };
  if (outcome.kind === 'later') return { change: agreed(outcome.at, at), text };
  if (outcome.kind === 'passed-on') {
    const team = settings.teams.find(({ id }) => id === outcome.team);
    if (!team) throw new ProblemError('bad-request');
    // What was promised to her stays promised.
    const from = settings.teams.find(({ id }) => id === row.team)?.name ?? row.team;
    return {
      change: { team: team.id },
      text: [`${from} → ${team.name}`, text].filter(Boolean).join('. '),
    };
  }
  const misses = row.misses + 1;
  const now = at.getTime();
  const plan = await planIn(profile, tx, {
    team: settings.teams.find(({ id }) => id === row.team) ?? teamFor(settings, row.topic),
    when: row.preferred,
    now,
    notBefore: tryAgainAfter(misses, now),
    without: row.id,
  });
  return { change: { misses, missed_at: at, ...columnsOf(plan) }, text };
}

function agreed(time: string, now: Date): Change {
  const from = new Date(time);
  if (from <= now) throw new ProblemError('bad-request');
  return {
    due_at: from,
    promised_from: from,
    promised_until: new Date(from.getTime() + AGREED),
  };
}
