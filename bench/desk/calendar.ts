import { sql } from 'kysely';
import type { Week } from '../../src/contract/appointment-staff.ts';
import { newId } from '../../src/desk/ids.ts';
import { datesBetween, daysAfter, spansOf } from '../../src/desk/slots/dutch-day.ts';
import { saveKind, savePerson, saveTeam } from '../../src/desk/slots/people.ts';
import type { TestDesk } from '../../src/desk/testing.ts';

/** An association of fifty people with thirty full days. */

/** A Monday, so that thirty days have twenty-two of work. */
export const NOW = Date.parse('2027-01-11T05:00:00Z');
export const FIRST = '2027-01-11';
export const DAYS = 30;
export const LAST = daysAfter(FIRST, DAYS - 1);
export const ASSOCIATION = 'delinde';
const PEOPLE = 50;
const APPOINTMENTS = 10_000;
const MINUTE = 60_000;

const day: [string, string][] = [
  ['08:00', '12:00'],
  ['12:30', '17:00'],
];
const WEEK: Week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };

const common = { active: true, leadHours: 0, leadWorkingDays: 0, changeHours: 0 } as const;

/** A generator of numbers from 0 to 1 that is the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export async function fillCalendar({ desk }: TestDesk): Promise<void> {
  const { db } = desk.database;
  const kind = (rules: Parameters<typeof saveKind>[2]) => saveKind(ASSOCIATION, db, rules);
  await kind({
    ...{ kind: 'repair-visit', ...common, minutes: 45, travelMinutes: 15, stepMinutes: 15 },
    ...{ horizonDays: DAYS - 1, windows: day, now: NOW },
  });
  await kind({
    ...{ kind: 'office', ...common, minutes: 20, travelMinutes: 0, stepMinutes: 10 },
    ...{ horizonDays: DAYS - 1, windows: [], now: NOW },
  });
  const team = await saveTeam(ASSOCIATION, db, { name: 'Allen', areas: ['9401'], now: NOW });
  const people: string[] = [];
  for (let count = 0; count < PEOPLE; count++)
    people.push(
      (await savePerson(ASSOCIATION, db, {
        ...{ name: `Medewerker ${count}`, firstName: 'Sam', team: team!, skills: [], seats: 1 },
        ...{ kinds: ['repair-visit', 'office'], week: WEEK, active: true, now: NOW },
      }))!,
    );
  await appoint(db, people);
  await sql`analyze`.execute(db);
}

/** As many as wanted, spread over everybody's days, with gaps of all lengths between them. */
async function appoint(db: TestDesk['desk']['database']['db'], people: readonly string[]) {
  const next = chance(7);
  const days = datesBetween(FIRST, LAST).map((date) => spansOf(date, day));
  const working = days.filter((spans) => ![0, 6].includes(new Date(spans[0]![0]).getUTCDay()));
  const cells = people.flatMap((person) => working.map((spans) => ({ person, spans })));
  const rows: object[] = [];
  for (const [index, { person, spans }] of cells.entries()) {
    const wanted =
      Math.floor(((index + 1) * APPOINTMENTS) / cells.length) -
      Math.floor((index * APPOINTMENTS) / cells.length);
    const total = spans.reduce((sum, [from, to]) => sum + to - from, 0) / MINUTE;
    // Five-minute steps: what is not worked is spread over the gaps.
    const lengths = Array.from({ length: wanted }, () => 30 + 5 * Math.floor(next() * 5));
    let spare = total - 40 - lengths.reduce((sum, each) => sum + each, 0);
    let [at, span] = [spans[0]![0], 0];
    for (const minutes of lengths) {
      const gap = Math.min(spare, 5 * Math.floor(next() * 5));
      spare -= gap;
      at += gap * MINUTE;
      if (at + minutes * MINUTE > spans[span]![1] && span + 1 < spans.length)
        at = spans[++span]![0];
      rows.push({
        ...{ id: newId(NOW), person, from: new Date(at), to: new Date(at + minutes * MINUTE) },
        reference: `bench-${rows.length}`,
      });
      at += minutes * MINUTE;
    }
  }
  await sql`
    insert into appointment (id, association, kind, state, person_id, seat, starts_at, ends_at,
      busy_until, shown_from, shown_to, created_at, reference, erase_at)
    select r.id, ${ASSOCIATION}, 'office', 'booked', r.person, 1, r."from", r."to", r."to", r."from",
      r."to", ${new Date(NOW)}::timestamptz, r.reference, r."to" + interval '1 year'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as
      r(id uuid, person uuid, "from" timestamptz, "to" timestamptz, reference text)`.execute(db);
}
