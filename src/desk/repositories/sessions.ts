import type { Db } from '../db/open.ts';
import { newSecret, sha256 } from '../hash.ts';
import { newId } from '../ids.ts';

/** Who signed in. */
export interface Person {
  /** The same for the same person at the same provider; says nothing else. */
  id: string;
  /** As colleagues see it. */
  name: string;
  /** As the administrator knows it: "a.berg@delinde.example". */
  account: string;
}

export interface StaffSession {
  id: string;
  association: string;
  name: string;
  person: string;
  account: string;
  seen_at: Date;
}

/** A working day; then sign in again, whatever was done. */
export const SESSION_HOURS = 10;
/** Without touching the console. Signing in again is one press, and what was typed stays. */
export const IDLE_MINUTES = 60;

/** A request a minute later changes nothing that anybody would notice. */
const NOTED_EVERY = 60_000;

/**
 * @param providerSession as `sessionAtProvider` makes it, to end it when the provider says so
 * @returns the token for the cookie; only its hash is kept
 */
export async function createSession(
  association: string,
  db: Db,
  person: Person,
  now: number,
  providerSession: string | null = null,
): Promise<string> {
  const token = newSecret();
  await db
    .insertInto('staff_session')
    .values({
      id: newId(now),
      association,
      token_hash: sha256(token),
      name: person.name,
      person: person.id,
      account: person.account,
      created_at: new Date(now),
      seen_at: new Date(now),
      provider_session: providerSession,
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
    .select(['id', 'association', 'name', 'person', 'account', 'seen_at'])
    .where('token_hash', '=', sha256(token))
    .where('erase_at', '>', new Date(now))
    .where('seen_at', '>', new Date(now - IDLE_MINUTES * 60_000))
    .executeTakeFirst();

/** Notes that she did something herself at this moment. */
export async function noteSeen(
  association: string,
  db: Db,
  session: StaffSession,
  at: number,
): Promise<void> {
  if (at - session.seen_at.getTime() < NOTED_EVERY) return;
  await db
    .updateTable('staff_session')
    .set({ seen_at: new Date(at) })
    .where('association', '=', association)
    .where('id', '=', session.id)
    .where('seen_at', '<', new Date(at))
    .execute();
}

const sessionsOf = (association: string, db: Db) =>
  db.deleteFrom('staff_session').where('association', '=', association);

export async function endSession(association: string, db: Db, id: string): Promise<void> {
  await sessionsOf(association, db).where('id', '=', id).execute();
}

/** Who is signed in now, for the administrator. */
export const sessionsIn = (association: string, db: Db, now: number) =>
  db
    .selectFrom('staff_session')
    .select(['person', 'account', 'name', 'created_at', 'seen_at'])
    .where('association', '=', association)
    .where('erase_at', '>', new Date(now))
    .where('seen_at', '>', new Date(now - IDLE_MINUTES * 60_000))
    .orderBy('created_at')
    .execute();

/** Ends the session with this token, if there is one: it was replaced. */
export async function endToken(association: string, db: Db, token: string): Promise<void> {
  await sessionsOf(association, db).where('token_hash', '=', sha256(token)).execute();
}

/** Ends every session of one person, wherever. @returns how many there were */
export async function endSessionsOf(association: string, db: Db, person: string): Promise<number> {
  const { numDeletedRows } = await sessionsOf(association, db)
    .where('person', '=', person)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
