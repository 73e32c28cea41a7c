import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { CallbackOutcomeSchema } from '../../contract/staff-callback.ts';
import { claim, end, release } from '../callbacks/call.ts';
import { listCallbacks, showCallback } from '../callbacks/show.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { noteViewed } from '../reports/viewed.ts';
import { callbackById } from '../repositories/callbacks.ts';
import { uuidOf } from './staff-reports.ts';

const LIST = {
  summary: 'Callbacks that are still to be made: what is due first stands first.',
  answers: { 200: 'The callbacks, the teams and how the queue stands.' },
  staff: true,
};
const ONE = {
  summary: 'One callback, whole. That it was viewed, and by whom, is kept.',
  answers: { 200: 'The callback.' },
  staff: true,
};
const CLAIM = {
  summary:
    'Say that you call now, and again each minute while you do. The first to say so is who it is.',
  answers: { 204: 'It is yours.' },
  problems: ['wrong-origin', 'no-longer'] as const,
  staff: true,
};
const RELEASE = {
  summary: 'Say that you do not call after all.',
  answers: { 204: 'Nobody has it.' },
  problems: ['wrong-origin'] as const,
  staff: true,
};
const OUTCOME = {
  summary: 'Say how the call went, while it is yours.',
  body: CallbackOutcomeSchema,
  answers: { 204: 'Noted.' },
  problems: ['bad-request', 'wrong-origin', 'no-longer'] as const,
  staff: true,
};

export const staffCallbackRoutes = (desk: Desk) =>
  new Hono<Env>()
    .get(ENDPOINTS.staffCallbacks, describe(LIST), async (c) =>
      c.json(await listCallbacks(desk, c.var.profile, c.var.session.person)),
    )
    .get(ENDPOINTS.staffCallback, describe(ONE), async (c) => {
      const { profile, session } = c.var;
      const id = uuidOf(c.req.param('id'));
      if (!(await callbackById(profile.id, desk.database.db, id)))
        throw new ProblemError('not-found');
      await noteViewed(desk, profile, session, 'callback', id);
      return c.json(await showCallback(desk, profile, id, session.person));
    })
    .put(ENDPOINTS.staffCallbackClaim, describe(CLAIM), async (c) => {
      await claim(desk, c.var.profile, uuidOf(c.req.param('id')), c.var.session);
      return c.body(null, 204);
    })
    .post(ENDPOINTS.staffCallbackOutcome, describe(OUTCOME), limitBody(SMALL_BODY), async (c) => {
      const id = uuidOf(c.req.param('id'));
      const outcome = await jsonBody(c, CallbackOutcomeSchema);
      await end(desk, c.var.profile, id, c.var.session, outcome);
      return c.body(null, 204);
    })
    .delete(ENDPOINTS.staffCallbackClaim, describe(RELEASE), async (c) => {
      await release(desk, c.var.profile, uuidOf(c.req.param('id')), c.var.session.person);
      return c.body(null, 204);
    });
