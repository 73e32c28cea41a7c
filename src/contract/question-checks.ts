import * as check from './checks.ts';
import type { FieldError } from './questionnaire.ts';

/** What can be wrong with an answer, whichever form asks for it. */

/** One of the choices, or left open. */
export const known = (
  field: string,
  value: string | undefined,
  allowed: readonly string[],
): FieldError[] =>
  value === undefined || allowed.includes(value) ? [] : [{ field, code: 'unknown-choice' }];

export const line = (
  field: string,
  value: string | undefined,
  limit: number = check.LIMITS.text,
): FieldError[] => {
  const code = check.tooLong(value, limit);
  return code ? [{ field, code }] : [];
};

export function checkPhone(field: string, typed = '', required: boolean): FieldError[] {
  if (!typed.trim()) return required ? [{ field, code: 'missing' }] : [];
  if (check.tooLong(typed, check.LIMITS.text)) return [{ field, code: 'too-long' }];
  return check.phone(typed) ? [] : [{ field, code: 'phone' }];
}
