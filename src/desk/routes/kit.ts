import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Desk } from '../desk.ts';
import { entryScript } from '../entry-script.ts';
import { association } from '../http/association.ts';
import type { Env } from '../http/env.ts';
import { answerFile, answerTagged, filesIn, FOREVER } from '../http/files.ts';
import { ProblemError } from '../http/problem.ts';
import { readManifest } from '../kit-manifest.ts';
import { publicProfile } from '../public-profile.ts';

/**
 * The browser corrects its clock by the moment in the script, within five minutes: this and the
 * minute below are what a copy may be old.
 */
const SHORT = 'public, max-age=60, stale-while-revalidate=120';
const MINUTE = 60_000;

/** Module scripts are fetched with CORS, from any page: there is nothing secret in them. */
const anyOrigin = createMiddleware<Env>(async (c, next) => {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('Timing-Allow-Origin', '*');
  await next();
});

/** What an association's page loads: its own entry, and the chunks that all associations share. */
export function kitRoutes(desk: Desk) {
  const cdn = join(desk.root, 'dist', 'cdn');
  const files = filesIn(cdn);
  const manifest = readManifest(cdn);
  return new Hono<Env>()
    .get(ENDPOINTS.entry, anyOrigin, association(desk), (c) => {
      if (!manifest) throw new ProblemError('not-ready');
      const minute = Math.floor(desk.now() / MINUTE) * MINUTE;
      const profile = publicProfile(c.var.profile, minute, desk.outages.of(c.var.profile));
      const script = entryScript(profile, manifest, desk.publicOrigin);
      const brotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
      c.header('Cache-Control', SHORT);
      c.header('Vary', 'Accept-Encoding');
      if (brotli) c.header('Content-Encoding', 'br');
      return answerTagged(
        c,
        brotli ? Uint8Array.from(brotliCompressSync(script)) : script,
        'text/javascript; charset=utf-8',
      );
    })
    .get('/assets/:file', anyOrigin, (c) => {
      const answer = answerFile(c, files, `assets/${c.req.param('file')}`, FOREVER);
      if (!answer) throw new ProblemError('not-found');
      return answer;
    });
}
