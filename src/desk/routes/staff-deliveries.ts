import { Hono } from 'hono';
import * as v from 'valibot';
import { DELIVERY_ACTS, type DeliveryLine } from '../../contract/delivery.ts';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { deliverByHand } from '../outward/by-hand.ts';
import { listFailed, tryAgain } from '../repositories/deliveries.ts';
import { uuidOf } from './staff-reports.ts';

const ActSchema = v.strictObject({ act: v.picklist(DELIVERY_ACTS) });

const LIST = {
  summary: 'Reports that did not reach the association’s own systems: the most urgent first.',
  answers: { 200: 'At most 200 of them.' },
  staff: true,
};
const ACT = {
  summary: 'Try a delivery now, or say that somebody brought it there by hand.',
  body: ActSchema,
  answers: { 204: 'Noted; whether it arrived shows in the list.' },
  problems: ['bad-request', 'wrong-origin'] as const,
  staff: true,
};

export const staffDeliveryRoutes = (desk: Desk) => {
  const { db } = desk.database;
  return new Hono<Env>()
    .get(ENDPOINTS.staffDeliveries, describe(LIST), async (c) => {
      const { id: association } = c.var.profile;
      const routes = desk.outward.routesOf(association);
      const items: DeliveryLine[] = (await listFailed(association, db)).map(
        ({ adapter, ...line }) => ({
          ...line,
          to: routes.find(({ id }) => id === adapter)?.name ?? adapter,
        }),
      );
      return c.json({ items });
    })
    .post(ENDPOINTS.staffDelivery, describe(ACT), limitBody(SMALL_BODY), async (c) => {
      const delivery = uuidOf(c.req.param('id'));
      const { act } = await jsonBody(c, ActSchema);
      const { id: association } = c.var.profile;
      const now = new Date(desk.now());
      if (act === 'try') {
        if (!(await tryAgain(association, db, delivery, now))) throw new ProblemError('not-found');
        await desk.jobs.send('deliver', { association, delivery });
        desk.jobs.nudge('deliver');
      } else if (!(await deliverByHand(desk, association, delivery, c.var.session.name)))
        throw new ProblemError('not-found');
      return c.body(null, 204);
    });
};
