import type { Db } from '../db/open.ts';
import type { CallbackRow } from './callbacks.ts';

/** Who is at the telephone. */
export interface Caller {
  name: string;
  person: string;
}

/** Open ones, what is due first before the rest; several teams, or all of them. */
export const openCallbacks = (association: string, db: Db): Promise<CallbackRow[]> =>
  db
    .selectFrom('callback')
    .selectAll()
    .where('association', '=', association)
    .where('state', '=', 'open')
    .orderBy('due_at')
    .orderBy('id')
    .execute();

/** Which of them have a recording. */
export async function spokenAmong(
  association: string,
  db: Db,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!ids.length) return new Set();
  const rows = await db
    .selectFrom('attachment')
    .select('callback_id')
    .where('association', '=', association)
    .where('callback_id', 'in', [...ids])
    .where('kind', '=', 'voice')
    .execute();
  return new Set(rows.map((row) => row.callback_id ?? ''));
}

export const attemptsOf = (association: string, db: Db, id: string) =>
  db
    .selectFrom('callback_attempt')
    .select(['at', 'by_name', 'kind', 'text'])
    .where('association', '=', association)
    .where('callback_id', '=', id)
    .orderBy('id')
    .execute();

/**
 * "Ik bel nu": for whoever is first, and again for a sign of life.
 * @returns false when somebody else calls her, or it is over
 */
export async function claimCallback(
  association: string,
  db: Db,
  id: string,
  { name, person }: Caller,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('callback')
    .set({ claimed_by: name, claimed_person: person, claimed_until: until })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where((where) =>
      where.or([
        where('claimed_until', 'is', null),
        where('claimed_until', '<=', now),
        where('claimed_person', '=', person),
      ]),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

export const NOBODY = { claimed_by: null, claimed_person: null, claimed_until: null } as const;

/** "Toch niet". @returns false when she did not have it */
export async function releaseCallback(
  association: string,
  db: Db,
  id: string,
  person: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('callback')
    .set(NOBODY)
    .where('association', '=', association)
    .where('id', '=', id)
    .where('claimed_person', '=', person)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** How it went, by who has it in hand; then nobody has. @returns false when somebody else has, or it is over */
export async function endCall(
  association: string,
  tx: Db,
  id: string,
  person: string,
  change: Partial<
    Pick<
      CallbackRow,
      'state' | 'team' | 'due_at' | 'promised_from' | 'promised_until' | 'misses' | 'missed_at'
    >
  >,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('callback')
    .set({ ...change, ...NOBODY })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('claimed_person', '=', person)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}
