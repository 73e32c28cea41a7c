import * as v from 'valibot';
import type { PublicEndpoint as Endpoint } from '../contract/endpoints.ts';
import { AlarmStateSchema } from '../contract/alarm.ts';
import { CallbackReceiptSchema, CallbackViewSchema } from '../contract/callback.ts';
import { MessageReceiptSchema } from '../contract/message.ts';
import { ProblemSchema } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import { ReceiptSchema } from '../contract/repair-request.ts';

/** What the desk answered, if it is what the contract says. Loaded with the first send. */

const RECEIPTS: Partial<Record<Endpoint, v.GenericSchema>> = {
  repairRequests: ReceiptSchema,
  messages: MessageReceiptSchema,
  callbacks: CallbackReceiptSchema,
  callbackState: CallbackViewSchema,
  callbackChanged: CallbackViewSchema,
  callbackCancelled: CallbackViewSchema,
  alarms: AlarmStateSchema,
  alarmState: AlarmStateSchema,
};

export function parseReceipt(endpoint: Endpoint, answer: unknown): unknown {
  const parsed = v.safeParse(RECEIPTS[endpoint] ?? v.unknown(), answer);
  return parsed.success ? parsed.output : undefined;
}

export function parseProblem(answer: unknown): Problem | undefined {
  const parsed = v.safeParse(ProblemSchema, answer);
  return parsed.success ? (parsed.output as Problem) : undefined;
}
