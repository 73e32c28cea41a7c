import { existsSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { UploadState } from '../../contract/upload.ts';
import type { AttachmentState } from '../db/tables.ts';
import type { Desk } from '../desk.ts';
import { isSecret } from '../hash.ts';
import { profileOrigins } from '../http/cors.ts';
import { describe, type Description } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { PROBLEM_TYPE, ProblemError, problemOf } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { previewOf } from '../photos/clean.ts';
import { attachmentByUpload } from '../repositories/attachments.ts';
import { tusServer } from '../uploads/tus.ts';

/** What these statuses of tus are; any other is a bad request. Its client goes by the number. */
const CODES: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  410: 'not-found',
  413: 'too-large',
};

/** Errors of tus in its own words become problems; ours are problems already. */
async function asProblem(response: Response): Promise<Response> {
  const { status, headers } = response;
  if (status < 400) return response;
  headers.set('Cache-Control', 'no-store');
  headers.set('Content-Type', PROBLEM_TYPE);
  headers.delete('Content-Length');
  const body = await response.text();
  const ours = body.startsWith('{');
  const problem = problemOf(CODES[status] ?? (status < 500 ? 'bad-request' : 'fault'));
  return new Response(ours ? body : JSON.stringify({ ...problem, status }), { status, headers });
}

const about = (summary: string, answers: Description['answers']) =>
  describe({ summary, answers, problems: ['wrong-origin', 'bad-request', 'too-large'] });

const STATE: Description = {
  summary: 'Whether the desk can open what was uploaded: `reading`, `readable` or `unreadable`.',
  answers: { 200: 'What it knows now, as `state`.' },
  problems: ['wrong-origin', 'not-found'],
};
const PREVIEW: Description = {
  summary: 'A small picture of a HEIC photo, for a browser that cannot open it.',
  answers: { 200: 'A JPEG picture without any metadata.' },
  problems: ['wrong-origin', 'not-found'],
};

const STATES: Readonly<Record<AttachmentState, UploadState>> = {
  uploading: 'reading',
  reading: 'reading',
  quarantined: 'readable',
  ready: 'readable',
  unreadable: 'unreadable',
};

/** The database would answer some other texts with an error. */
const uploadOf = (c: Context<Env>): string => {
  const upload = c.req.param('upload') ?? '';
  if (!isSecret(upload)) throw new ProblemError('not-found');
  return upload;
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

  const { db } = desk.database;

  /** A raw upload has an address only for its own association, and only until a report claims it. */
  const exists = createMiddleware<Env>(async (c, next) => {
    const photo = await attachmentByUpload(c.var.profile.id, db, uploadOf(c));
    if (!photo || (photo.report_id && c.req.raw.method !== 'HEAD'))
      throw new ProblemError('not-found');
    await next();
  });

  const one = ENDPOINTS.upload;
  const { uploadState, uploadPreview } = ENDPOINTS;
  /** Her own, by the address that only she has. */
  const ofHers = async (c: Context<Env>) => {
    const upload = uploadOf(c);
    const found = await attachmentByUpload(c.var.profile.id, db, upload);
    if (!found || found.report_id) throw new ProblemError('not-found');
    return { ...found, upload };
  };
  return (
    new Hono<Env>()
      .use(ENDPOINTS.uploads, profileOrigins(desk), limit('upload'))
      .use(one, profileOrigins(desk), limit('upload'))
      .use(uploadState, profileOrigins(desk), limit('upload'))
      .use(uploadPreview, profileOrigins(desk), limit('upload'))
      .get(uploadState, describe(STATE), async (c) => {
        c.header('Cache-Control', 'no-store');
        return c.json({ state: STATES[(await ofHers(c)).state] });
      })
      .get(uploadPreview, describe(PREVIEW), async (c) => {
        const { upload, kind, state } = await ofHers(c);
        const file = desk.attachments.decodedFile(c.var.profile.id, upload);
        if (kind !== 'photo' || state !== 'quarantined' || !existsSync(file))
          throw new ProblemError('not-found');
        c.header('Cache-Control', 'no-store');
        c.header('Content-Type', 'image/jpeg');
        return c.body(new Uint8Array(await previewOf(file)));
      })
      .post(
        ENDPOINTS.uploads,
        about('Begin the upload of a photo or a recording (tus 1.0).', {
          201: 'Made; its address is in Location.',
        }),
        handle,
      )
      // Hono answers HEAD by the GET route. Nobody gets the bytes: they are as they came.
      .get(one, exists, async (c, next) => {
        if (c.req.raw.method !== 'HEAD') throw new ProblemError('not-found');
        return handle(c, next);
      })
      .patch(
        one,
        describe({
          summary: 'Go on with an upload. At its end it is judged by its content.',
          answers: { 204: 'Taken; Upload-Offset says how far it is.' },
          problems: [
            'wrong-origin',
            'too-large',
            'not-a-photo',
            'photo-too-many-pixels',
            'not-a-recording',
            'recording-too-long',
          ],
        }),
        exists,
        handle,
      )
      .delete(one, about('Take an uploaded photo away.', { 204: 'Gone.' }), exists, handle)
      .options(ENDPOINTS.uploads, handle)
      .options(one, handle)
  );
}
