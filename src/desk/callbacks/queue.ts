import type { CallbackOffer, CallbackPromise } from '../../contract/callback.ts';
import type { CallbackTopic, CallbackWhen } from '../../contract/callback-choices.ts';
import type { Profile } from '../../contract/profile.ts';
import { capacityOf, teamFor, type CallbackSettings, type Team } from '../callback-settings.ts';
import type { Db } from '../db/open.ts';
import { ProblemError } from '../http/problem.ts';
import { openingIntervals } from '../opening-rules.ts';
import { plannedFor, type CallbackRow } from '../repositories/callbacks.ts';
import { planCall, type Plan } from './plan.ts';

/** As far ahead as a call is planned. */
const DAYS = 28;

/** @throws {ProblemError} `not-found` where nobody calls back */
export function callbacksOf({ callbacks }: Profile): CallbackSettings {
  if (!callbacks) throw new ProblemError('not-found');
  return callbacks;
}

export interface Wish {
  team: Team;
  when: CallbackWhen;
  now: number;
  notBefore?: number;
  /** A call that is planned anew does not stand in its own way. */
  without?: string;
}

/** @param db the transaction that stores it, after `lockQueue`; or any, to say what would be */
export async function planIn(profile: Profile, db: Db, wish: Wish): Promise<Plan> {
  const settings = callbacksOf(profile);
  return planCall({
    open: openingIntervals(profile.phoneHours, wish.now, DAYS),
    planned: await plannedFor(profile.id, db, wish.team.id, wish.without),
    capacity: capacityOf(settings, wish.team),
    windowMinutes: settings.windowMinutes,
    when: wish.when,
    now: wish.now,
    ...(wish.notBefore === undefined ? {} : { notBefore: wish.notBefore }),
  });
}

/** What would be promised now. */
export async function offerFor(
  profile: Profile,
  db: Db,
  { topic, when, now }: { topic: CallbackTopic; when: CallbackWhen; now: number },
): Promise<CallbackOffer> {
  const settings = callbacksOf(profile);
  const { promise } = await planIn(profile, db, { team: teamFor(settings, topic), when, now });
  return { promise, callFrom: settings.callFrom };
}

/** As it is stored. */
export const columnsOf = ({ due, promise }: Plan) => ({
  due_at: new Date(due),
  promised_from: promise.kind === 'between' ? new Date(promise.from) : null,
  promised_until: promise.kind === 'between' ? new Date(promise.until) : null,
});

export const promiseIn = ({
  promised_from: from,
  promised_until: until,
}: Pick<CallbackRow, 'promised_from' | 'promised_until'>): CallbackPromise =>
  from && until
    ? { kind: 'between', from: from.toISOString(), until: until.toISOString() }
    : { kind: 'none' };
