import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import { newId } from '../ids.ts';
import { dutchDate } from '../opening-rules.ts';
import { datesBetween, dayOf, daysAfter, type Span } from './dutch-day.ts';
import { openOn, type Calendar } from './open-time.ts';

/**
 * `day_free`: of every person, seat and day ahead what is open and what of that is free. Made anew from the
 * rules when staff change them, and made longer as time goes by; appointments keep it right by themselves.
 * All of it runs in the association's turn (`inTurn('appointments')`).
 */

/** Beyond the longest horizon, so that a job that is late does no harm. */
const SPARE = 7;
const WITHOUT_KINDS = 30;

interface DayRow {
  id: string;
  person: string;
  seat: number;
  day: string;
  open: string;
  erase: Date;
}

const multirange = (spans: readonly Span[]): string =>
  `{${spans.map((span) => `[${span.map((at) => new Date(at).toISOString()).join()})`).join()}}`;

async function lastDayAhead(association: string, tx: Db, now: number): Promise<string> {
  const { most } = await tx
    .selectFrom('appointment_kind')
    .select((select) => select.fn.max('horizon_days').as('most'))
    .where('association', '=', association)
    .executeTakeFirstOrThrow();
  return daysAfter(dutchDate(now).toString(), (Number(most) || WITHOUT_KINDS) + SPARE);
}

/** Whose days these are, with what decides them. */
async function calendars(association: string, tx: Db, person: string | undefined) {
  const people = await tx
    .selectFrom('person')
    .select(['id', 'team_id', 'seats', 'week'])
    .where('association', '=', association)
    .where('active', '=', true)
    .$if(person !== undefined, (query) => query.where('id', '=', person!))
    .execute();
  const own = await tx
    .selectFrom('person_day')
    .select(['person_id', 'date', 'spans'])
    .where('association', '=', association)
    .execute();
  const closures = await tx
    .selectFrom('closure')
    .select(['team_id', 'from_date', 'to_date', 'spans'])
    .where('association', '=', association)
    .execute();
  return people.map(({ id, team_id, seats, week }) => {
    const calendar: Calendar = {
      week,
      days: new Map(own.flatMap((day) => (day.person_id === id ? [[day.date, day.spans]] : []))),
      closures: closures
        .filter((closure) => closure.team_id === null || closure.team_id === team_id)
        .map(({ from_date, to_date, spans }) => ({ from: from_date, to: to_date, spans })),
    };
    return { id, seats, calendar };
  });
}

async function rowsFor(
  association: string,
  tx: Db,
  { person, dates, now }: { person: string | undefined; dates: readonly string[]; now: number },
): Promise<DayRow[]> {
  const people = await calendars(association, tx, person);
  return people.flatMap(({ id, seats, calendar }) =>
    dates.flatMap((day) => {
      const spans = openOn(calendar, day);
      if (!spans.length) return [];
      return Array.from({ length: seats }, (_, index) => ({
        id: newId(now),
        person: id,
        seat: index + 1,
        day,
        open: multirange(spans),
        erase: new Date(dayOf(day)[1]),
      }));
    }),
  );
}

const asTable = (rows: readonly DayRow[]) => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as
    r(id uuid, person uuid, seat smallint, day date, open tstzmultirange, erase timestamptz)`;

/** Appointments that are there already come off: the rules may change under them. */
async function write(association: string, tx: Db, rows: readonly DayRow[]): Promise<void> {
  await sql`
    insert into day_free (id, association, person_id, seat, day, open, free, taken, erase_at)
    select r.id, ${association}, r.person, r.seat, r.day, r.open,
      r.open - coalesce(busy.times, '{}'), busy.count, r.erase
    from ${asTable(rows)}
    cross join lateral (
      select range_agg(a.during) as times, count(*) as count from appointment a
      where a.person_id = r.person and a.seat = r.seat and takes_time(a.state)
        and a.starts_at > r.erase - interval '26 hours' and a.starts_at < r.erase
        and (a.starts_at at time zone 'Europe/Amsterdam')::date = r.day
    ) busy
    on conflict (person_id, seat, day) do update
      set open = excluded.open, free = excluded.free, taken = excluded.taken`.execute(tx);
}

/**
 * Makes the days ahead anew, after a change of the rules: of one person, or of everybody. The rows are locked
 * first: who is claiming a time is waited for, and what she claims comes off; who claims or cancels meanwhile
 * waits, and does so on the row as it then is.
 */
export async function renewDays(
  association: string,
  tx: Db,
  { person, now }: { person?: string | undefined; now: number },
): Promise<void> {
  const today = dutchDate(now).toString();
  const dates = datesBetween(today, await lastDayAhead(association, tx, now));
  const rows = await rowsFor(association, tx, { person, dates, now });
  const these = sql`association = ${association} and day >= ${today}::date
    ${person === undefined ? sql`` : sql`and person_id = ${person}`}`;
  await sql`select from day_free where ${these} order by id for update`.execute(tx);
  await write(association, tx, rows);
  await sql`
    delete from day_free f where ${these} and not exists (
      select from ${asTable(rows)}
      where r.person = f.person_id and r.seat = f.seat and r.day = f.day
    )`.execute(tx);
}

/** Adds the days that have come within reach since the last time. @returns whether there were any */
export async function lengthenDays(association: string, tx: Db, now: number): Promise<boolean> {
  const last = await lastDayAhead(association, tx, now);
  const { rows } = await sql<{ last: string | null }>`
    select max(day)::text as last from day_free where association = ${association}`.execute(tx);
  const today = dutchDate(now).toString();
  const known = rows[0]?.last;
  const first = known && known >= today ? daysAfter(known, 1) : today;
  if (first > last) return false;
  const added = await rowsFor(association, tx, {
    person: undefined,
    dates: datesBetween(first, last),
    now,
  });
  await write(association, tx, added);
  return added.length > 0;
}
