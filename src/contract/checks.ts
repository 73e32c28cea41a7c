import type { ErrorCode, FieldError } from './questionnaire.ts';

/**
 * What counts as a postcode, a phone number, … Written once: the browser, the plain pages and the
 * desk all ask here. Each takes what a person typed, in any of the usual ways, and is lenient:
 * nothing that a member of staff could still read is refused.
 */

export const LIMITS = {
  story: 4000,
  text: 200,
  email: 254,
  photos: 5,
  /** Of a spoken message. */
  voiceSeconds: 60,
} as const;

/** "1234ab", "NL-1234 AB", "1234 AB Assen" → "1234 AB"; undefined when it is no Dutch postcode. */
export function postcode(typed: string): string | undefined {
  const found = /^(?:NL[\s-]*)?([1-9]\d{3})[\s.-]*([A-Z]{2})(?:[\s,].*)?$/.exec(
    latin(typed).trim().toUpperCase(),
  );
  return found ? `${found[1]} ${found[2]}` : undefined;
}

export interface HouseNumber {
  number: string;
  addition?: string;
}

/**
 * "12", "12a", "12-3", "12 bis", "nr. 12 (achter)" → number and addition, which is whatever follows
 * the number; undefined without a number.
 */
export function houseNumber(typed: string): HouseNumber | undefined {
  const found = /^(?:nr\.?|nummer)?\s*(\d{1,5})(?!\d)[\s\-/.,]*(.{0,40})$/i.exec(
    latin(typed).trim(),
  );
  if (!found?.[1] || Number(found[1]) === 0) return undefined;
  const addition = found[2]?.trim();
  return { number: String(Number(found[1])), ...(addition ? { addition } : {}) };
}

/**
 * A number that somebody can be called on, in any notation, also with words around it ("06-12345678
 * na 17 uur"). The desk turns it into E.164 with libphonenumber; here it must only look callable.
 */
export function phone(typed: string): string | undefined {
  const run = /(?:\+|00)?\d(?:[\s().\-\u2010-\u2015/]*\d){7,14}/.exec(latin(typed));
  return run?.[0];
}

/** One "@" with something on both sides and a dot behind it (RFC 5321 leaves the rest to the mail server). */
export function email(typed: string): string | undefined {
  // Keyboards that complete words leave a space before the @ or behind a dot.
  const trimmed = typed.trim().replace(/\s*([@.])\s*/g, '$1');
  return trimmed.length <= LIMITS.email && /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(trimmed)
    ? trimmed
    : undefined;
}

export const tooLong = (typed: string | undefined, limit: number): ErrorCode | undefined =>
  (typed?.length ?? 0) > limit ? 'too-long' : undefined;

/**
 * Arabic-Indic and Persian digits, which an Arabic keyboard types, as the ASCII ones; and without the
 * invisible direction marks that come along with a number copied from a list of contacts.
 */
export const latin = (typed: string): string =>
  typed
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C]/g, '');

/** What is wrong with a message; empty when it can be answered. */
export function checkMessage(message: { text: string; reach: string }): FieldError[] {
  const errors: FieldError[] = [];
  if (!message.text.trim()) errors.push({ field: 'text', code: 'missing' });
  else if (tooLong(message.text, LIMITS.story)) errors.push({ field: 'text', code: 'too-long' });
  if (!message.reach.trim()) errors.push({ field: 'reach', code: 'missing' });
  else if (!phone(message.reach) && !email(message.reach))
    errors.push({ field: 'reach', code: message.reach.includes('@') ? 'email' : 'phone' });
  return errors;
}
