import { sql } from 'kysely';
import type { Db } from '../db/open.ts';

/**
 * A full count, which trusts neither the constraint nor the trigger: every two that overlap, and every day
 * whose free time is not what is open without its appointments.
 */
export async function audit(
  association: string,
  db: Db,
): Promise<{ booked: number; held: number; double: number; wrongDays: number }> {
  const { rows } = await sql<{ booked: number; held: number; double: number; wrong: number }>`
    select
      (select count(*)::int from appointment
        where association = ${association} and state = 'booked') as booked,
      (select count(*)::int from appointment
        where association = ${association} and state = 'held') as held,
      (select count(*)::int from appointment a join appointment b
        on b.person_id = a.person_id and b.seat = a.seat and b.id > a.id
          and b.starts_at < a.busy_until and a.starts_at < b.busy_until
        where a.association = ${association} and takes_time(a.state) and takes_time(b.state)
      ) as double,
      (select count(*)::int from day_free f
        left join lateral (
          select range_agg(tstzrange(a.starts_at, a.busy_until)) as times, count(*) as count
          from appointment a
          where a.person_id = f.person_id and a.seat = f.seat and takes_time(a.state)
            and (a.starts_at at time zone 'Europe/Amsterdam')::date = f.day
        ) busy on true
        where f.association = ${association}
          and (f.free <> f.open - coalesce(busy.times, '{}') or f.taken <> busy.count)
      ) as wrong`.execute(db);
  const { booked = 0, held = 0, double = 0, wrong = 0 } = rows[0] ?? {};
  return { booked, held, double, wrongDays: wrong };
}
