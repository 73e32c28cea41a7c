import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { ProblemError } from './problem.ts';

/** The longest story in the widest letters, and room around it. */
export const SMALL_BODY = 64 * 1024;

export const limitBody = (bytes: number) =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new ProblemError('too-large');
    },
  });

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
    body = await c.req.json();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('bad-request');
  }
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new ProblemError('bad-request');
  return parsed.output;
}
