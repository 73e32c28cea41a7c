import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Session } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { createSession, endSession } from '../repositories/sessions.ts';
import { giveToken, takeToken } from '../staff/cookie.ts';
import { developmentUserFor } from '../staff/development.ts';
import { signedIn } from '../staff/guard.ts';
import { unapproved } from '../staff/unapproved.ts';

const answer = (profile: Profile, name: string): Session => ({
  name,
  association: { id: profile.id, name: profile.name },
  unapproved: unapproved(profile),
});

const SIGN_IN = {
  summary: 'Sign in, in the development entry only; elsewhere there is nothing here.',
  answers: { 201: 'Signed in; the session is in a cookie.' },
};
const WHO = { summary: 'Who is signed in.', answers: { 200: 'The session.' }, staff: true };
const SIGN_OUT = { summary: 'Sign out.', answers: { 204: 'Signed out.' }, staff: true };

export const staffSessionRoutes = (desk: Desk, limit: RateLimit) =>
  new Hono<Env>()
    .use(ENDPOINTS.staffSession, limit('staff'), sameOrigin(desk))
    .post(ENDPOINTS.staffSession, limit('signIn'), describe(SIGN_IN), async (c) => {
      const name = developmentUserFor(c, desk);
      if (!name) throw new ProblemError('not-found');
      const { profile } = c.var;
      giveToken(c, desk, await createSession(profile.id, desk.database.db, name, desk.now()));
      c.header('Cache-Control', 'private, no-store');
      return c.json(answer(profile, name), 201);
    })
    .get(ENDPOINTS.staffSession, describe(WHO), signedIn(desk), (c) =>
      c.json(answer(c.var.profile, c.var.session.name)),
    )
    .delete(ENDPOINTS.staffSession, describe(SIGN_OUT), signedIn(desk), async (c) => {
      const { association, id } = c.var.session;
      await endSession(association, desk.database.db, id);
      takeToken(c, desk);
      return c.body(null, 204);
    });
