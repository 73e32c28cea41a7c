import { sql } from 'kysely';
import type { AppointmentKind } from '../../src/contract/appointment-kinds.ts';
import type { Db } from '../../src/desk/db/open.ts';
import { giveUpHolds } from '../../src/desk/slots/claim.ts';
import { dayOf } from '../../src/desk/slots/dutch-day.ts';
import { soonestTimes, timesBetween, type Search } from '../../src/desk/slots/find.ts';
import { rulesOf } from '../../src/desk/slots/planning.ts';
import { ASSOCIATION, FIRST, LAST, NOW } from './calendar.ts';

/** What is read, against reading the appointments of the same days and doing nothing with them. */

/** What every other one is divided by. */
export const BARE = 'select person, during';

const bare = (db: Db) =>
  sql`select person_id, during from appointment
    where association = ${ASSOCIATION}
      and starts_at >= ${new Date(dayOf(FIRST)[0])}::timestamptz
      and starts_at < ${new Date(dayOf(LAST)[1])}::timestamptz`
    .execute(db)
    .then(({ rows }) => rows.length);

async function searchFor(db: Db, kind: AppointmentKind): Promise<Search> {
  const rules = await rulesOf(ASSOCIATION, db, kind);
  return { wanted: { kind, postcode: '9401 AB' }, rules: rules!, now: NOW };
}

/** As the desk answers: holds that ran out are given up first. */
export const readings = (db: Db): Record<string, () => Promise<number>> => {
  const look = async (kind: AppointmentKind, how: (search: Search) => Promise<unknown[]>) => {
    const [search] = await Promise.all([searchFor(db, kind), giveUpHolds(ASSOCIATION, db, NOW)]);
    return (await how(search)).length;
  };
  const all = (search: Search) => timesBetween(ASSOCIATION, db, search, FIRST, LAST);
  const five = (search: Search) => soonestTimes(ASSOCIATION, db, search);
  return {
    [BARE]: () => bare(db),
    'all free windows of visits': () => look('repair-visit', all),
    'all free times at the office': () => look('office', all),
    'the five soonest windows': () => look('repair-visit', five),
    'the five soonest times': () => look('office', five),
  };
};

/** The most that each may take, × the bare select. */
export const limitOf = (name: string): number => (name.startsWith('all') ? 1 : 0.5);

export interface Reading {
  name: string;
  /** Rows, or times. */
  found: number;
  median: number;
  /** Milliseconds. */
  p95: number;
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)]!;

/** They take turns, so that whatever the machine does meanwhile hits all alike. */
export async function measureReading(db: Db, rounds: number): Promise<Reading[]> {
  const all = Object.entries(readings(db));
  const took = new Map(all.map(([name]) => [name, [] as number[]]));
  const found = new Map<string, number>();
  for (const [name, read] of all) found.set(name, await read());
  for (let round = 0; round < rounds; round++)
    for (const [name, read] of all) {
      const began = performance.now();
      await read();
      took.get(name)!.push(performance.now() - began);
    }
  return all.map(([name]) => {
    const sorted = took.get(name)!.sort((a, b) => a - b);
    return { name, found: found.get(name)!, median: at(sorted, 0.5), p95: at(sorted, 0.95) };
  });
}
