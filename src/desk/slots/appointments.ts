import { sql } from 'kysely';
import type { Selectable, Updateable } from 'kysely';
import type { Db } from '../db/open.ts';
import type { AppointmentTable } from '../db/tables.ts';
import { inTurn } from '../repositories/in-turn.ts';
import { spotFor, timesOf, type Claim } from './claim.ts';
import { whoCan } from './who.ts';

/** Appointments of one association: read, made out of a hold, made at once, moved, cancelled. */

export type AppointmentRow = Selectable<AppointmentTable>;

/** Who it is for, and how she is reached. */
export type Contact = Pick<
  AppointmentRow,
  | 'report_id'
  | 'problem'
  | 'language'
  | 'name'
  | 'phone'
  | 'tel'
  | 'email'
  | 'postcode'
  | 'where_line'
  | 'about'
  | 'someone_else'
>;

export interface NewAppointment extends Contact {
  id: string;
  reference: string;
  secret: string;
  idempotency_key: string;
  request_hash: string;
  erase_at: Date;
}

const select = (association: string, db: Db) =>
  db.selectFrom('appointment').selectAll().where('association', '=', association);

export const appointmentByKey = (association: string, db: Db, key: string) =>
  select(association, db).where('idempotency_key', '=', key).executeTakeFirst();

/** Not one that is only held. */
export const appointmentById = (association: string, db: Db, id: string) =>
  select(association, db).where('id', '=', id).where('state', '<>', 'held').executeTakeFirst();

export const appointmentByReference = (association: string, db: Db, reference: string) =>
  select(association, db).where('reference', '=', reference).executeTakeFirst();

/** The postcode that her report has, where her own row has none. */
export async function postcodeOf(
  association: string,
  db: Db,
  row: Pick<AppointmentRow, 'postcode' | 'report_id'>,
): Promise<string | null> {
  if (row.postcode || !row.report_id) return row.postcode;
  const report = await db
    .selectFrom('report')
    .select('postcode')
    .where('association', '=', association)
    .where('id', '=', row.report_id)
    .executeTakeFirst();
  return report?.postcode ?? null;
}

export const reportByKey = (association: string, db: Db, key: string) =>
  db
    .selectFrom('report')
    .select(['id', 'postcode', 'answers'])
    .where('association', '=', association)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();

export const firstNameOf = async (association: string, db: Db, person: string) =>
  (
    await db
      .selectFrom('person')
      .select('first_name')
      .where('association', '=', association)
      .where('id', '=', person)
      .executeTakeFirst()
  )?.first_name ?? '';

const shownOf = ({ place }: Claim) => ({
  shown_from: new Date(place.shown[0]),
  shown_to: new Date(place.shown[1]),
});

/**
 * Makes the hold an appointment; it may have run out, as long as nobody gave it up.
 * @returns undefined when there is no such hold, or who holds the time does not come to this address
 */
export const bookHold = (
  association: string,
  db: Db,
  { id: _, ...made }: NewAppointment,
  { hash, claim }: { hash: string; claim: Claim },
): Promise<AppointmentRow | undefined> =>
  db
    .updateTable('appointment')
    .set({ ...made, state: 'booked', held_until: null, hold_hash: null })
    .where('association', '=', association)
    .where('hold_hash', '=', hash)
    .where('state', '=', 'held')
    .where('kind', '=', claim.wanted.kind)
    .where('shown_from', '=', shownOf(claim).shown_from)
    .where('shown_to', '=', shownOf(claim).shown_to)
    .where(sql<boolean>`person_id in (${whoCan(association, claim.wanted)})`)
    .returningAll()
    .executeTakeFirst();

/**
 * Makes an appointment at a time that nobody holds.
 * @returns undefined when it is gone, or the key was used meanwhile
 */
export async function bookFree(
  association: string,
  db: Db,
  made: NewAppointment,
  claim: Claim,
): Promise<AppointmentRow | undefined> {
  const { rules, wanted, now } = claim;
  const fixed = {
    ...made,
    ...shownOf(claim),
    association,
    kind: wanted.kind,
    state: 'booked',
    created_at: new Date(now),
  };
  const columns = Object.keys(fixed).map((name) => sql.ref(name));
  const { rows } = await sql<AppointmentRow>`
    with spot as (${spotFor(association, claim)})
    insert into appointment (person_id, seat, starts_at, ends_at, busy_until, ${sql.join(columns)})
    select person_id, seat, starts_at,
      starts_at + make_interval(mins => ${rules.minutes}::int),
      starts_at + make_interval(mins => ${rules.minutes + rules.travelMinutes}::int),
      ${sql.join(Object.entries(fixed).map(([name, value]) => typed(name, value)))}
    from spot on conflict do nothing returning *`.execute(db);
  return rows[0];
}

/** In a `select` a parameter has no type of its own. */
const typed = (name: string, value: unknown) =>
  /_at$|^shown_/.test(name)
    ? sql`${value}::timestamptz`
    : /^id$|_id$|_key$/.test(name)
      ? sql`${value}::uuid`
      : name === 'someone_else'
        ? sql`${value}::boolean`
        : sql`${value}::text`;

/** Who changed it: a member of staff, or she herself. */
export interface Change {
  by: string | null;
  at: Date;
}

const set = async (
  association: string,
  tx: Db,
  id: string,
  values: Updateable<AppointmentTable>,
): Promise<AppointmentRow> =>
  tx
    .updateTable('appointment')
    .set(values)
    .where('association', '=', association)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** So that the turn is given back with nothing changed. */
class Gone extends Error {}

/**
 * Gives an appointment another time: the one that is held, or one that is free. Its own old time counts
 * as free.
 * @returns undefined when the new time is gone; then the old one stays
 */
export const moveAppointment = (
  association: string,
  db: Db,
  id: string,
  { hash, claim, change }: { hash: string | undefined; claim: Claim; change: Change },
): Promise<AppointmentRow | undefined> =>
  inTurn('appointments', association, db, async (tx) => {
    const changed = { changed_at: change.at, changed_by: change.by };
    await tx
      .updateTable('appointment')
      .set({ state: 'withdrawn' })
      .where('association', '=', association)
      .where('id', '=', id)
      .where('state', 'in', ['booked', 'withdrawn'])
      .returning('id')
      .executeTakeFirstOrThrow(() => new Gone());
    const held = hash && (await takeHold(association, tx, hash, claim));
    const spot = held || (await freeSpot(association, tx, claim));
    if (!spot) throw new Gone();
    const times = timesOf(claim, spot.starts_at.getTime());
    const { person_id, seat } = spot;
    return set(association, tx, id, {
      ...{ person_id, seat, state: 'booked', ...times, ...shownOf(claim), ...changed },
    });
  }).catch((error: unknown) => {
    if (error instanceof Gone) return undefined;
    throw error;
  });

type Spot = Pick<AppointmentRow, 'person_id' | 'seat' | 'starts_at'>;

const takeHold = (association: string, tx: Db, hash: string, claim: Claim) =>
  tx
    .deleteFrom('appointment')
    .where('association', '=', association)
    .where('hold_hash', '=', hash)
    .where('state', '=', 'held')
    .where('kind', '=', claim.wanted.kind)
    .where('shown_from', '=', shownOf(claim).shown_from)
    .where('shown_to', '=', shownOf(claim).shown_to)
    .where(sql<boolean>`person_id in (${whoCan(association, claim.wanted)})`)
    .returning(['person_id', 'seat', 'starts_at'])
    .executeTakeFirst();

const freeSpot = async (association: string, tx: Db, claim: Claim): Promise<Spot | undefined> =>
  (await sql<Spot>`${spotFor(association, claim)}`.execute(tx)).rows[0];

/** @returns undefined when it was cancelled already, or is not there */
export const cancelAppointment = (
  association: string,
  db: Db,
  id: string,
  change: Change,
): Promise<AppointmentRow | undefined> =>
  db
    .updateTable('appointment')
    .set({ state: 'cancelled', changed_at: change.at, changed_by: change.by })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('state', 'in', ['booked', 'withdrawn'])
    .returningAll()
    .executeTakeFirst();
