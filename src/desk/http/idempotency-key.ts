import type { Context } from 'hono';
import { IDEMPOTENCY_KEY } from '../../contract/endpoints.ts';
import { isUuid } from '../ids.ts';
import { ProblemError } from './problem.ts';

/** @throws {ProblemError} `bad-request` without a uuid */
export function keyOf(c: Context): string {
  // The draft standard writes the key between quotes; some clients leave them out.
  const key = (c.req.header(IDEMPOTENCY_KEY) ?? '').replace(/^"(.*)"$/, '$1');
  if (!isUuid(key)) throw new ProblemError('bad-request');
  return key.toLowerCase();
}
