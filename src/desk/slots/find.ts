import { sql, type RawBuilder } from 'kysely';
import { SOONEST } from '../../contract/appointment-kinds.ts';
import type { KindRules } from '../../contract/appointment-staff.ts';
import type { Time } from '../../contract/appointment.ts';
import type { Db } from '../db/open.ts';
import { dutchDate } from '../opening-rules.ts';
import { daysAfter } from './dutch-day.ts';
import { busyFor, earliest, lastDay, showsOf, windowsBetween } from './kind-rules.ts';
import { whoCan, type Wanted } from './who.ts';

/**
 * Free times, each by one query over `day_free`: the gaps of everybody who can come, shortened by how long
 * it takes, make the ranges in which it may begin; what is told lies in those. Who it will be is decided
 * when it is claimed.
 */

export interface Search {
  wanted: Wanted;
  rules: KindRules;
  /** Epoch milliseconds. */
  now: number;
}

interface Row {
  starts: Date;
  ends: Date;
}

const inMs = (ms: number) => sql`make_interval(secs => ${ms / 1000}::float8)`;

/**
 * When something that takes so long may begin, of all people together, as one multirange. `unnest` stands in
 * the list and not in `from`: there PostgreSQL 15 keeps what each call returns before it goes on, which took
 * as long as all the rest.
 */
const startable = (association: string, { rules }: Search, days: RawBuilder<unknown>) => sql`
  select range_agg(tstzrange(lower(gap), upper(gap) - ${inMs(busyFor(rules))}, '[]')) as spans
  from (
    select unnest(f.free) as gap from day_free f
    where f.association = ${association} and f.day ${days}
      and f.person_id in (select id from who)
  ) gaps
  where upper(gap) - lower(gap) >= ${inMs(busyFor(rules))}`;

/** The windows of these days, as a table. */
const windows = ({ rules }: Search, first: string, last: string) => sql`
  jsonb_to_recordset(${JSON.stringify(
    windowsBetween(rules, first, last).map(({ day, starts, ends }) => ({
      day,
      starts: new Date(starts),
      ends: new Date(ends),
    })),
  )}::jsonb) as w(day date, starts timestamptz, ends timestamptz)`;

/** Every step in `spans` that is not too soon. */
function steps({ rules, now }: Search) {
  const step = inMs(rules.stepMinutes * 60_000);
  return sql`
    select starts, starts + ${inMs(rules.minutes * 60_000)} as ends
    from unnest(spans) span cross join generate_series(
      date_bin(${step}, lower(span) + ${step} - interval '1 microsecond', 'epoch'),
      upper(span), ${step}) starts
    where starts >= ${new Date(earliest(rules, now))}::timestamptz`;
}

/** Windows in which it may begin and be over. */
const inWindows = ({ rules, now }: Search, windows: RawBuilder<unknown>) => sql`
  select w.starts, w.ends from ${windows}
  where w.starts >= ${new Date(earliest(rules, now))}::timestamptz
    and free.spans && tstzrange(w.starts, w.ends - ${inMs(busyFor(rules))}, '[]')`;

function allBetween(association: string, search: Search, first: string, last: string) {
  const days = sql`between ${first}::date and ${last}::date`;
  const told =
    showsOf(search.rules) === 'time'
      ? steps(search)
      : inWindows(search, windows(search, first, last));
  return sql`
    with who as materialized (${whoCan(association, search.wanted)}),
      free as (${startable(association, search, days)})
    select told.* from free cross join lateral (${told}) told`;
}

/** Day by day, and no further than the day on which the last one is found. */
function soonest(association: string, search: Search, first: string, last: string) {
  const byTime = showsOf(search.rules) === 'time';
  const told = byTime ? steps(search) : inWindows(search, sql`told w`);
  return sql`
    with who as materialized (${whoCan(association, search.wanted)})
      ${byTime ? sql`` : sql`, told as materialized (select * from ${windows(search, first, last)})`}
    select told.starts, told.ends from (
      select day::date from generate_series(${first}::date, ${last}::date, interval '1 day') day
      order by day
    ) d
    cross join lateral (${startable(association, search, sql`= d.day`)}) free
    cross join lateral (${told}) told
    order by d.day, told.starts limit ${SOONEST}`;
}

const timesIn = async (db: Db, query: RawBuilder<unknown>): Promise<Time[]> =>
  (await (query as RawBuilder<Row>).execute(db)).rows.map(({ starts, ends }) => ({
    from: starts.toISOString(),
    to: ends.toISOString(),
  }));

const firstDay = ({ rules, now }: Search): string => dutchDate(earliest(rules, now)).toString();

/** The five soonest, soonest first. */
export const soonestTimes = (association: string, db: Db, search: Search): Promise<Time[]> =>
  timesIn(db, soonest(association, search, firstDay(search), lastDay(search.rules, search.now)));

/**
 * All that is free on these days, soonest first; days that cannot be booked (yet) are left out.
 * @param first ISO date, and so is `last`: both included
 */
export async function timesBetween(
  association: string,
  db: Db,
  search: Search,
  first: string,
  last: string,
): Promise<Time[]> {
  const from = [first, firstDay(search)].sort().at(-1)!;
  const to = [last, lastDay(search.rules, search.now)].sort()[0]!;
  if (from > to) return [];
  return timesIn(db, sql`${allBetween(association, search, from, to)} order by starts`);
}

/** Days on either side in which a time is near. */
const NEAR = 14;

/** Five that are free, the nearest to `wanted` (epoch milliseconds) first; far from it the soonest. */
export async function nearestTimes(
  association: string,
  db: Db,
  search: Search,
  wanted: number,
): Promise<Time[]> {
  const day = dutchDate(wanted).toString();
  const from = [daysAfter(day, -NEAR), firstDay(search)].sort().at(-1)!;
  const to = [daysAfter(day, NEAR), lastDay(search.rules, search.now)].sort()[0]!;
  const at = new Date(wanted);
  const near =
    from > to
      ? []
      : await timesIn(
          db,
          sql`select * from (${allBetween(association, search, from, to)}) near
            where starts <> ${at}::timestamptz
            order by abs(extract(epoch from starts - ${at}::timestamptz)), starts
            limit ${SOONEST}`,
        );
  if (near.length) return near;
  const soon = await soonestTimes(association, db, search);
  return soon.filter((each) => Date.parse(each.from) !== wanted);
}
