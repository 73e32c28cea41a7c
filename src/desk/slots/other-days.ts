import { sql } from 'kysely';
import type { NewClosure, PersonDay } from '../../contract/appointment-staff.ts';
import type { Db } from '../db/open.ts';
import { newId } from '../ids.ts';
import { inTurn } from '../repositories/in-turn.ts';
import { monthsAfter } from '../reports/keep.ts';
import { renewDays } from './days.ts';
import { dayOf } from './dutch-day.ts';
import { hasTeam } from './people.ts';

/** Days that are other than the week says: of one person, or closed for all. */

export interface By {
  by: string;
  now: number;
}

/**
 * Sets one day of one person, or takes that back. Whoever has an appointment then that no longer fits needs
 * another time: `withdrawn`. What was only held is let go.
 *
 * @returns ids of the appointments that lost their time; undefined when there is no such person
 */
export const setPersonDay = (
  association: string,
  db: Db,
  person: string,
  { date, spans, why }: PersonDay,
  { by, now }: By,
): Promise<string[] | undefined> =>
  inTurn('appointments', association, db, async (tx) => {
    const there = await tx
      .selectFrom('person')
      .select('id')
      .where('association', '=', association)
      .where('id', '=', person)
      .executeTakeFirst();
    if (!there) return undefined;
    await tx
      .deleteFrom('person_day')
      .where('association', '=', association)
      .where('person_id', '=', person)
      .where('date', '=', date)
      .execute();
    if (spans)
      await tx
        .insertInto('person_day')
        .values({
          id: newId(now),
          association,
          person_id: person,
          date,
          spans: JSON.stringify(spans),
          why,
          by_name: by,
          erase_at: monthsAfter(dayOf(date)[1], 1),
        })
        .execute();
    await renewDays(association, tx, { person, now });
    return spans ? withdraw(association, tx, { person, date }, { by, now }) : [];
  });

/** First what is held, then what is booked: a hold that is being booked meanwhile is seen by the second. */
async function withdraw(
  association: string,
  tx: Db,
  { person, date }: { person: string; date: string },
  { by, now }: By,
): Promise<string[]> {
  const [from, to] = dayOf(date).map((at) => new Date(at));
  const onThatDay = sql`association = ${association} and person_id = ${person}
    and starts_at >= greatest(${from}::timestamptz, ${new Date(now)}::timestamptz)
    and starts_at < ${to}::timestamptz and not exists (
      select from day_free f where f.person_id = appointment.person_id
        and f.seat = appointment.seat and f.day = ${date}::date and f.open @> appointment.during
    )`;
  await sql`delete from appointment where state = 'held' and ${onThatDay}`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    update appointment set state = 'withdrawn', changed_at = ${new Date(now)}::timestamptz,
      changed_by = ${by}::text
    where state = 'booked' and ${onThatDay} returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** @returns undefined when its team is not there */
export const addClosure = (
  association: string,
  db: Db,
  closure: NewClosure,
  { by, now }: By,
): Promise<string | undefined> =>
  inTurn('appointments', association, db, async (tx) => {
    if (closure.team && !(await hasTeam(association, tx, closure.team))) return undefined;
    const id = newId(now);
    await tx
      .insertInto('closure')
      .values({
        id,
        association,
        team_id: closure.team ?? null,
        from_date: closure.from,
        to_date: closure.to,
        spans: closure.spans ? JSON.stringify(closure.spans) : null,
        why: closure.why,
        by_name: by,
        erase_at: monthsAfter(dayOf(closure.to)[1], 1),
      })
      .execute();
    await renewDays(association, tx, { now });
    return id;
  });

export const removeClosure = (
  association: string,
  db: Db,
  id: string,
  now: number,
): Promise<boolean> =>
  inTurn('appointments', association, db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('closure')
      .where('association', '=', association)
      .where('id', '=', id)
      .executeTakeFirst();
    await renewDays(association, tx, { now });
    return numDeletedRows > 0n;
  });
