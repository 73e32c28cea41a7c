import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { clientAddress } from './address.ts';
import type { Env } from './env.ts';
import { ProblemError } from './problem.ts';

/** Wrong tries of one address, or at one reference, before it must wait. */
export const GUESSES = 5;
const WINDOW = 15 * 60_000;

/**
 * For what opens with something that can be guessed: a reference and a phone number. Only wrong tries count,
 * so that a library may be one address for many people; after five nobody there can tell right from wrong. In
 * memory, by a keyed hash that is forgotten with the process.
 */
export interface GuessLimit {
  /**
   * Runs what opens it; `not-found` from it is a wrong try.
   * @param at what is guessed at: a reference, as typed
   * @throws {ProblemError} `too-many-requests`
   */
  tried<T>(c: Context<Env>, at: string, open: () => Promise<T>): Promise<T>;
}

export function guessLimiter(trustedProxies: number, now: () => number): GuessLimit {
  const key = randomBytes(32);
  const wrong = new Map<string, { count: number; until: number }>();
  const hashed = (what: string, text: string) =>
    createHmac('sha256', key).update(`${what} ${text}`).digest('base64');

  const forgetOld = () => {
    for (const [who, { until }] of wrong) if (until <= now()) wrong.delete(who);
  };
  const count = (who: string, by: number) => {
    const counted = wrong.get(who) ?? { count: 0, until: now() + WINDOW };
    wrong.set(who, { ...counted, count: counted.count + by });
  };
  return {
    async tried(c, at, open) {
      const who = [
        hashed('address', clientAddress(c, trustedProxies)),
        hashed('at', at.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')),
      ];
      forgetOld();
      const waits = who.flatMap((each) => {
        const counted = wrong.get(each);
        return counted && counted.count >= GUESSES ? [counted.until - now()] : [];
      });
      if (waits.length)
        throw new ProblemError('too-many-requests', [], Math.ceil(Math.max(...waits) / 1000));
      // Counted before it is looked at: a hundred at once are a hundred tries.
      for (const each of who) count(each, 1);
      let right = true;
      try {
        return await open();
      } catch (error) {
        right = !(error instanceof ProblemError && error.code === 'not-found');
        throw error;
      } finally {
        if (right) for (const each of who) count(each, -1);
      }
    },
  };
}
