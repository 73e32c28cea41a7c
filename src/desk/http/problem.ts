import type { Context } from 'hono';
import { PROBLEMS, type Problem, type ProblemCode } from '../../contract/problem.ts';
import type { FieldError } from '../../contract/questionnaire.ts';

/** For people who build against the desk; a tenant sees the sentence of her own screen. */
const TITLES: Record<ProblemCode, string> = {
  'not-found': 'There is nothing at this address.',
  'bad-request': 'The request does not have the shape that is documented.',
  'wrong-answers': 'An answer is missing or not right.',
  'wrong-origin': 'This origin is not in the profile of the association.',
  'sign-in': 'Sign in first.',
  'too-large': 'The request is too large.',
  'not-a-photo': 'This file is not a JPEG, PNG or WebP picture that can be read.',
  'photo-too-many-pixels': 'This picture has too many pixels.',
  'not-a-recording': 'This file is not a recording in WebM, Ogg or MP4 that can be read.',
  'recording-too-long': 'This recording lasts too long.',
  'too-many-requests': 'Too many requests: wait for as long as Retry-After says.',
  'key-reused': 'This idempotency key was used for another request.',
  'no-longer': 'Somebody else was first, or it is over.',
  'too-late': 'It is too late to change this appointment here: it is changed by telephone.',
  taken: 'Somebody has another appointment at that time.',
  'not-ready': 'The desk is starting or cannot reach its database.',
  'provider-down': 'The provider at which staff sign in does not answer.',
  fault: 'Something went wrong at the desk.',
};

export const problemOf = (code: ProblemCode, errors?: readonly FieldError[]): Problem => ({
  type: `/api#problem-${code}`,
  title: TITLES[code],
  status: PROBLEMS[code],
  code,
  ...(errors?.length ? { errors: [...errors] } : {}),
});

/** Thrown by a handler to answer with a problem. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, errors: readonly FieldError[] = [], retryAfter?: number) {
    super(code);
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

export const PROBLEM_TYPE = 'application/problem+json';

export function answerProblem(c: Context, error: ProblemError): Response {
  c.header('Content-Type', PROBLEM_TYPE);
  c.header('Cache-Control', 'no-store');
  if (error.retryAfter !== undefined) c.header('Retry-After', String(error.retryAfter));
  return c.body(JSON.stringify(problemOf(error.code, error.errors)), PROBLEMS[error.code]);
}
