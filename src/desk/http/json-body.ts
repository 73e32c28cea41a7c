import type { Context, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { ProblemError } from './problem.ts';
import { readableJson } from './readable.ts';

/** The longest story in the widest letters, and room around it. */
export const SMALL_BODY = 64 * 1024;

/**
 * Refuses a longer body with `too-large`. What says no length (a proxy that streams, HTTP/2 made into
 * HTTP/1.1, a client that sends in pieces) is counted while it comes in. Not Hono's `body-limit`: that makes
 * the request anew from the old one, which undici refuses for a request of `@hono/node-server` (4.13, 2.1),
 * and so answers 500 to every body without a length.
 */
export const limitBody =
  (bytes: number): MiddlewareHandler =>
  async (c, next) => {
    const { raw } = c.req;
    const { url, method, headers } = raw;
    const length = headers.get('transfer-encoding') ? null : headers.get('content-length');
    if (length !== null && Number(length) > bytes) throw new ProblemError('too-large');
    if (length === null && raw.body) {
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of raw.body) {
        size += piece.length;
        if (size > bytes) throw new ProblemError('too-large');
        pieces.push(piece);
      }
      c.req.raw = new Request(url, { method, headers, body: Buffer.concat(pieces) });
    }
    await next();
  };

/**
 * A JSON body of this shape.
 * @throws {ProblemError} `bad-request`; nothing of the input is repeated, not even its field names
 */
export async function jsonBody<S extends v.GenericSchema>(
  c: Context,
  schema: S,
): Promise<v.InferOutput<S>> {
  // A form on another site can post text/plain, never this without asking first.
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new ProblemError('bad-request');
  let body: unknown;
  try {
    body = readableJson(await c.req.text());
  } catch {
    throw new ProblemError('bad-request');
  }
  const parsed = v.safeParse(schema, body);
  // A list counts as an object without the fields that may be left out.
  if (!parsed.success || Array.isArray(body)) throw new ProblemError('bad-request');
  return parsed.output;
}
