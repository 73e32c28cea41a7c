import { dateOf, openingAt } from './opening-hours.ts';
import type { Interval } from './opening-hours.ts';
import type { PhoneNumber, PublicProfile } from './profile.ts';
import type { Receipt, RepairAnswers } from './repair-request.ts';

/** What is said around a report on its way and once it is with the desk. Pure. */

/** Within so many days a letter comes too late to make an appointment with. */
const TOO_SOON = 3;
const DAY = 24 * 60 * 60 * 1000;

type Phones = Pick<PublicProfile, 'phone' | 'urgentPhone'>;

/**
 * Whom to call when it gets worse: nobody is sent to an office that does not answer.
 *
 * @param phoneOpen when the office answers
 * @param now epoch milliseconds
 */
export const numberToCall = (
  { phone, urgentPhone }: Phones,
  phoneOpen: readonly Interval[],
  now: number,
  urgent: boolean,
): PhoneNumber => (urgent || openingAt(phoneOpen, now).state === 'closed' ? urgentPhone : phone);

/** How the appointment is made; "call": a letter would arrive after the day that was promised. */
export function appointmentBy(
  { reach = 'letter' }: Pick<RepairAnswers, 'reach'>,
  { promise, receivedAt }: Pick<Receipt, 'promise' | 'receivedAt'>,
): 'phone' | 'email' | 'letter' | 'call' {
  if (reach !== 'letter' || promise.kind !== 'by') return reach;
  const days = (Date.parse(promise.date) - Date.parse(dateOf(Date.parse(receivedAt)))) / DAY;
  return days <= TOO_SOON ? 'call' : 'letter';
}
