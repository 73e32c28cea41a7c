import type { Profile } from '../contract/profile.ts';
import type { Receipt } from '../contract/repair-request.ts';
import type { Urgency } from '../contract/triage/types.ts';
import { addWorkingDays } from './holidays.ts';
import { dutchDate } from './opening-rules.ts';

/** What is promised: only what the association set; nothing set, nothing promised. */
export function promiseOf(
  profile: Profile,
  urgency: Urgency,
  received: number,
): Receipt['promise'] {
  const days = profile.promiseDays[urgency === 'danger' ? 'urgent' : urgency];
  if (days === undefined) return { kind: 'none' };
  return { kind: 'by', date: addWorkingDays(dutchDate(received), days).toString() };
}
