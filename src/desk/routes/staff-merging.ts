import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { MergeSchema } from '../../contract/together.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { mergeReports, unmergeReport } from '../repositories/merging.ts';
import { uuidOf } from './staff-reports.ts';

const MERGE = {
  summary:
    'Put a report with another one that is about the same. The other one leads: it is not the less urgent.',
  body: MergeSchema,
  answers: { 204: 'Done. Both keep their reference, their status and where they are sent.' },
  problems: ['bad-request', 'wrong-origin'] as const,
  staff: true,
};
const UNMERGE = {
  summary: 'Take a report from the one that it was put with. It is as it was.',
  answers: { 204: 'Done.' },
  problems: ['wrong-origin'] as const,
  staff: true,
};

export const staffMergingRoutes = (desk: Desk) => {
  const { db } = desk.database;
  const tell = (association: string, ...ids: readonly string[]) => {
    for (const id of ids) desk.live.publish(association, { type: 'report', id });
  };
  return new Hono<Env>()
    .put(ENDPOINTS.staffReportMerged, describe(MERGE), limitBody(SMALL_BODY), async (c) => {
      const id = uuidOf(c.req.param('id'));
      const { into } = await jsonBody(c, MergeSchema);
      const { id: association } = c.var.profile;
      const act = { by: c.var.session.name, at: new Date(desk.now()) };
      const done = await mergeReports(association, db, { id, into }, act);
      if (done === 'not-found') throw new ProblemError('not-found');
      if (done !== 'merged') throw new ProblemError('bad-request');
      tell(association, id, into);
      return c.body(null, 204);
    })
    .delete(ENDPOINTS.staffReportMerged, describe(UNMERGE), async (c) => {
      const id = uuidOf(c.req.param('id'));
      const { id: association } = c.var.profile;
      const act = { by: c.var.session.name, at: new Date(desk.now()) };
      const led = await unmergeReport(association, db, id, act);
      if (led === undefined) throw new ProblemError('not-found');
      if (led) tell(association, id, led);
      return c.body(null, 204);
    });
};
