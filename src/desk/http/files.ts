import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** What the build lays beside a file, the smallest first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Name within the folder ("assets/x.js") → the file. What is not listed here is never served. */
export type Files = ReadonlyMap<string, string>;

/** Empty when there is no such folder: not built yet. */
export function filesIn(folder: string): Files {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return new Map();
  }
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [
          file
            .slice(folder.length + 1)
            .split(sep)
            .join('/'),
          file,
        ];
      }),
  );
}

/** Whoever may cache it keeps it for ever: its name changes with what is in it. */
export const FOREVER = 'public, max-age=31536000, immutable';
/** Kept, and asked for each time. */
export const ASK_AGAIN = 'public, no-cache';

/** The file, compressed when the browser takes that, or 304; undefined when there is none. */
export function answerFile(
  c: Context,
  files: Files,
  name: string,
  cache: string,
): Response | undefined {
  const file = files.get(name);
  const type = TYPES[extname(name)];
  if (!file || !type) return undefined;
  const taken = parseAccept(c.req.header('accept-encoding') ?? '').filter(({ q }) => q > 0);
  const encoding = ENCODINGS.find(
    ([coding, suffix]) => taken.some((each) => each.type === coding) && files.has(name + suffix),
  );
  const bytes = readFileSync(encoding ? file + encoding[1] : file);
  c.header('Vary', 'Accept-Encoding', { append: true });
  c.header('Cache-Control', cache);
  if (encoding) c.header('Content-Encoding', encoding[0]);
  return answerTagged(c, bytes, type);
}

/** With an ETag, or 304 when the browser has this already. */
export function answerTagged(c: Context, body: string | Uint8Array<ArrayBuffer>, type: string) {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  c.header('ETag', tag);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim());
  if (known.some((each) => each.replace(/^W\//, '') === tag)) return c.body(null, 304);
  c.header('Content-Type', type);
  return c.body(body);
}
