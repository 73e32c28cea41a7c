import type { Db } from '../db/open.ts';
import { newSecret, sha256 } from '../hash.ts';
import { newId } from '../ids.ts';

export interface StaffSession {
  id: string;
  association: string;
  /** As colleagues see it. */
  name: string;
}

/** A working day; then sign in again. */
export const SESSION_HOURS = 10;

/** @returns the token for the cookie; only its hash is kept */
export async function createSession(
  association: string,
  db: Db,
  name: string,
  now: number,
): Promise<string> {
  const token = newSecret();
  await db
    .insertInto('staff_session')
    .values({
      id: newId(now),
      association,
      token_hash: sha256(token),
      name,
      created_at: new Date(now),
      erase_at: new Date(now + SESSION_HOURS * 3_600_000),
    })
    .execute();
  return token;
}

/**
 * Whose token this is. The one question that is asked before an association is known: the answer
 * says which.
 */
export const sessionOf = (db: Db, token: string, now: number): Promise<StaffSession | undefined> =>
  db
    .selectFrom('staff_session')
    .select(['id', 'association', 'name'])
    .where('token_hash', '=', sha256(token))
    .where('erase_at', '>', new Date(now))
    .executeTakeFirst();

export async function endSession(association: string, db: Db, id: string): Promise<void> {
  await db
    .deleteFrom('staff_session')
    .where('association', '=', association)
    .where('id', '=', id)
    .execute();
}
