import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Context } from 'hono';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Env } from './env.ts';

/** Method, the route's template, status, duration and an id: never an address, a header or a body. */
export const requestLog = (log: Log, now: () => number) =>
  createMiddleware<Env>(async (c, next) => {
    const began = now();
    const request = newId(began);
    c.set('request', request);
    c.header('X-Request-Id', request);
    await next();
    log({
      event: 'request',
      request,
      method: METHODS.has(c.req.method) ? c.req.method : 'other',
      route: templateOf(c),
      status: c.res.status,
      ms: Math.round(now() - began),
    });
  });

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export const templateOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';
