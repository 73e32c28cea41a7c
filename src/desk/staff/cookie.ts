import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Desk } from '../desk.ts';
import type { Env } from '../http/env.ts';
import { SESSION_HOURS } from '../repositories/sessions.ts';

/** Over https the browser itself guards the `__Host-` name: this host alone, and never in the clear. */
const secure = (desk: Desk): boolean => desk.publicOrigin.startsWith('https://');
const nameOf = (desk: Desk): string => (secure(desk) ? '__Host-kt-staff' : 'kt-staff');

const attributes = (desk: Desk) =>
  ({ httpOnly: true, sameSite: 'Strict', path: '/', secure: secure(desk) }) as const;

export const tokenIn = (c: Context<Env>, desk: Desk): string | undefined =>
  getCookie(c, nameOf(desk));

export const giveToken = (c: Context<Env>, desk: Desk, token: string): void =>
  setCookie(c, nameOf(desk), token, { ...attributes(desk), maxAge: SESSION_HOURS * 3600 });

export const takeToken = (c: Context<Env>, desk: Desk): void => {
  deleteCookie(c, nameOf(desk), attributes(desk));
};
