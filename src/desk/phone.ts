import { parsePhoneNumberFromString } from 'libphonenumber-js';
import * as check from '../contract/checks.ts';

/**
 * "06-12345678 (na 17u)", "0031 592 12 34 56" → "+31612345678"; undefined when it is no number that
 * can be dialled. What was typed is kept beside it: words around a number are for the reader.
 */
export function toE164(typed: string): string | undefined {
  const number = parsePhoneNumberFromString(check.phone(typed) ?? '', 'NL');
  return number?.isPossible() ? number.number : undefined;
}
