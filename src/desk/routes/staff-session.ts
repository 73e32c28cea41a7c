import { Hono } from 'hono';
import type { Context } from 'hono';
import { ENDPOINTS, pathOf } from '../../contract/endpoints.ts';
import type { Profile } from '../../contract/profile.ts';
import { SignInSchema, type Session, type SignInElsewhere } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { newSecret, sha256 } from '../hash.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { sameOrigin } from '../http/same-origin.ts';
import {
  createSession,
  endSession,
  endSessionsOf,
  endToken,
  type Person,
} from '../repositories/sessions.ts';
import { addAttempt } from '../repositories/sign-in-attempts.ts';
import { sessionCookie, signInCookie } from '../staff/cookie.ts';
import { developmentUserFor } from '../staff/development.ts';
import { signedIn } from '../staff/guard.ts';
import { SignInFault } from '../staff/oidc.ts';
import { unapproved } from '../staff/unapproved.ts';

const answer = (profile: Profile, { id, name }: Pick<Person, 'id' | 'name'>): Session => ({
  who: id.slice(0, 16),
  name,
  association: { id: profile.id, name: profile.name },
  unapproved: unapproved(profile),
});

const SIGN_IN = {
  summary: 'Begin to sign in.',
  body: SignInSchema,
  answers: {
    200: 'The address of the association’s own provider, where signing in goes on.',
    201: 'Signed in, in the development entry only; the session is in a cookie.',
  },
  problems: ['bad-request', 'wrong-origin', 'provider-down'] as const,
};
const WHO = { summary: 'Who is signed in.', answers: { 200: 'The session.' }, staff: true };
const SIGN_OUT = { summary: 'Sign out.', answers: { 204: 'Signed out.' }, staff: true };
const SIGN_OUT_ALL = {
  summary: 'Sign out everywhere: every session of the same person.',
  answers: { 204: 'Signed out.' },
  staff: true,
};

export const staffSessionRoutes = (desk: Desk, limit: RateLimit) =>
  new Hono<Env>()
    .use(ENDPOINTS.staffSession, limit('staff'), sameOrigin(desk))
    .use(ENDPOINTS.staffSessions, limit('staff'), sameOrigin(desk))
    .post(
      ENDPOINTS.staffSession,
      limit('signIn'),
      limitBody(SMALL_BODY),
      describe(SIGN_IN),
      async (c) => {
        c.header('Cache-Control', 'private, no-store');
        const asked = await jsonBody(c, SignInSchema);
        const { profile } = c.var;
        const user = developmentUserFor(c, desk);
        if (!user) return c.json(await begin(c, desk, profile, asked));
        const person = { id: sha256(user), name: user, account: 'development' };
        await startSession(c, desk, profile, person);
        return c.json(answer(profile, person), 201);
      },
    )
    .get(ENDPOINTS.staffSession, describe(WHO), signedIn(desk), (c) =>
      c.json(answer(c.var.profile, { id: c.var.session.person, name: c.var.session.name })),
    )
    .delete(ENDPOINTS.staffSession, describe(SIGN_OUT), signedIn(desk), async (c) => {
      const { association, id } = c.var.session;
      await endSession(association, desk.database.db, id);
      sessionCookie.take(c, desk);
      return c.body(null, 204);
    })
    .delete(ENDPOINTS.staffSessions, describe(SIGN_OUT_ALL), signedIn(desk), async (c) => {
      const { association, person } = c.var.session;
      await endSessionsOf(association, desk.database.db, person);
      sessionCookie.take(c, desk);
      return c.body(null, 204);
    });

/** Sends her to the provider, and remembers which browser she left from. */
async function begin(
  c: Context<Env>,
  desk: Desk,
  profile: Profile,
  { returnTo, anew = false }: { returnTo?: string | undefined; anew?: boolean | undefined },
): Promise<SignInElsewhere> {
  const { oidc } = desk;
  const { id, staff } = profile;
  if (!oidc || !staff) throw new ProblemError('not-found');
  const begun = await oidc
    .begin(id, { staff, back: addressBack(desk, id), anew })
    .catch((error: unknown) => {
      throw error instanceof SignInFault ? new ProblemError('provider-down') : error;
    });
  // The same browser may have two tabs that sign in: each has a state of its own.
  const browser = signInCookie.read(c, desk) ?? newSecret();
  const attempt = { ...begun, browser, returnTo: withinConsole(id, returnTo) };
  await addAttempt(id, desk.database.db, attempt, desk.now());
  signInCookie.give(c, desk, browser);
  return { goTo: begun.url };
}

/** As it is registered at the provider. */
export const addressBack = (desk: Desk, association: string): string =>
  desk.publicOrigin + pathOf('staffSignedIn', { association });

/** Only a query of the console, and only of this association; anything else is its front page. */
function withinConsole(association: string, asked = ''): string {
  const own = new URLSearchParams(asked).get('association') === association;
  return own && /^\?[\w=&.~%-]*$/.test(asked) ? asked : `?association=${association}`;
}

/** A new session, under a new token; the one that this browser had before is over. */
export async function startSession(
  c: Context<Env>,
  desk: Desk,
  profile: Profile,
  person: Person,
  providerSession: string | null = null,
): Promise<void> {
  const { db } = desk.database;
  const before = sessionCookie.read(c, desk);
  if (before) await endToken(profile.id, db, before);
  const token = await createSession(profile.id, db, person, desk.now(), providerSession);
  sessionCookie.give(c, desk, token);
}
