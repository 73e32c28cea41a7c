import { createMiddleware } from 'hono/factory';
import type { Desk } from '../desk.ts';
import type { Env } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';
import { sessionOf } from '../repositories/sessions.ts';
import { tokenIn } from './cookie.ts';

/** Only with a session, and only within its own association: elsewhere there is nothing to find. */
export const signedIn = (desk: Desk) =>
  createMiddleware<Env>(async (c, next) => {
    c.header('Cache-Control', 'private, no-store');
    const token = tokenIn(c, desk);
    const session = token && (await sessionOf(desk.database.db, token, desk.now()));
    if (!session) throw new ProblemError('sign-in');
    if (session.association !== c.var.profile.id) throw new ProblemError('not-found');
    c.set('session', session);
    await next();
  });
