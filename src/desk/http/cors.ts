import { createMiddleware } from 'hono/factory';
import { IDEMPOTENCY_KEY } from '../../contract/endpoints.ts';
import { originsOf, type Desk } from '../desk.ts';
import type { Env } from './env.ts';
import { ProblemError } from './problem.ts';

const TUS_IN = ['Tus-Resumable', 'Upload-Length', 'Upload-Offset', 'Upload-Metadata'];
const TUS_OUT = [...TUS_IN, 'Location', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size'];

const ALLOWED_HEADERS = ['Content-Type', IDEMPOTENCY_KEY, ...TUS_IN, 'X-HTTP-Method-Override'];
const EXPOSED_HEADERS = [...TUS_OUT, 'Retry-After', 'X-Request-Id'];

/**
 * A page on another origin may only speak to the desk when its origin is in the association's
 * profile. This is no authorisation: who sends no Origin is no browser page, and is let through.
 */
export const profileOrigins = (desk: Desk) =>
  createMiddleware<Env>(async (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined) return next();
    if (!originsOf(desk, c.var.profile).has(origin) && origin !== new URL(c.req.url).origin)
      throw new ProblemError('wrong-origin');
    const asked = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method');
    if (asked) {
      c.header('Access-Control-Allow-Methods', 'POST, HEAD, PATCH, DELETE');
      c.header('Access-Control-Allow-Headers', ALLOWED_HEADERS.join(', '));
      c.header('Access-Control-Max-Age', '7200');
      c.res = c.body(null, 204);
    } else await next();
    // After the answer: tus makes a Response of its own, which takes no headers from the context.
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Vary', 'Origin');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    c.header('Access-Control-Expose-Headers', EXPOSED_HEADERS.join(', '));
  });
