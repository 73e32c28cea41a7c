import type { KindRules, NewPerson, NewTeam, Week } from '../../contract/appointment-staff.ts';
import type { Desk } from '../desk.ts';
import { saveKind, savePerson, saveTeam } from './people.ts';

/** A small association at work, for whoever tries the desk: what staff would set in the console. */

const week = (...day: [string, string][]): Week => ({
  ...{ mon: day, tue: day, wed: day, thu: day, fri: day },
  ...{ sat: [], sun: [] },
});

const ASSEN = ['9401', '9402', '9403', '9404', '9405', '9406', '9407', '9408'];

const TEAMS: readonly (NewTeam & { people: readonly Omit<NewPerson, 'team'>[] })[] = [
  {
    name: 'Onderhoud',
    areas: ASSEN,
    people: [
      {
        ...{ name: 'Jan Kuipers', firstName: 'Jan', kinds: ['repair-visit'] },
        ...{ skills: ['LOO', 'LOA', 'CVI', 'ONT', 'WTW'], seats: 1, active: true },
        week: week(['08:00', '12:00'], ['12:30', '16:30']),
      },
      {
        ...{ name: 'Fatma Yildiz', firstName: 'Fatma', kinds: ['repair-visit'] },
        ...{ skills: [], seats: 1, active: true },
        week: week(['08:00', '12:00'], ['12:30', '16:30']),
      },
    ],
  },
  {
    name: 'Wonen en wijk',
    areas: [],
    people: [
      {
        ...{ name: 'Sanne de Wit', firstName: 'Sanne' },
        ...{
          kinds: ['home-visit', 'office', 'phone', 'video'],
          skills: [],
          seats: 1,
          active: true,
        },
        week: week(['09:00', '12:00'], ['13:00', '16:30']),
      },
      {
        ...{ name: 'Spreekuur balie', firstName: 'De balie', kinds: ['office'] },
        ...{ skills: [], seats: 2, active: true },
        week: { ...week(), tue: [['13:30', '16:00']], thu: [['13:30', '16:00']] },
      },
    ],
  },
];

const talk = { stepMinutes: 30, leadHours: 4, leadWorkingDays: 0, horizonDays: 42 } as const;
const visit = { stepMinutes: 15, leadHours: 0, leadWorkingDays: 1, horizonDays: 60 } as const;

const KINDS: readonly KindRules[] = [
  {
    ...{ kind: 'repair-visit', active: true, minutes: 60, travelMinutes: 15, ...visit },
    changeHours: 24,
    windows: [
      ['08:00', '12:00'],
      ['12:30', '16:30'],
    ],
  },
  {
    ...{ kind: 'home-visit', active: true, minutes: 60, travelMinutes: 30, ...visit },
    changeHours: 24,
    windows: [
      ['09:00', '12:00'],
      ['13:00', '16:30'],
    ],
  },
  {
    kind: 'office',
    active: true,
    minutes: 30,
    travelMinutes: 0,
    ...talk,
    changeHours: 2,
    windows: [],
  },
  {
    kind: 'phone',
    active: true,
    minutes: 30,
    travelMinutes: 0,
    ...talk,
    changeHours: 2,
    windows: [],
  },
  {
    kind: 'video',
    active: true,
    minutes: 30,
    travelMinutes: 0,
    ...talk,
    changeHours: 2,
    windows: [],
  },
];

/** Where nothing is set yet; otherwise it changes nothing. */
export async function setUpDemo(desk: Desk, association: string): Promise<void> {
  const { db } = desk.database;
  const there = await db
    .selectFrom('team')
    .select('id')
    .where('association', '=', association)
    .limit(1)
    .execute();
  if (there.length) return;
  const now = desk.now();
  for (const rules of KINDS) await saveKind(association, db, { ...rules, now });
  for (const { people, ...team } of TEAMS) {
    const id = await saveTeam(association, db, { ...team, now });
    for (const person of people) await savePerson(association, db, { ...person, team: id!, now });
  }
}
