import { Hono } from 'hono';
import {
  AcknowledgeSchema,
  AlarmForDutySchema,
  AlarmLinkSchema,
  AlarmSchema,
  AlarmStateSchema,
} from '../../contract/alarm.ts';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { acknowledgeByLink, alarmForDuty } from '../alarm/duty.ts';
import { alarmState, receiveAlarm } from '../alarm/receive.ts';
import type { Desk } from '../desk.ts';
import { profileOrigins } from '../http/cors.ts';
import { describe, type Description } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { keyOf } from '../http/idempotency-key.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import type { RateLimit } from '../http/rate-limit.ts';

const RAISE: Description = {
  summary:
    'Leave a number for the people on duty. The same key again answers how far it is, with 200.',
  body: AlarmSchema,
  answers: { 201: AlarmStateSchema, 200: AlarmStateSchema },
  problems: ['bad-request', 'wrong-answers', 'key-reused', 'wrong-origin', 'too-large'],
  key: true,
};
const STATE: Description = {
  summary: 'How far the alarm is that was raised under this key.',
  answers: { 200: AlarmStateSchema },
  problems: ['bad-request', 'wrong-origin'],
  key: true,
};
const DUTY: Description = {
  summary: 'What an alarm says, for whoever has the link of a message about it. Changes nothing.',
  body: AlarmLinkSchema,
  answers: { 200: AlarmForDutySchema },
  problems: ['bad-request'],
};
const ACKNOWLEDGE: Description = {
  summary:
    'Say who calls back. The first to say so is who it is; the messages then stop. Also for a system that got the webhook.',
  body: AcknowledgeSchema,
  answers: { 200: AlarmForDutySchema },
  problems: ['bad-request'],
};

/** Of the tenant's page, and of the page behind the link in a message. */
export function alarmRoutes(desk: Desk, limit: RateLimit) {
  const small = limitBody(SMALL_BODY);
  return new Hono<Env>()
    .use(ENDPOINTS.alarms, profileOrigins(desk), limit('alarm'), small)
    .use(ENDPOINTS.alarmState, profileOrigins(desk), limit('alarmState'), small)
    .use(ENDPOINTS.alarmForDuty, limit('alarmState'), small)
    .use(ENDPOINTS.alarmAcknowledged, limit('alarmState'), small)
    .post(ENDPOINTS.alarms, describe(RAISE), async (c) => {
      const key = keyOf(c);
      const alarm = await jsonBody(c, AlarmSchema);
      const { state, again } = await receiveAlarm(desk, c.var.profile, alarm, key);
      return c.json(state, again ? 200 : 201);
    })
    .post(ENDPOINTS.alarmState, describe(STATE), async (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json(await alarmState(desk, c.var.profile, keyOf(c)));
    })
    .post(ENDPOINTS.alarmForDuty, describe(DUTY), async (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json(await alarmForDuty(desk, c.var.profile, await jsonBody(c, AlarmLinkSchema)));
    })
    .post(ENDPOINTS.alarmAcknowledged, describe(ACKNOWLEDGE), async (c) => {
      c.header('Cache-Control', 'no-store');
      const { name, ...link } = await jsonBody(c, AcknowledgeSchema);
      return c.json(await acknowledgeByLink(desk, c.var.profile, link, name));
    });
}
