import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Desk } from '../desk.ts';
import { profileOrigins } from '../http/cors.ts';
import type { Env } from '../http/env.ts';
import { PROBLEM_TYPE, ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { photoByUpload } from '../repositories/photos.ts';
import { tusServer } from '../uploads/tus.ts';

/** What tus calls an error in plain text, ours are problems already. */
const asProblem = (response: Response): Response => {
  if (response.status < 400) return response;
  response.headers.set('Cache-Control', 'no-store');
  if (response.headers.get('content-type')?.startsWith('text/plain') === false) return response;
  response.headers.set('Content-Type', PROBLEM_TYPE);
  return response;
};

/** `/uploads` makes one, `/uploads/:upload` goes on with it, tells how far it is, or takes it away. */
export function uploadRoutes(desk: Desk, limit: RateLimit) {
  const servers = new Map(
    [...desk.profiles.values()].map((each) => [each.id, tusServer(desk, each)]),
  );

  const handle = createMiddleware<Env>(async (c) => {
    const server = servers.get(c.var.profile.id);
    if (!server) throw new ProblemError('not-found');
    return asProblem(await server.handleWeb(c.req.raw));
  });

  /** A raw upload has an address only for its own association, and only until a report claims it. */
  const exists = createMiddleware<Env>(async (c, next) => {
    const upload = c.req.param('upload') ?? '';
    const photo = await photoByUpload(c.var.profile.id, desk.database.db, upload);
    if (!photo || (photo.report_id && c.req.method !== 'HEAD')) throw new ProblemError('not-found');
    await next();
  });

  const one = `${ENDPOINTS.uploads}/:upload`;
  return new Hono<Env>()
    .use(ENDPOINTS.uploads, limit('upload'), profileOrigins(desk))
    .use(one, limit('upload'), profileOrigins(desk))
    .post(ENDPOINTS.uploads, handle)
    .on(['HEAD', 'PATCH', 'DELETE'], one, exists, handle)
    .options(ENDPOINTS.uploads, handle)
    .options(one, handle);
}
