import type { ProblemCode } from '../contract/problem.ts';
import type { FieldError } from '../contract/questionnaire.ts';
import { t } from './texts.ts';

/** Why the desk gave no answer that we can show. */
export type Why =
  'offline' | 'down' | 'fault' | 'busy' | 'refused' | 'not-found' | 'signed-out' | 'provider-down';

export class Fault extends Error {
  readonly why: Why;
  /** As the desk said it, when it said no. */
  readonly code: ProblemCode | undefined;
  readonly errors: readonly FieldError[];
  constructor(why: Why, code?: ProblemCode, errors: readonly FieldError[] = []) {
    super(why);
    this.why = why;
    this.code = code;
    this.errors = errors;
  }
}

const BY_CODE: Partial<Record<ProblemCode, Why>> = {
  'sign-in': 'signed-out',
  'not-found': 'not-found',
  'too-many-requests': 'busy',
  'not-ready': 'down',
  'provider-down': 'provider-down',
  fault: 'fault',
};

/** @param code of the problem document, when the answer was one */
export function whyOf(status: number, code?: ProblemCode): Why {
  const known = code && BY_CODE[code];
  if (known) return known;
  if (status === 401) return 'signed-out';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'busy';
  if (status === 500) return 'fault';
  return status > 500 ? 'down' : 'refused';
}

/** Anything thrown while we asked the desk; a bug of our own reads as "something went wrong". */
export const whyThrown = (error: unknown): Why => (error instanceof Fault ? error.why : 'fault');

export const inWords = (why: Why): string => t(`fault.${why}`);
