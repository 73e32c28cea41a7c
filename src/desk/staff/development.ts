import type { Context } from 'hono';
import type { Desk } from '../desk.ts';
import { isForwarded, isLoopback } from '../http/address.ts';
import type { Env } from '../http/env.ts';

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether the development sign-in is there for this request: only when the development entry gave
 * the desk a user, both ends of the connection are this machine, the browser thinks so too (a name
 * that was made to point here does not count), and nobody passed it on.
 */
export function developmentUserFor(c: Context<Env>, desk: Desk): string | undefined {
  const socket = c.env?.incoming?.socket;
  const here = isLoopback(socket?.localAddress) && isLoopback(socket?.remoteAddress);
  const host = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase();
  return here && LOOPBACK_HOSTS.has(host) && !isForwarded(c.req.raw.headers)
    ? desk.developmentUser
    : undefined;
}
