import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { StatusBackAnswerSchema, StatusBackSchema } from '../../contract/status-back.ts';
import type { Desk } from '../desk.ts';
import { demandBearer } from '../http/bearer.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { parseReference } from '../reference.ts';
import { applyStatusBack } from '../repositories/status-back.ts';

const STATUS = {
  summary:
    'Say how far a report is, or in which system it is now. Say what is so now: the same twice is done once, and the last one wins.',
  body: StatusBackSchema,
  answers: { 200: StatusBackAnswerSchema },
  problems: ['bad-request', 'too-large'] as const,
  system: true,
};

/** Only with the token of this association's own system; where there is none, there is nothing. */
const ownSystem = (desk: Desk) =>
  createMiddleware<Env>(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    const back = desk.outward.statusBackOf(c.var.profile.id);
    if (!back) throw new ProblemError('not-found');
    demandBearer(c, back.hashes);
    await next();
  });

/** What the association's own system says back. No cookie counts here, and no page may ask it. */
export const statusBackRoutes = (desk: Desk, limit: RateLimit) =>
  new Hono<Env>().post(
    ENDPOINTS.reportStatus,
    describe(STATUS),
    limit('staff'),
    ownSystem(desk),
    limitBody(SMALL_BODY),
    async (c) => {
      const reference = parseReference(c.req.param('reference'));
      if (!reference) throw new ProblemError('not-found');
      const said = await jsonBody(c, StatusBackSchema);
      const { id: association } = c.var.profile;
      const by = desk.outward.statusBackOf(association)?.name ?? '';
      const act = { by, at: new Date(desk.now()) };
      const now = await applyStatusBack(association, desk.database.db, reference, said, act);
      if (!now) throw new ProblemError('not-found');
      if (now.changed) desk.live.publish(association, { type: 'report', id: now.id });
      return c.json({
        reference,
        status: now.status,
        ...(now.taken_over_in ? { takenOverIn: now.taken_over_in } : {}),
      });
    },
  );
