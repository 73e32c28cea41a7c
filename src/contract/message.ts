import * as v from 'valibot';
import { LIMITS } from './checks.ts';
import type { FieldError } from './questionnaire.ts';
import * as check from './checks.ts';

/** "Stuur een bericht": the short form in the way to a person. */

const Line = v.pipe(v.string(), v.maxLength(LIMITS.text));

export const MessageSchema = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(LIMITS.story)),
  name: v.optional(Line),
  /** A phone number or an e-mail address, as typed. */
  reach: v.pipe(v.string(), v.maxLength(LIMITS.email)),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9-]{1,20})?$/i)),
  /** The component and screen she was on: "repair-form/photos". */
  from: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}\/[a-z-]{1,40}$/)),
});
export type Message = v.InferOutput<typeof MessageSchema>;

/** What is wrong with a message; empty when it can be answered. */
export function checkMessage(message: Pick<Message, 'text' | 'reach'>): FieldError[] {
  const errors: FieldError[] = [];
  if (!message.text.trim()) errors.push({ field: 'text', code: 'missing' });
  else if (check.tooLong(message.text, LIMITS.story))
    errors.push({ field: 'text', code: 'too-long' });
  if (!message.reach.trim()) errors.push({ field: 'reach', code: 'missing' });
  else if (!check.phone(message.reach) && !check.email(message.reach))
    errors.push({ field: 'reach', code: message.reach.includes('@') ? 'email' : 'phone' });
  return errors;
}

export const MessageReceiptSchema = v.object({
  reference: v.string(),
  receivedAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type MessageReceipt = v.InferOutput<typeof MessageReceiptSchema>;
