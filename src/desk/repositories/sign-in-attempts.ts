import type { Db } from '../db/open.ts';
import { sha256 } from '../hash.ts';
import { newId } from '../ids.ts';

/** How long somebody may take at the provider: a lost phone with the second factor, a new password. */
export const ATTEMPT_MINUTES = 20;

export interface Attempt {
  /** What the provider must send back. */
  state: string;
  /** The cookie of the browser in which it began. */
  browser: string;
  nonce: string;
  verifier: string;
  returnTo: string;
}

export async function addAttempt(
  association: string,
  db: Db,
  attempt: Attempt,
  now: number,
): Promise<void> {
  await db
    .insertInto('sign_in_attempt')
    .values({
      id: newId(now),
      association,
      state_hash: sha256(attempt.state),
      browser_hash: sha256(attempt.browser),
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      return_to: attempt.returnTo,
      erase_at: new Date(now + ATTEMPT_MINUTES * 60_000),
    })
    .execute();
}

/** What began with this state in this browser; only once, whatever comes of it. */
export async function takeAttempt(
  association: string,
  db: Db,
  { state, browser }: Pick<Attempt, 'state' | 'browser'>,
  now: number,
): Promise<Attempt | undefined> {
  const row = await db
    .deleteFrom('sign_in_attempt')
    .where('association', '=', association)
    .where('state_hash', '=', sha256(state))
    .where('browser_hash', '=', sha256(browser))
    .where('erase_at', '>', new Date(now))
    .returning(['nonce', 'verifier', 'return_to'])
    .executeTakeFirst();
  return (
    row && { state, browser, nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to }
  );
}
