import type { Urgency } from './triage/types.ts';

/** What staff see of reports that have not reached the association's own systems. */

/** Why a delivery failed; words for staff are in `console:delivery.failure.<code>`. */
export const DELIVERY_FAILURES = [
  // The line.
  'unreachable',
  'timeout',
  'certificate',
  'private-address',
  // What an HTTP receiver answered.
  'redirect',
  'not-allowed',
  'gone',
  'busy',
  'refused',
  'fault',
  // Mail.
  'mail-sign-in',
  'mail-refused',
  'mail-later',
  // A folder.
  'no-folder',
  'no-access',
  'disk-full',
  // Ours.
  'not-configured',
  'unknown',
] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** A report that did not arrive somewhere, and is not with somebody who took it over by hand. */
export interface DeliveryLine {
  id: string;
  report: { id: string; reference: string; what: string; urgency: Urgency };
  /** When it was taken in, ISO 8601. */
  receivedAt: string;
  /** As staff call it: "Itris". */
  to: string;
  why: DeliveryFailure;
  attempts: number;
  /** ISO 8601; left out when it is not tried again by itself. */
  nextAt?: string;
}

export const DELIVERY_ACTS = ['try', 'taken-over'] as const;
export type DeliveryAct = (typeof DELIVERY_ACTS)[number];
