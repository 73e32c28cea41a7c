import * as v from 'valibot';
import type { FieldError } from './questionnaire.ts';

/**
 * Errors on the wire: RFC 9457 `application/problem+json`. Only codes travel; the sentence for a
 * person is looked up where it is shown, and nothing of the input is repeated.
 */
export const PROBLEMS = {
  'not-found': 404,
  'bad-request': 400,
  'wrong-answers': 422,
  'wrong-origin': 403,
  'sign-in': 401,
  'too-large': 413,
  'not-a-photo': 415,
  'photo-too-many-pixels': 422,
  'not-a-recording': 415,
  'recording-too-long': 422,
  'too-many-requests': 429,
  'key-reused': 422,
  'no-longer': 409,
  'too-late': 409,
  taken: 409,
  'not-ready': 503,
  'provider-down': 503,
  fault: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export const ProblemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  errors: v.optional(v.array(v.object({ field: v.string(), code: v.string() }))),
});

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  errors?: FieldError[];
}
