import { createMiddleware } from 'hono/factory';
import { IDLE_HEADER } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import type { Env } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';
import { noteSeen, sessionOf } from '../repositories/sessions.ts';
import { sessionCookie } from './cookie.ts';

/** Only with a session, and only within its own association: at another she is not signed in. */
export const signedIn = (desk: Desk) =>
  createMiddleware<Env>(async (c, next) => {
    c.header('Cache-Control', 'private, no-store');
    const { db } = desk.database;
    const token = sessionCookie.read(c, desk);
    const session = token && (await sessionOf(db, token, desk.now()));
    if (!session || session.association !== c.var.profile.id) throw new ProblemError('sign-in');
    c.set('session', session);
    await noteSeen(session.association, db, session, desk.now() - idle(c.req.header(IDLE_HEADER)));
    await next();
  });

/** Milliseconds since she last touched the console; a program that does not say so is at work. */
const idle = (seconds: string | undefined): number =>
  /^\d{1,6}$/.test(seconds ?? '') ? Number(seconds) * 1000 : 0;
