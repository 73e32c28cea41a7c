import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { ErasureSchema } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { eraseByReference } from '../reports/erase.ts';

const ERASE = {
  summary: 'Erase a report or a message for good, with its photos, jobs and deliveries.',
  body: ErasureSchema,
  answers: { 204: 'Erased.' },
  problems: ['bad-request', 'wrong-origin'] as const,
  staff: true,
};

export const staffErasureRoutes = (desk: Desk) =>
  new Hono<Env>().post(
    ENDPOINTS.staffErasures,
    describe(ERASE),
    limitBody(SMALL_BODY),
    async (c) => {
      const { reference, why } = await jsonBody(c, ErasureSchema);
      const { profile, session } = c.var;
      const erased = await eraseByReference(desk, profile, reference, { why, by: session });
      if (!erased) throw new ProblemError('not-found');
      desk.log({ event: 'erased', count: 1 });
      desk.live.publish(profile.id, { type: erased.what, id: erased.id });
      return c.body(null, 204);
    },
  );
