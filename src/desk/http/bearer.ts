import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { sha256 } from '../hash.ts';
import type { Env } from './env.ts';
import { ProblemError } from './problem.ts';

/**
 * Another program shows its token, which the desk knows by its SHA-256 alone.
 * @throws {ProblemError} `sign-in` when it is none of these
 */
export function demandBearer(c: Context<Env>, hashes: readonly string[]): void {
  const token = /^Bearer ([\x21-\x7e]{16,})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const hash = Buffer.from(sha256(token ?? ''), 'hex');
  const known = hashes.some((each) => timingSafeEqual(Buffer.from(each, 'hex'), hash));
  if (token && known) return;
  c.header('WWW-Authenticate', 'Bearer');
  throw new ProblemError('sign-in');
}
