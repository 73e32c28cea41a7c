import { Temporal } from 'temporal-polyfill';
import type { FreeTimes, FreeTimesRequest, Gone, None, Time } from '../../contract/appointment.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import { giveUpHolds } from './claim.ts';
import { nearestTimes, soonestTimes, timesBetween, type Search } from './find.ts';
import { lastDay, showsOf } from './kind-rules.ts';
import { atMost, oneFlight } from './one-flight.ts';
import { rulesOf } from './planning.ts';
import { whyNone, type Wanted } from './who.ts';

/** What a tenant is offered. */

/** Looks that may run at once; the desk has ten connections to PostgreSQL for everything. */
const looking = atMost(4);

/** Of a kind that the association does not offer: enough to say so. */
const nothing = { shows: 'time', none: 'not-offered' } as const;

/** @returns undefined when the association does not offer this */
export async function searchFor(
  desk: Desk,
  profile: Profile,
  wanted: Wanted,
): Promise<Search | undefined> {
  const rules = await rulesOf(profile.id, desk.database.db, wanted.kind);
  return rules?.active ? { wanted, rules, now: desk.now() } : undefined;
}

export const freeTimes = (desk: Desk, profile: Profile, asked: FreeTimesRequest) =>
  looking(() => lookUp(desk, profile, asked));

async function lookUp(
  desk: Desk,
  profile: Profile,
  { month, ...wanted }: FreeTimesRequest,
): Promise<FreeTimes> {
  const { db } = desk.database;
  const now = new Date(desk.now()).toISOString();
  const [search] = await Promise.all([
    searchFor(desk, profile, wanted),
    giveUpHolds(profile.id, db, desk.now()),
  ]);
  if (!search) return { ...nothing, times: [], lastDay: now.slice(0, 10), now };
  const times = month
    ? await timesBetween(profile.id, db, search, ...daysOf(month))
    : await soonestTimes(profile.id, db, search);
  const none =
    times.length || (month && (await soonestTimes(profile.id, db, search)).length)
      ? undefined
      : await whyNone(profile.id, db, wanted);
  return {
    shows: showsOf(search.rules),
    times,
    ...(none ? { none } : {}),
    lastDay: lastDay(search.rules, search.now),
    now,
  };
}

/** The first and the last. @param month "2026-12" */
const daysOf = (month: string): [string, string] => {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return [`${month}-01`, `${month}-${daysInMonth}`];
};

interface Instead {
  alternatives: Time[];
  none?: None;
}

const nearby = oneFlight<Instead>();

/** What can be had instead of a time (epoch milliseconds), and why there is nothing. */
export function insteadOf(
  { database: { db } }: Pick<Desk, 'database'>,
  association: string,
  search: Search,
  wanted: number,
): Promise<Instead> {
  const key = JSON.stringify([association, search.wanted, wanted]);
  return nearby(key, () =>
    looking(async () => {
      const alternatives = await nearestTimes(association, db, search, wanted);
      if (alternatives.length) return { alternatives };
      return { alternatives, none: await whyNone(association, db, search.wanted) };
    }),
  );
}

/** What is said of a time that is not there (any more). */
export type NotThere = () => Promise<Gone>;

/**
 * Looked up only when it is called: whoever comes after does not wait for it, and all who lost the same time
 * then ask together.
 */
export function gone(
  desk: Desk,
  profile: Profile,
  search: Search | undefined,
  { from }: Time,
): NotThere {
  return async () => {
    if (!search) return { outcome: 'gone', alternatives: [], ...nothing };
    const instead = await insteadOf(desk, profile.id, search, Date.parse(from));
    return { outcome: 'gone', shows: showsOf(search.rules), ...instead };
  };
}

/** The answer, looked up when it has to be. */
export const answered = async <T extends object>(found: T | NotThere): Promise<T | Gone> =>
  typeof found === 'function' ? found() : found;
