import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { MessageReceiptSchema, MessageSchema } from '../../contract/message.ts';
import { ReceiptSchema, RepairRequestSchema } from '../../contract/repair-request.ts';
import type { Desk } from '../desk.ts';
import { profileOrigins } from '../http/cors.ts';
import { describe, type Description } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { keyOf } from '../http/idempotency-key.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { receiveMessage } from '../reports/message.ts';
import { receiveRepair } from '../reports/receive.ts';

const REFUSALS = [
  'bad-request',
  'wrong-answers',
  'key-reused',
  'wrong-origin',
  'too-large',
] as const;

const REPAIR: Description = {
  summary: 'Report a repair. Sent again under the same key, the same receipt is answered with 200.',
  body: RepairRequestSchema,
  answers: { 201: ReceiptSchema, 200: ReceiptSchema },
  problems: REFUSALS,
  key: true,
};

const MESSAGE: Description = {
  summary: 'Send a message. Sent again under the same key, the same receipt is answered with 200.',
  body: MessageSchema,
  answers: { 201: MessageReceiptSchema, 200: MessageReceiptSchema },
  problems: REFUSALS,
  key: true,
};

/** What a tenant's page may send. 201 the first time, 200 with the same receipt when sent again. */
export function sendingRoutes(desk: Desk, limit: RateLimit) {
  // Origins first: a page must be able to read that it must wait, and a preflight is no send.
  const guards = [profileOrigins(desk), limit('send'), limitBody(SMALL_BODY)] as const;
  return new Hono<Env>()
    .use(ENDPOINTS.repairRequests, ...guards)
    .use(ENDPOINTS.messages, ...guards)
    .post(ENDPOINTS.repairRequests, describe(REPAIR), async (c) => {
      const key = keyOf(c);
      const request = await jsonBody(c, RepairRequestSchema);
      const { receipt, again } = await receiveRepair(desk, c.var.profile, request, key);
      return c.json(receipt, again ? 200 : 201);
    })
    .post(ENDPOINTS.messages, describe(MESSAGE), async (c) => {
      const key = keyOf(c);
      const message = await jsonBody(c, MessageSchema);
      const { receipt, again } = await receiveMessage(desk, c.var.profile, message, key);
      return c.json(receipt, again ? 200 : 201);
    });
}
