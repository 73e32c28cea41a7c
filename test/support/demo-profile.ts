import type { PublicProfile } from '../../src/contract/profile.ts';
import { dateOf } from '../../src/contract/opening-hours.ts';
import type { Interval } from '../../src/contract/opening-hours.ts';

/** The made-up association of stories and component tests, as its entry script would carry it. */

const HOUR = 3_600_000;

/** `from` and `to` in hours from now. */
const span = (now: number, from: number, to: number): Interval => [
  new Date(now + from * HOUR).toISOString(),
  new Date(now + to * HOUR).toISOString(),
];

export function demoProfile(open = true, now = Date.now()): PublicProfile {
  const hours = open
    ? [span(now, -3, 5), span(now, 21, 29), span(now, 45, 53)]
    : [span(now, 13, 21), span(now, 37, 45)];
  return {
    id: 'delinde',
    name: 'Woningstichting De Linde',
    languages: ['nl', 'ar'],
    phone: { shown: '0592 12 34 56', tel: '+31592123456' },
    phoneOpen: hours,
    urgentPhone: { shown: '0592 65 43 21', tel: '+31592654321' },
    urgentPhoneSecond: { shown: '088 123 45 67', tel: '+31881234567' },
    offices: [{ name: 'Kantoor Assen', address: 'Brink 4, 9401 HS Assen', open: hours }],
    messageAnswerDays: 1,
    visitDays: [3, 4, 5, 6, 7].map((days) => dateOf(now + days * 24 * HOUR)),
    retentionMonths: { report: 60, contact: 24, photo: 12 },
    texts: {},
    now: new Date(now).toISOString(),
  };
}
