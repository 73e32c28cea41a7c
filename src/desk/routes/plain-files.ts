import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Desk } from '../desk.ts';
import type { Env } from '../http/env.ts';
import { answerFile, answerTagged, ASK_AGAIN } from '../http/files.ts';
import { PLAIN_POLICY } from '../http/headers.ts';
import { ProblemError } from '../http/problem.ts';
import { homePage } from '../plain/home.ts';

const FONTS = 'node_modules/@fontsource-variable';

/** The first page, and the stylesheet and the fonts of the plain pages: never from elsewhere. */
export function plainFileRoutes(desk: Desk) {
  const style = readFileSync(new URL('../plain/plain.css', import.meta.url));
  const fonts = new Map(
    [
      [
        'latin.woff2',
        'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
      ],
      [
        'latin-ext.woff2',
        'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
      ],
      ['cyrillic.woff2', 'noto-sans/files/noto-sans-cyrillic-wght-normal.woff2'],
      ['arabic.woff2', 'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2'],
    ].map(([name = '', file = '']) => [name, join(desk.root, FONTS, file)]),
  );
  return (
    new Hono<Env>()
      .get('/', compress(), (c) => {
        c.header('Content-Security-Policy', PLAIN_POLICY);
        c.header('Cache-Control', ASK_AGAIN);
        return c.html(homePage([...desk.profiles.values()], desk.texts));
      })
      .get('/plain/plain.css', compress(), (c) => {
        c.header('Cache-Control', ASK_AGAIN);
        return answerTagged(c, style, 'text/css; charset=utf-8');
      })
      // Browsers ask for one whatever a page says.
      .get('/favicon.ico', (c) => c.body(null, 204))
      .get('/plain/:font', (c) => {
        const answer = answerFile(c, fonts, c.req.param('font'), 'public, max-age=2592000');
        if (!answer) throw new ProblemError('not-found');
        return answer;
      })
  );
}
