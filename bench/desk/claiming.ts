import { randomUUID } from 'node:crypto';
import type { AppointmentEndpoint } from '../../src/contract/appointment-endpoints.ts';
import type { BookingAnswer, FreeTimes, HoldAnswer, Time } from '../../src/contract/appointment.ts';
import type { TestDesk } from '../../src/desk/testing.ts';
import { audit } from '../../src/desk/slots/audit.ts';
import { saveKind, savePerson, saveTeam } from '../../src/desk/slots/people.ts';
import { ASSOCIATION, chance, NOW } from './calendar.ts';
import { post } from './post.ts';

/** Many who want the same, over HTTP as pages do. */

const CLAIMS = 1000;

const bookingAt = ({ from, to }: Time, kind: string, more: object = {}) => ({
  ...{ kind, from, to, phone: '06 12345678', language: 'nl' },
  address: { postcode: '9401AB', number: '12' },
  ...more,
});

/** One person, who does what nobody else does: the last time of its kind. */
async function lastOne(desk: TestDesk): Promise<Time> {
  const { db } = desk.desk.database;
  await saveKind(ASSOCIATION, db, {
    ...{
      kind: 'video',
      active: true,
      minutes: 30,
      travelMinutes: 0,
      stepMinutes: 30,
      leadHours: 0,
    },
    ...{ leadWorkingDays: 0, horizonDays: 29, changeHours: 0, windows: [], now: NOW },
  });
  const team = await saveTeam(ASSOCIATION, db, { name: 'Video', areas: [], now: NOW });
  const day: [string, string][] = [['09:00', '12:00']];
  await savePerson(ASSOCIATION, db, {
    ...{ name: 'Een', firstName: 'Een', team: team!, kinds: ['video'], skills: [], seats: 1 },
    ...{ active: true, now: NOW },
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  });
  const { answer } = await post<FreeTimes>(desk, 'freeTimes', { kind: 'video' });
  return answer.times[0]!;
}

export interface Claims {
  claims: number;
  booked: number;
  /** Answers that say that it is gone, with other times. */
  alternatives: number;
  /** Any other answer, by status. */
  other: number;
  /** Milliseconds until the last answer. */
  took: number;
}

export async function claimOne(desk: TestDesk): Promise<Claims> {
  const time = await lastOne(desk);
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: CLAIMS }, async () => {
      const booking = bookingAt(time, 'video');
      const { status, answer } = await post<BookingAnswer>(desk, 'appointments', booking);
      return status === 200 ? answer : undefined;
    }),
  );
  const took = performance.now() - began;
  const booked = answers.filter((each) => each?.outcome === 'booked').length;
  const alternatives = answers.filter(
    (each) => each?.outcome === 'gone' && each.alternatives.length > 0,
  ).length;
  return { claims: CLAIMS, booked, alternatives, other: CLAIMS - booked - alternatives, took };
}

const TENANTS = 200;

export interface Minute {
  seconds: number;
  acknowledged: number;
  gone: number;
  other: number;
  /** Of the full count: acknowledged and not there, there and not acknowledged, two at one time. */
  lost: number;
  unasked: number;
  double: number;
  wrongDays: number;
}

/** Each looks, chooses one of what is offered, holds it, books it, and sometimes cancels again. */
export async function bookForAWhile(desk: TestDesk, seconds: number): Promise<Minute> {
  const until = performance.now() + seconds * 1000;
  const kept = new Set<string>();
  const { db } = desk.desk.database;
  const rows = () =>
    db
      .selectFrom('appointment')
      .select('reference')
      .where('association', '=', ASSOCIATION)
      .where('state', '=', 'booked')
      .execute();
  const before = new Set((await rows()).map(({ reference }) => reference));
  let [acknowledged, gone, other] = [0, 0, 0];
  const json = async <T>(endpoint: AppointmentEndpoint, body: object) => {
    const { status, answer } = await post<T>(desk, endpoint, body);
    if (status === 200) return answer;
    other += 1;
    return undefined;
  };
  const tenant = async (index: number) => {
    const next = chance(index);
    while (performance.now() < until) {
      const kind = next() < 0.5 ? 'office' : 'repair-visit';
      const look = { kind, postcode: '9401AB', ...(next() < 0.5 ? { month: '2027-01' } : {}) };
      const offered = (await json<FreeTimes>('freeTimes', look))?.times ?? [];
      const time = offered[Math.floor(next() * offered.length)];
      if (!time) continue;
      const hold = randomUUID();
      const held = await json<HoldAnswer>('appointmentHold', {
        ...{ hold, kind, postcode: '9401AB', from: time.from, to: time.to },
      });
      if (held?.outcome !== 'held') gone += 1;
      if (held?.outcome !== 'held' && next() < 0.5) continue;
      const booked = await json<BookingAnswer>('appointments', bookingAt(time, kind, { hold }));
      if (booked?.outcome !== 'booked') {
        gone += 1;
        continue;
      }
      acknowledged += 1;
      kept.add(booked.appointment.reference);
      if (next() < 0.5) continue;
      const { id, secret } = booked;
      if (await json('appointmentCancel', { id, secret }))
        kept.delete(booked.appointment.reference);
    }
  };
  await Promise.all(Array.from({ length: TENANTS }, (_, index) => tenant(index + 1)));
  const there = new Set((await rows()).map(({ reference }) => reference ?? ''));
  const { double, wrongDays } = await audit(ASSOCIATION, db);
  return {
    ...{ seconds, acknowledged, gone, other, double, wrongDays },
    lost: [...kept].filter((reference) => !there.has(reference)).length,
    unasked: [...there].filter((each) => !kept.has(each) && !before.has(each)).length,
  };
}
