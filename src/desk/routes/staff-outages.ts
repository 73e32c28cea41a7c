import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { NewOutageSchema } from '../../contract/outages.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { eraseDates } from '../reports/keep.ts';
import { addOutage, endOutage, listOutages } from '../repositories/outages.ts';
import { uuidOf } from './staff-reports.ts';

const LIST = {
  summary: 'Known outages: those that last now, then the latest.',
  answers: { 200: 'At most fifty outages.' },
  staff: true,
};
const ADD = {
  summary: 'Tell tenants of an outage. They see it within two minutes.',
  body: NewOutageSchema,
  answers: { 201: 'Told.' },
  problems: ['bad-request', 'wrong-origin'] as const,
  staff: true,
};
const END = {
  summary: 'Say that an outage is over.',
  answers: { 204: 'Over.' },
  problems: ['wrong-origin'] as const,
  staff: true,
};

export const staffOutageRoutes = (desk: Desk) => {
  const { db } = desk.database;
  return new Hono<Env>()
    .get(ENDPOINTS.staffOutages, describe(LIST), async (c) =>
      c.json({ items: await listOutages(c.var.profile.id, db, new Date(desk.now())) }),
    )
    .post(ENDPOINTS.staffOutages, describe(ADD), limitBody(SMALL_BODY), async (c) => {
      const outage = await jsonBody(c, NewOutageSchema);
      const { profile, session } = c.var;
      const until = Date.parse(outage.until);
      // A time of day that is in no calendar (31 February) is no number.
      if (!(until > desk.now())) throw new ProblemError('bad-request');
      const id = await addOutage(profile.id, db, {
        ...outage,
        by: session.name,
        at: new Date(desk.now()),
        eraseAt: eraseDates(profile.retentionMonths, until).report,
      });
      await desk.outages.look();
      desk.live.publish(profile.id, { type: 'outage', id });
      return c.json({ id }, 201);
    })
    .post(ENDPOINTS.staffOutageEnd, describe(END), async (c) => {
      const id = uuidOf(c.req.param('id'));
      const { profile } = c.var;
      if (!(await endOutage(profile.id, db, id, new Date(desk.now()))))
        throw new ProblemError('not-found');
      await desk.outages.look();
      desk.live.publish(profile.id, { type: 'outage', id });
      return c.body(null, 204);
    });
};
