import { sql, type Selectable } from 'kysely';
import type { CallbackTopic } from '../../contract/callback-choices.ts';
import type { ShownRow } from '../../contract/staff.ts';
import type { CallbackAttemptKind } from '../../contract/staff-callback.ts';
import type { Db } from '../db/open.ts';
import type { CallbackTable } from '../db/tables.ts';
import { newId } from '../ids.ts';

export type CallbackRow = Selectable<CallbackTable>;

export type NewCallback = Omit<
  CallbackRow,
  | 'association'
  | 'state'
  | 'misses'
  | 'missed_at'
  | 'claimed_by'
  | 'claimed_person'
  | 'claimed_until'
  | 'shown_nl'
  | 'shown_tenant'
> & { shown_nl: readonly ShownRow[]; shown_tenant: readonly ShownRow[] };

/**
 * One at a time, to the end of the transaction: who counts the queue and then promises an hour in it,
 * promises an hour that is still free.
 */
export const lockQueue = (association: string, tx: Db) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`callback ${association}`}, 0))`.execute(tx);

/** When the open calls of a team are planned, without one of them. */
export async function plannedFor(
  association: string,
  db: Db,
  team: string,
  without?: string,
): Promise<number[]> {
  const rows = await db
    .selectFrom('callback')
    .select('due_at')
    .where('association', '=', association)
    .where('team', '=', team)
    .where('state', '=', 'open')
    .$if(without !== undefined, (query) => query.where('id', '!=', without!))
    .execute();
  return rows.map(({ due_at: due }) => due.getTime());
}

/** The words that somebody at this phone may hear now. */
export async function wordsOpenFor(
  association: string,
  db: Db,
  { phone, tel }: { phone: string; tel: string | null },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('callback')
    .select('word')
    .where('association', '=', association)
    .where('state', '=', 'open')
    .where((where) => (tel ? where('tel', '=', tel) : where('phone', '=', phone)))
    .execute();
  return new Set(rows.map(({ word }) => word));
}

/** @returns false when this key has been used before, or the reference is taken */
export async function addCallback(
  association: string,
  tx: Db,
  added: NewCallback,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('callback')
    .values({
      ...added,
      association,
      state: 'open',
      filled_in: added.filled_in && JSON.stringify(added.filled_in),
      shown_nl: JSON.stringify(added.shown_nl),
      shown_tenant: JSON.stringify(added.shown_tenant),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

const rowsOf = (association: string, db: Db) =>
  db.selectFrom('callback').selectAll().where('association', '=', association);

export const callbackById = (
  association: string,
  db: Db,
  id: string,
): Promise<CallbackRow | undefined> =>
  rowsOf(association, db).where('id', '=', id).executeTakeFirst();

export const callbackByKey = (
  association: string,
  db: Db,
  keyHash: string,
): Promise<CallbackRow | undefined> =>
  rowsOf(association, db).where('key_hash', '=', keyHash).executeTakeFirst();

export const callbackByReference = (
  association: string,
  db: Db,
  reference: string,
): Promise<CallbackRow | undefined> =>
  rowsOf(association, db).where('reference', '=', reference).executeTakeFirst();

export interface CallbackChanges {
  topic?: CallbackTopic;
  preferred?: CallbackRow['preferred'];
  phone?: string;
  tel?: string | null;
  about?: string;
  team?: string;
  due_at?: Date;
  promised_from?: Date | null;
  promised_until?: Date | null;
}

/** What she changes herself, while nobody has spoken to her. @returns undefined when it is over */
export const changeCallback = (
  association: string,
  tx: Db,
  id: string,
  changes: CallbackChanges,
): Promise<CallbackRow | undefined> =>
  tx
    .updateTable('callback')
    .set(changes)
    .where('association', '=', association)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();

/** @returns false when it was over already */
export async function cancelCallback(association: string, tx: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('callback')
    .set({ state: 'cancelled', claimed_by: null, claimed_person: null, claimed_until: null })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** For its history: who did what, when. @param of with the day on which it all goes */
export async function addCallbackAttempt(
  association: string,
  tx: Db,
  of: Pick<CallbackRow, 'id' | 'erase_at'>,
  { at, by, kind, text }: { at: Date; by: string; kind: CallbackAttemptKind; text: string },
): Promise<void> {
  await tx
    .insertInto('callback_attempt')
    .values({
      id: newId(at.getTime()),
      association,
      callback_id: of.id,
      at,
      by_name: by,
      kind,
      text,
      erase_at: of.erase_at,
    })
    .execute();
}
