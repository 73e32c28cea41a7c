import { LIMITS, phone, tooLong } from './checks.ts';
import type { FieldError } from './questionnaire.ts';

/**
 * "Wij bellen u": what can be chosen, and what is asked at least. Apart from the schemas, so that a page
 * that only asks does not carry the schema library.
 */

/** What she wants to be called about; the association says which team each goes to. */
export const CALLBACK_TOPICS = ['repair', 'rent', 'neighbours', 'worried', 'other'] as const;
export type CallbackTopic = (typeof CALLBACK_TOPICS)[number];

/** When she would rather be called: `morning` is before 12:00, `afternoon` from then on. */
export const CALLBACK_WHEN = ['any', 'morning', 'afternoon'] as const;
export type CallbackWhen = (typeof CALLBACK_WHEN)[number];

/** How far it is: asked for, a member of staff has it in hand, or it is over. */
export const CALLBACK_STATES = ['open', 'calling', 'done', 'cancelled'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** What is wrong with a callback; empty when we can call. */
export function checkCallback(asked: { phone: string; about?: string | undefined }): FieldError[] {
  const errors: FieldError[] = [];
  if (!asked.phone.trim()) errors.push({ field: 'phone', code: 'missing' });
  else if (!phone(asked.phone)) errors.push({ field: 'phone', code: 'phone' });
  const length = tooLong(asked.about, LIMITS.story);
  if (length) errors.push({ field: 'about', code: length });
  return errors;
}
