import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { OutcomeSchema } from '../../contract/staff.ts';
import type { AlarmLine } from '../../contract/staff.ts';
import { acknowledge } from '../alarm/duty.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { alarmById, openAlarms, setAlarmOutcome } from '../repositories/alarms.ts';
import { uuidOf } from './staff-reports.ts';

const LIST = {
  summary: 'Alarms that nobody has taken, and those of which nobody has said how they went.',
  answers: { 200: 'The alarms.' },
  staff: true,
};
const ACKNOWLEDGED = {
  summary: 'Say that you call. The first to say so is who it is; the messages then stop.',
  answers: { 204: 'Noted.' },
  problems: ['wrong-origin'] as const,
  staff: true,
};
const OUTCOME = {
  summary: 'Say how it went.',
  body: OutcomeSchema,
  answers: { 204: 'Noted.' },
  problems: ['bad-request', 'wrong-origin'] as const,
  staff: true,
};

/** An alarm that was taken, and of which nobody said how it went, is let go after this. */
const DAY = 24 * 3_600_000;

export const staffAlarmRoutes = (desk: Desk) => {
  const { db } = desk.database;
  return new Hono<Env>()
    .get(ENDPOINTS.staffAlarms, describe(LIST), async (c) => {
      const rows = await openAlarms(c.var.profile.id, db, new Date(desk.now() - DAY));
      return c.json({ items: rows.map(lineOf) });
    })
    .put(ENDPOINTS.staffAlarmAcknowledged, describe(ACKNOWLEDGED), async (c) => {
      const { profile, session } = c.var;
      const id = uuidOf(c.req.param('id'));
      const first = await acknowledge(desk, profile, id, session.name);
      if (!first && !(await alarmById(profile.id, db, id))) throw new ProblemError('not-found');
      return c.body(null, 204);
    })
    .put(ENDPOINTS.staffAlarmOutcome, describe(OUTCOME), limitBody(SMALL_BODY), async (c) => {
      const { profile, session } = c.var;
      const id = uuidOf(c.req.param('id'));
      const { text } = await jsonBody(c, OutcomeSchema);
      const outcome = { text, by: session.name, at: new Date(desk.now()) };
      if (!(await setAlarmOutcome(profile.id, db, id, outcome)))
        throw new ProblemError('not-found');
      desk.live.publish(profile.id, { type: 'alarm', id });
      return c.body(null, 204);
    });
};

const lineOf = (row: Awaited<ReturnType<typeof openAlarms>>[number]): AlarmLine => ({
  id: row.id,
  raisedAt: row.raised_at.toISOString(),
  phone: row.phone,
  ...(row.tel ? { tel: row.tel } : {}),
  where: row.where_line,
  what: row.what,
  someoneElse: row.someone_else,
  language: row.language,
  ...(row.report_id && row.reference
    ? { report: { id: row.report_id, reference: row.reference } }
    : {}),
  messages: row.messages,
  ...(row.sent_at ? { sentAt: row.sent_at.toISOString() } : {}),
  failing: row.failure !== null,
  ...(row.acknowledged_at && row.acknowledged_by
    ? { acknowledged: { by: row.acknowledged_by, at: row.acknowledged_at.toISOString() } }
    : {}),
});
