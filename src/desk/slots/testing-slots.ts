import { randomUUID } from 'node:crypto';
import type { Booking, BookingAnswer, FreeTimes, Time } from '../../contract/appointment.ts';
import type { KindRules, NewPerson, Spans, Week } from '../../contract/appointment-staff.ts';
import { send } from '../test-data.ts';
import type { TestDesk } from '../testing.ts';
import { saveKind, savePerson, saveTeam } from './people.ts';

/** An association with one person, for tests. */

export const weekOf = (spans: Spans): Week => ({
  ...{ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans },
  ...{ sat: [], sun: [] },
});

export const TALK: KindRules = {
  ...{ kind: 'office', active: true, minutes: 30, travelMinutes: 0, stepMinutes: 30, leadHours: 0 },
  ...{ leadWorkingDays: 0, horizonDays: 30, changeHours: 2, windows: [] },
};
export const VISIT: KindRules = {
  ...{ ...TALK, kind: 'repair-visit', minutes: 60, travelMinutes: 15, changeHours: 24 },
  windows: [['08:00', '12:00']],
};

export interface SetUp {
  association?: string;
  areas?: string[];
  kinds?: readonly KindRules[];
  person?: Partial<NewPerson>;
}

/** @returns the ids of the team and of the person */
export async function setUp(
  { desk }: TestDesk,
  { association = 'delinde', areas = [], kinds = [TALK, VISIT], person = {} }: SetUp = {},
): Promise<{ team: string; person: string }> {
  const { db } = desk.database;
  const now = desk.now();
  for (const rules of kinds) await saveKind(association, db, { ...rules, now });
  const team = (await saveTeam(association, db, { name: 'Onderhoud', areas, now }))!;
  return { team, person: await addPerson({ desk }, team, person, association) };
}

export const addPerson = async (
  { desk }: Pick<TestDesk, 'desk'>,
  team: string,
  person: Partial<NewPerson> = {},
  association = 'delinde',
): Promise<string> =>
  (await savePerson(association, desk.database.db, {
    ...{ name: 'Jan Kuipers', firstName: 'Jan', team, kinds: ['office', 'repair-visit'] },
    ...{ skills: [], seats: 1, week: weekOf([['08:00', '12:00']]), active: true },
    ...person,
    now: desk.now(),
  }))!;

export const bookingAt = (time: Time, more: Partial<Booking> = {}): Booking => ({
  kind: 'office',
  ...time,
  phone: '06-12345678',
  address: { postcode: '9401ab', number: '12a' },
  language: 'nl',
  ...more,
});

export const free = async (desk: TestDesk, body: object, association?: string) => {
  const answer = await send(desk, 'freeTimes', body, { association });
  return (await answer.json()) as FreeTimes;
};

export async function bookAt(
  desk: TestDesk,
  time: Time,
  more: Partial<Booking> = {},
  key: string = randomUUID(),
): Promise<BookingAnswer> {
  const answer = await send(desk, 'appointments', bookingAt(time, more), { key });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as BookingAnswer;
}
