import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { ReceiptSchema, RepairRequestSchema } from '../../contract/repair-request.ts';
import { DangerCallSchema } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { publicProfile } from '../public-profile.ts';
import { eraseDates } from '../reports/keep.ts';
import { receiveRepair } from '../reports/receive.ts';
import { addDangerCall, listDangerCalls } from '../repositories/staff-danger-calls.ts';
import { keyOf } from '../http/idempotency-key.ts';

const refusals = ['bad-request', 'wrong-answers', 'key-reused', 'wrong-origin'] as const;
const FORM = {
  summary: 'What the form needs to know of the association, as its own page has it.',
  answers: { 200: 'The public side of the profile.' },
  staff: true,
};
const CALL = {
  summary: 'Report a repair for somebody who calls. The same request as a tenant’s own.',
  body: RepairRequestSchema,
  answers: { 201: ReceiptSchema, 200: ReceiptSchema },
  problems: refusals,
  key: true,
  staff: true,
};
const DANGER = {
  summary: 'Note that somebody called in danger, and was told what to do.',
  body: DangerCallSchema,
  answers: { 201: 'Noted.' },
  problems: ['bad-request', 'wrong-origin'] as const,
  key: true,
  staff: true,
};
const DANGERS = {
  summary: 'Calls in danger that were passed on, newest first.',
  answers: { 200: 'At most twenty calls.' },
  staff: true,
};

/** "Nieuwe melding": what a member of staff writes down while somebody is on the phone. */
export const staffCallRoutes = (desk: Desk) => {
  const { db } = desk.database;
  return new Hono<Env>()
    .get(ENDPOINTS.staffForm, describe(FORM), (c) =>
      c.json(publicProfile(c.var.profile, desk.now(), desk.outages.of(c.var.profile))),
    )
    .post(ENDPOINTS.staffCalls, describe(CALL), limitBody(SMALL_BODY), async (c) => {
      const key = keyOf(c);
      const request = await jsonBody(c, RepairRequestSchema);
      const { profile, session } = c.var;
      const came = { channel: 'phone', takenBy: session.name } as const;
      const { receipt, again } = await receiveRepair(desk, profile, request, key, came);
      return c.json(receipt, again ? 200 : 201);
    })
    .get(ENDPOINTS.staffDangerCalls, describe(DANGERS), async (c) =>
      c.json({ items: await listDangerCalls(c.var.profile.id, db) }),
    )
    .post(ENDPOINTS.staffDangerCalls, describe(DANGER), limitBody(SMALL_BODY), async (c) => {
      const id = keyOf(c);
      const call = await jsonBody(c, DangerCallSchema);
      const { profile, session } = c.var;
      const at = desk.now();
      const eraseAt = eraseDates(profile.retentionMonths, at).contact;
      const added = { ...call, id, by: session.name, at: new Date(at), eraseAt };
      await addDangerCall(profile.id, db, added);
      return c.body(null, 201);
    });
};
