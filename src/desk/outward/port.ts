import type { Attachment } from './attachments.ts';
import type { OutwardReport } from './outward-report.ts';

/**
 * The one port through which reports leave the desk. What differs between receivers is in an adapter;
 * when to try, again or no more, is in `jobs/deliver.ts`.
 */
export interface Adapter {
  /**
   * Hands the report over, whole. Called again with the same `delivery` when it is not certain that the
   * receiver has it: a receiver must take the same `delivery` twice as one.
   *
   * @throws {Undelivered} with a code; anything else thrown is a fault of ours, and is tried again
   */
  deliver(outgoing: Outgoing): Promise<Delivered>;
}

export interface Outgoing {
  /** Id of this report to this receiver, the same for every attempt. */
  delivery: string;
  /** The first time, as far as we know. */
  first: boolean;
  report: OutwardReport;
  attachments: readonly Attachment[];
  /** Epoch milliseconds. */
  now: number;
}

export interface Delivered {
  /** What the receiver calls it, when it said so. */
  reference?: string;
}

/** What a receiver calls it, as far as it is something to show: short, one line, no markup. */
export function shownReference(given: unknown): string | undefined {
  const text = typeof given === 'number' ? String(given) : given;
  return typeof text === 'string' && /^[\p{L}\p{N}][\p{L}\p{N} ._:/#-]{0,59}$/u.test(text)
    ? text
    : undefined;
}

/** JSON of an answer; undefined when it is none. */
export function jsonIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
