import { createMiddleware } from 'hono/factory';
import type { Desk } from '../desk.ts';
import type { Env } from './env.ts';
import { ProblemError } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What changes something is only done for a page of the desk itself: the browser says where a
 * request comes from, in a header that no page can set. (`hono/csrf` looks at form posts alone.)
 */
export const sameOrigin = (desk: Desk) =>
  createMiddleware<Env>(async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const own = [desk.publicOrigin, new URL(c.req.url).origin];
    const same =
      origin !== undefined
        ? own.includes(origin)
        : c.req.header('sec-fetch-site') === 'same-origin';
    if (!same) throw new ProblemError('wrong-origin');
    return next();
  });
