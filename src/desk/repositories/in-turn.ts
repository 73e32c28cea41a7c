import { sql } from 'kysely';
import type { Db } from '../db/open.ts';

/** What is done one at a time in each association. Numbers that no other lock on this database has. */
const LOCKS = { merging: 4_300_015, appointments: 4_300_020 } as const;

/** A transaction that waits until no other of its kind is running in the association. */
export const inTurn = <T>(
  what: keyof typeof LOCKS,
  association: string,
  db: Db,
  act: (tx: Db) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`
      select pg_advisory_xact_lock(${sql.lit(LOCKS[what])}, hashtext(${association}))`.execute(tx);
    return act(tx);
  });

/** The same, and not at all when another one is running. @returns whether it was done */
export const ifNobodyElse = (
  what: keyof typeof LOCKS,
  association: string,
  db: Db,
  act: (tx: Db) => Promise<void>,
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ ours: boolean }>`
      select pg_try_advisory_xact_lock(${sql.lit(LOCKS[what])}, hashtext(${association})) as ours
    `.execute(tx);
    if (!rows[0]?.ours) return false;
    await act(tx);
    return true;
  });
