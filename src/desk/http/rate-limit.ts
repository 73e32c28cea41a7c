import { createHmac, randomBytes } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { clientAddress } from './address.ts';
import type { Env } from './env.ts';
import { ProblemError } from './problem.ts';

/**
 * How many requests one address may do in ten minutes. A library is one address for many people, and
 * so is an office where everybody signs in at half past eight.
 */
export const LIMITS = {
  send: 60,
  /** Whole flats behind one address, pressing twice: what it stops is a machine. */
  alarm: 120,
  /** A page that waits for an answer asks every ten seconds. */
  alarmState: 1200,
  /** Every month of a date grid that she turns to, and again after each choice. */
  look: 600,
  /** A hold lasts a quarter of an hour and is renewed; whoever holds all that is free is a machine. */
  hold: 120,
  /** A number and a postcode: there are 78 thousand million numbers. */
  prove: 60,
  upload: 1200,
  page: 600,
  signIn: 300,
  staff: 6000,
} as const;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;

const WINDOW = 10 * 60 * 1000;

/** Counts in memory, by a keyed hash that is forgotten with the process: no address is kept. */
export function rateLimiter(limits: Limits, trustedProxies: number, now: () => number) {
  const key = randomBytes(32);
  const counts = new Map<string, number>();
  let windowEnds = 0;

  const limit = (kind: keyof Limits) =>
    createMiddleware<Env>(async (c, next) => {
      if (now() >= windowEnds) {
        counts.clear();
        windowEnds = now() + WINDOW;
      }
      const address = createHmac('sha256', key).update(clientAddress(c, trustedProxies));
      const who = `${kind} ${address.digest('base64')}`;
      const count = (counts.get(who) ?? 0) + 1;
      counts.set(who, count);
      if (count > limits[kind])
        throw new ProblemError('too-many-requests', [], Math.ceil((windowEnds - now()) / 1000));
      await next();
    });
  return limit;
}

export type RateLimit = ReturnType<typeof rateLimiter>;
