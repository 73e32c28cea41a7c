import { Hono } from 'hono';
import * as v from 'valibot';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { listMessages, setAnswered } from '../repositories/messages.ts';
import { uuidOf } from './staff-reports.ts';

export const AnsweredSchema = v.strictObject({ answered: v.boolean() });

const LIST = {
  summary: 'Messages: not answered first, then the newest.',
  query: { after: 'What the page before called next.' },
  answers: { 200: 'A page of messages.' },
  staff: true,
};
const ANSWERED = {
  summary: 'Say that a message was answered, or was not.',
  body: AnsweredSchema,
  answers: { 204: 'Noted.' },
  problems: ['bad-request', 'wrong-origin'] as const,
  staff: true,
};

export const staffMessageRoutes = (desk: Desk) => {
  const { db } = desk.database;
  return new Hono<Env>()
    .get(ENDPOINTS.staffMessages, describe(LIST), async (c) =>
      c.json(await listMessages(c.var.profile.id, db, c.req.query('after'))),
    )
    .put(ENDPOINTS.staffMessageAnswered, describe(ANSWERED), limitBody(SMALL_BODY), async (c) => {
      const id = uuidOf(c.req.param('id'));
      const { answered } = await jsonBody(c, AnsweredSchema);
      const by = answered ? c.var.session.name : undefined;
      if (!(await setAnswered(c.var.profile.id, db, id, by, new Date(desk.now()))))
        throw new ProblemError('not-found');
      desk.live.publish(c.var.profile.id, { type: 'message', id });
      return c.body(null, 204);
    });
};
