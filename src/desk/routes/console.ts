import { join } from 'node:path';
import { Hono } from 'hono';
import type { Desk } from '../desk.ts';
import type { Env } from '../http/env.ts';
import { answerFile, ASK_AGAIN, filesIn, FOREVER } from '../http/files.ts';
import { CONSOLE_POLICY } from '../http/headers.ts';
import { ProblemError } from '../http/problem.ts';

/** The staff's page as it was built. Nothing in it is secret; what it shows comes after signing in. */
export function consoleRoutes(desk: Desk) {
  const files = filesIn(join(desk.root, 'dist', 'console'));
  return new Hono<Env>()
    .get('/console', (c) => c.redirect(`/console/${new URL(c.req.url).search}`, 308))
    .get('/console/', (c) => {
      c.header('Content-Security-Policy', CONSOLE_POLICY);
      const page = answerFile(c, files, 'index.html', ASK_AGAIN);
      if (!page) throw new ProblemError('not-ready');
      return page;
    })
    .get('/console/:file{.+}', (c) => {
      const name = c.req.param('file');
      if (name.endsWith('.html')) c.header('Content-Security-Policy', CONSOLE_POLICY);
      // The bundler puts a hash into the names there, and only there.
      const cache = name.startsWith('assets/') ? FOREVER : ASK_AGAIN;
      const answer = answerFile(c, files, name, cache);
      if (!answer) throw new ProblemError('not-found');
      return answer;
    });
}
