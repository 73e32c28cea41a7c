import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Desk } from '../desk.ts';
import { sha256 } from '../hash.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { PLAIN_POLICY } from '../http/headers.ts';
import { ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { takeAttempt } from '../repositories/sign-in-attempts.ts';
import { signInCookie } from '../staff/cookie.ts';
import { SignInFault } from '../staff/oidc.ts';
import { notSignedInPage, type Why } from '../staff/pages.ts';
import { isStaff, personOf } from '../staff/person.ts';
import { addressBack, startSession } from './staff-session.ts';

const BACK = {
  summary: 'Where the provider sends somebody back to who signed in.',
  answers: {
    302: 'Signed in; the session is in a cookie.',
    403: 'A page that says why she was not let in.',
  },
};

/** Every refusal is a page for a person: nobody reads JSON who has just typed a password. */
export const staffSignedInRoutes = (desk: Desk, limit: RateLimit) =>
  new Hono<Env>().get(ENDPOINTS.staffSignedIn, limit('signIn'), describe(BACK), async (c) => {
    const { oidc } = desk;
    const { profile } = c.var;
    const { id, staff } = profile;
    if (!oidc || !staff) throw new ProblemError('not-found');
    c.header('Content-Security-Policy', PLAIN_POLICY);
    c.header('Cache-Control', 'private, no-store');
    const refuse = async (why: Why, account?: string) => {
      desk.log({ event: 'sign-in-refused', code: why });
      return c.html(await notSignedInPage(desk, profile, why, account), 403);
    };

    const state = c.req.query('state') ?? '';
    const browser = signInCookie.read(c, desk) ?? '';
    const attempt = await takeAttempt(id, desk.database.db, { state, browser }, desk.now());
    if (!attempt) return refuse('late');
    // As people reach it: behind a proxy the request itself has another address.
    const answer = new URL(addressBack(desk, id) + new URL(c.req.url).search);
    try {
      const { issuer, claims, session } = await oidc.finish(id, { staff, answer, ...attempt });
      const person = personOf(issuer, claims);
      if (!isStaff(claims, staff)) return await refuse('stranger', person.account);
      const providerSession = session ? sha256(`${issuer} ${session}`) : null;
      await startSession(c, desk, profile, person, providerSession);
      return c.redirect(`/console/${attempt.returnTo}`);
    } catch (error) {
      if (!(error instanceof SignInFault)) throw error;
      return refuse(error.why);
    }
  });
