import { IDEMPOTENCY_KEY, publicPathOf } from '../contract/endpoints.ts';
import type { PublicEndpoint as Endpoint } from '../contract/endpoints.ts';
import type { ProblemCode } from '../contract/problem.ts';
import type { FieldError } from '../contract/questionnaire.ts';
import { deadline } from './deadline.ts';

/** An answer of the desk that more trying will not change. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  constructor(code: ProblemCode, errors: readonly FieldError[] = []) {
    super(code);
    this.code = code;
    this.errors = errors;
  }
}

/** No answer, or not now: try again. `after` in milliseconds, when the desk named a time. */
export class Unreachable extends Error {
  readonly after: number | undefined;
  constructor(after?: number) {
    super('unreachable');
    this.after = after;
  }
}

const TIMEOUT = 20_000;

/** The desk of one association, as the public may use it. */
export interface Desk {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly association: string;
}

/** @param parts of the address, beside the association */
export const urlAt = (
  { origin, association }: Desk,
  endpoint: Endpoint,
  parts: Readonly<Record<string, string>> = {},
): string => origin + publicPathOf(endpoint, { association, ...parts });

/**
 * Posts once; `key` makes a repeat harmless.
 * @throws Refused, Unreachable
 */
export async function post(
  desk: Desk,
  endpoint: Endpoint,
  key: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const { parseProblem, parseReceipt } = await import('./answers.ts').catch(() => {
    throw new Unreachable();
  });
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(urlAt(desk, endpoint), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [IDEMPOTENCY_KEY]: key },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: deadline(TIMEOUT, signal),
    });
    answer = await response.json();
  } catch {
    // Offline, cut off, too slow, or no JSON (a captive portal, a proxy's error page).
    throw new Unreachable();
  }
  if (response.ok) {
    const receipt = parseReceipt(endpoint, answer);
    if (receipt) return receipt;
    throw new Unreachable();
  }
  const problem = parseProblem(answer);
  const final = response.status < 500 && response.status !== 429 && response.status !== 408;
  if (final && problem) throw new Refused(problem.code, problem.errors);
  const seconds = Number(response.headers.get('Retry-After'));
  throw new Unreachable(seconds > 0 ? seconds * 1000 : undefined);
}
