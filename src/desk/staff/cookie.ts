import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Desk } from '../desk.ts';
import type { Env } from '../http/env.ts';
import { SESSION_HOURS } from '../repositories/sessions.ts';
import { ATTEMPT_MINUTES } from '../repositories/sign-in-attempts.ts';

interface Kind {
  name: string;
  sameSite: 'Strict' | 'Lax';
  /** Seconds. */
  maxAge: number;
}

const SESSION: Kind = { name: 'kt-staff', sameSite: 'Strict', maxAge: SESSION_HOURS * 3600 };
/**
 * Which browser went to sign in. Lax: it must come along when the provider sends her back, which is a
 * navigation that another site began.
 */
const SIGN_IN: Kind = { name: 'kt-sign-in', sameSite: 'Lax', maxAge: ATTEMPT_MINUTES * 60 };

/** Over https the browser itself guards the `__Host-` name: this host alone, and never in the clear. */
const secure = (desk: Desk): boolean => desk.publicOrigin.startsWith('https://');
const nameOf = (desk: Desk, { name }: Kind): string => (secure(desk) ? `__Host-${name}` : name);

const attributes = (desk: Desk, { sameSite }: Kind) =>
  ({ httpOnly: true, sameSite, path: '/', secure: secure(desk) }) as const;

const cookieOf = (kind: Kind) => ({
  read: (c: Context<Env>, desk: Desk): string | undefined => getCookie(c, nameOf(desk, kind)),
  give: (c: Context<Env>, desk: Desk, value: string): void =>
    setCookie(c, nameOf(desk, kind), value, { ...attributes(desk, kind), maxAge: kind.maxAge }),
  take: (c: Context<Env>, desk: Desk): void => {
    deleteCookie(c, nameOf(desk, kind), attributes(desk, kind));
  },
});

export const sessionCookie = cookieOf(SESSION);
export const signInCookie = cookieOf(SIGN_IN);
