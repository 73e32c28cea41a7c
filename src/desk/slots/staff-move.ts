import { sql } from 'kysely';
import type { StaffMove } from '../../contract/appointment-staff.ts';
import type { Db } from '../db/open.ts';
import { inTurn } from '../repositories/in-turn.ts';
import { timesOf } from './claim.ts';
import type { Change } from './appointments.ts';
import { shownFor } from './kind-rules.ts';
import { rulesOf } from './planning.ts';

/**
 * Staff plan an appointment at a time and with a person of their choice, also outside her hours; never where
 * she has another one. Asked in the database's own words: whatever stands there already is refused.
 */
export type StaffMoved = 'moved' | 'not-found' | 'taken';

const EXCLUSION = '23P01';

export const staffMove = (
  association: string,
  db: Db,
  id: string,
  { person, starts }: StaffMove,
  change: Change,
): Promise<StaffMoved> =>
  inTurn('appointments', association, db, async (tx): Promise<StaffMoved> => {
    const row = await tx
      .selectFrom('appointment')
      .select(['kind', 'state'])
      .where('association', '=', association)
      .where('id', '=', id)
      .where('state', 'in', ['booked', 'withdrawn'])
      .forUpdate()
      .executeTakeFirst();
    const rules = row && (await rulesOf(association, tx, row.kind));
    if (!rules) return 'not-found';
    const from = Date.parse(starts);
    const times = timesOf({ rules }, from);
    const seat = await freeSeat(association, tx, id, { person, ...times });
    if (seat === undefined) return 'not-found';
    if (seat === null) return 'taken';
    const [shownFrom, shownTo] = shownFor(rules, from).map((at) => new Date(at));
    await tx
      .updateTable('appointment')
      .set({
        ...times,
        ...{ person_id: person, seat, state: 'booked' },
        ...{ shown_from: shownFrom, shown_to: shownTo },
        ...{ changed_at: change.at, changed_by: change.by },
      })
      .where('association', '=', association)
      .where('id', '=', id)
      .execute();
    return 'moved';
  }).catch((error: unknown) => {
    // Somebody claimed it between the look and the move.
    if ((error as { code?: string }).code === EXCLUSION) return 'taken';
    throw error;
  });

interface Wanted {
  person: string;
  starts_at: Date;
  busy_until: Date;
}

/** @returns null when each is taken, undefined when there is no such person */
async function freeSeat(
  association: string,
  tx: Db,
  id: string,
  { person, starts_at, busy_until }: Wanted,
): Promise<number | null | undefined> {
  const { rows } = await sql<{ seat: number | null }>`
    select (
      select min(seat) from generate_series(1, p.seats) seat where not exists (
        select from appointment a
        where a.person_id = p.id and a.seat = seat.seat and a.id <> ${id} and takes_time(a.state)
          and a.during && tstzrange(${starts_at}::timestamptz, ${busy_until}::timestamptz)
      )
    ) as seat
    from person p where p.association = ${association} and p.id = ${person} and p.active`.execute(
    tx,
  );
  return rows[0]?.seat;
}
