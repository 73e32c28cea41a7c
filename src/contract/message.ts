import * as v from 'valibot';
import { LIMITS } from './checks.ts';

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

export const MessageReceiptSchema = v.object({
  reference: v.string(),
  receivedAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type MessageReceipt = v.InferOutput<typeof MessageReceiptSchema>;
