import type { Interval } from '../../src/contract/opening-hours.ts';
import { languages } from '../../src/contract/languages.ts';
import type { PublicProfile } from '../../src/contract/profile.ts';

/** A Tuesday morning: the phone is answered, and tomorrow a visit can be planned. */
const NOW = '2026-11-24T09:41:00Z';
const DAY = 24 * 60 * 60 * 1000;

const dayOf = (days: number): string =>
  new Date(Date.parse(NOW) + days * DAY).toISOString().slice(0, 10);
const isWeekday = (date: string): boolean => ![0, 6].includes(new Date(date).getUTCDay());
/** The coming weekdays, as dates. */
const WEEKDAYS = Array.from({ length: 28 }, (_, days) => dayOf(days)).filter(isWeekday);

/** In winter the Netherlands are an hour ahead of UTC. */
const open = (from: string, until: string): Interval[] =>
  WEEKDAYS.map((date) => [`${date}T${from}:00Z`, `${date}T${until}:00Z`]);

/** What a desk would hand to the page of Woningstichting De Linde on that morning. */
export const demoProfile: PublicProfile = {
  id: 'delinde',
  name: 'Woningstichting De Linde',
  languages,
  phone: { shown: '0592 12 34 56', tel: '+31592123456' },
  phoneOpen: open('07:30', '16:00'),
  urgentPhone: { shown: '0592 65 43 21', tel: '+31592654321' },
  urgentPhoneSecond: { shown: '088 123 45 67', tel: '+31881234567' },
  offices: [
    { name: 'Kantoor De Linde', address: 'Brink 4, 9401 AB Assen', open: open('08:00', '15:00') },
  ],
  messageAnswerDays: 1,
  callbacks: { callFrom: [{ shown: '0592 12 34 56', tel: '+31592123456' }], promised: true },
  phoneLanguages: ['nl', 'en', 'ar', 'tr'],
  people: [{ name: 'Sanne' }, { name: 'Yusuf' }, { name: 'Marijke' }],
  visitDays: WEEKDAYS.slice(3, 9),
  retentionMonths: { report: 24, contact: 12, photo: 6 },
  texts: {},
  now: NOW,
};
