import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { ENDPOINTS, IDEMPOTENCY_KEY } from '../../contract/endpoints.ts';
import { NoteSchema, SearchSchema, StatusChangeSchema } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { isUuid } from '../ids.ts';
import { showReport } from '../reports/show.ts';
import { noteViewed } from '../reports/viewed.ts';
import { attachmentById } from '../repositories/attachments.ts';
import { addNote, setStatus } from '../repositories/staff-acts.ts';
import { hasReport, listReports } from '../repositories/staff-reports.ts';
import { parseSearch } from '../search.ts';
import { voiceType } from '../voice/clean.ts';

const found = (there: boolean): void => {
  if (!there) throw new ProblemError('not-found');
};

/** PostgreSQL would answer another text with an error. */
export const uuidOf = (id: string): string => {
  if (!isUuid(id)) throw new ProblemError('not-found');
  return id;
};

const changes = ['bad-request', 'wrong-origin'] as const;
const LIST = {
  summary: 'Reports: open ones first, of those the most urgent, then the newest.',
  query: { after: 'What the page before called next.' },
  answers: { 200: 'A page of reports.' },
  staff: true,
};
const SEARCH = {
  summary: 'Search: a reference, a phone number, a postcode with or without number, or words.',
  body: SearchSchema,
  answers: { 200: 'A page of reports.' },
  problems: changes,
  staff: true,
};
const REPORT = {
  summary: 'One report, whole. That it was viewed, and by whom, is kept.',
  answers: { 200: 'The report.' },
  staff: true,
};
const STATUS = {
  summary: 'Change the status of a report.',
  body: StatusChangeSchema,
  answers: { 204: 'Changed.' },
  problems: changes,
  staff: true,
};
const NOTE = {
  summary: 'Add a note to a report.',
  body: NoteSchema,
  answers: { 204: 'Added.' },
  problems: changes,
  key: true,
  staff: true,
};
const VOICE = {
  summary: 'A cleaned recording.',
  answers: { 200: 'Sound without any metadata: WebM, or MP4.' },
  staff: true,
};
const PHOTO = {
  summary: 'A cleaned photo.',
  answers: { 200: 'A JPEG picture without any metadata.' },
  staff: true,
};

export const staffReportRoutes = (desk: Desk) => {
  const { db } = desk.database;
  return new Hono<Env>()
    .get(ENDPOINTS.staffReports, describe(LIST), async (c) =>
      c.json(await listReports(c.var.profile.id, db, { after: c.req.query('after') })),
    )
    .post(ENDPOINTS.staffReports, describe(SEARCH), limitBody(SMALL_BODY), async (c) => {
      const { search, after } = await jsonBody(c, SearchSchema);
      // A next page is no new search.
      if (after === undefined) await noteViewed(desk, c.var.profile, c.var.session, 'search');
      const page = { search: parseSearch(search), after };
      return c.json(await listReports(c.var.profile.id, db, page));
    })
    .get(ENDPOINTS.staffReport, describe(REPORT), async (c) => {
      const id = uuidOf(c.req.param('id'));
      found(await hasReport(c.var.profile.id, db, id));
      await noteViewed(desk, c.var.profile, c.var.session, 'report', id);
      const shown = await showReport(desk, c.var.profile, id);
      // Who leads shows who the others are: they were seen as well.
      for (const other of shown?.together ?? [])
        await noteViewed(desk, c.var.profile, c.var.session, 'report', other.id);
      return c.json(shown);
    })
    .put(ENDPOINTS.staffReportStatus, describe(STATUS), limitBody(SMALL_BODY), async (c) => {
      const id = uuidOf(c.req.param('id'));
      const { status } = await jsonBody(c, StatusChangeSchema);
      const act = { by: c.var.session.name, at: new Date(desk.now()) };
      found(await setStatus(c.var.profile.id, db, id, status, act));
      desk.live.publish(c.var.profile.id, { type: 'report', id });
      return c.body(null, 204);
    })
    .post(ENDPOINTS.staffReportNotes, describe(NOTE), limitBody(SMALL_BODY), async (c) => {
      const id = uuidOf(c.req.param('id'));
      const key = c.req.header(IDEMPOTENCY_KEY);
      if (key !== undefined && !isUuid(key)) throw new ProblemError('bad-request');
      const { text } = await jsonBody(c, NoteSchema);
      const act = { by: c.var.session.name, at: new Date(desk.now()), key };
      found(await addNote(c.var.profile.id, db, id, text, act));
      desk.live.publish(c.var.profile.id, { type: 'report', id });
      return c.body(null, 204);
    })
    .get(ENDPOINTS.staffPhoto, describe(PHOTO), async (c) => {
      const photo = await attachmentById(c.var.profile.id, db, uuidOf(c.req.param('id')));
      if (photo?.kind !== 'photo' || photo.state !== 'ready') throw new ProblemError('not-found');
      const file = desk.attachments.cleanFile('photo', c.var.profile.id, photo.id);
      const { size } = await stat(file);
      const about = photo.report_id ?? photo.callback_id ?? undefined;
      await noteViewed(desk, c.var.profile, c.var.session, 'photo', about);
      c.header('Content-Type', 'image/jpeg');
      c.header('Content-Length', String(size));
      c.header('Content-Disposition', 'inline; filename="foto.jpg"');
      return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream);
    })
    .get(ENDPOINTS.staffVoice, describe(VOICE), async (c) => {
      const voice = await attachmentById(c.var.profile.id, db, uuidOf(c.req.param('id')));
      if (voice?.kind !== 'voice' || voice.state !== 'ready') throw new ProblemError('not-found');
      const bytes = await readFile(desk.attachments.cleanFile('voice', c.var.profile.id, voice.id));
      const about = voice.report_id ?? voice.callback_id ?? undefined;
      await noteViewed(desk, c.var.profile, c.var.session, 'voice', about);
      const { type, ending } = voiceType(bytes);
      c.header('Content-Type', type);
      // Never a page: the console plays what it fetched, and whoever opens the address saves a file.
      c.header('Content-Disposition', `attachment; filename="gesproken-bericht.${ending}"`);
      return c.body(new Uint8Array(bytes));
    });
};
