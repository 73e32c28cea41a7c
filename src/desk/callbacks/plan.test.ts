import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hours } from '../../contract/profile.ts';
import { timeOf } from '../../contract/opening-hours.ts';
import { openingIntervals } from '../opening-rules.ts';
import { planCall, tryAgainAfter, type Asked } from './plan.ts';

const OFFICE: Hours = {
  week: {
    mon: [['08:30', '17:00']],
    tue: [['08:30', '17:00']],
    wed: [['08:30', '17:00']],
    thu: [['08:30', '17:00']],
    fri: [['08:30', '16:00']],
    sat: [],
    sun: [],
  },
  closedOnHolidays: true,
  exceptions: [],
};
const ALWAYS: Hours = {
  week: Object.fromEntries(
    Object.keys(OFFICE.week).map((day) => [day, [['00:00', '23:59']]]),
  ) as unknown as Hours['week'],
  closedOnHolidays: false,
  exceptions: [],
};

/** @param now "2026-11-24 09:41", in the Netherlands in winter */
const asked = (now: string, more: Partial<Asked> & { hours?: Hours } = {}): Asked => {
  const at = Date.parse(`${now.replace(' ', 'T')}:00+01:00`);
  return {
    open: openingIntervals(more.hours ?? OFFICE, at, 28),
    planned: [],
    capacity: 4,
    windowMinutes: 120,
    when: 'any',
    now: at,
    ...more,
  };
};

/** "2026-11-24 10:00-12:00" */
function said(of: Asked): string {
  const { promise } = planCall(of);
  if (promise.kind === 'none') return 'none';
  const [from, until] = [promise.from, promise.until].map((each) => timeOf(each, 'nl'));
  return `${promise.from.slice(0, 10)} ${from}-${until}`;
}

const filled = (from: string, count: number): number[] =>
  Array.from({ length: count }, () => Date.parse(`${from.replace(' ', 'T')}:00+01:00`));

test('names a window on whole hours that begins after now', () => {
  assert.equal(said(asked('2026-11-24 09:41')), '2026-11-24 10:00-12:00');
  assert.equal(said(asked('2026-11-24 10:00')), '2026-11-24 10:00-12:00');
  assert.equal(said(asked('2026-11-24 05:12')), '2026-11-24 09:00-11:00');
});

test('at the end of the day it does not end after closing', () => {
  assert.equal(said(asked('2026-11-24 14:20')), '2026-11-24 15:00-17:00');
  assert.equal(said(asked('2026-11-24 15:20')), '2026-11-24 16:00-17:00');
  assert.equal(said(asked('2026-11-24 16:20')), '2026-11-25 09:00-11:00');
});

test('goes over a weekend, and over Christmas', () => {
  assert.equal(said(asked('2026-11-27 15:30')), '2026-11-30 09:00-11:00');
  assert.equal(said(asked('2026-12-24 16:30')), '2026-12-28 09:00-11:00');
});

test('keeps to her morning or afternoon', () => {
  assert.equal(said(asked('2026-11-24 10:20', { when: 'morning' })), '2026-11-24 11:00-12:00');
  assert.equal(said(asked('2026-11-24 11:20', { when: 'morning' })), '2026-11-25 09:00-11:00');
  assert.equal(said(asked('2026-11-24 08:00', { when: 'afternoon' })), '2026-11-24 12:00-14:00');
});

test('an hour that is full is not promised again', () => {
  const three = filled('2026-11-24 10:00', 3);
  assert.equal(said(asked('2026-11-24 09:41', { planned: three })), '2026-11-24 10:00-12:00');
  const four = filled('2026-11-24 10:00', 4);
  assert.equal(said(asked('2026-11-24 09:41', { planned: four })), '2026-11-24 11:00-13:00');
});

test('what is late is done first', () => {
  const late = filled('2026-11-23 15:00', 9);
  assert.equal(said(asked('2026-11-24 09:59', { planned: late })), '2026-11-24 12:00-14:00');
});

test('hours of this morning that are over take no calls any more', () => {
  const late = filled('2026-11-23 15:00', 4);
  assert.equal(said(asked('2026-11-24 13:59', { planned: late })), '2026-11-24 15:00-17:00');
});

test('without a capacity no time is promised, and she has her turn', () => {
  const plan = planCall(asked('2026-11-24 09:41', { capacity: undefined }));
  assert.deepEqual(plan.promise, { kind: 'none' });
  assert.equal(plan.due, Date.parse('2026-11-24T08:41:00Z'));
});

test('when 28 days are full nothing is promised', () => {
  const open = openingIntervals(OFFICE, Date.parse('2026-11-24T08:41:00Z'), 28);
  const planned = open.flatMap(([from, to]) => {
    const hours: number[] = [];
    for (let at = Date.parse(from); at < Date.parse(to); at += 3_600_000)
      hours.push(at, at, at, at);
    return hours;
  });
  assert.equal(said(asked('2026-11-24 09:41', { planned })), 'none');
  assert.equal(said(asked('2026-11-24 09:41', { open: [] })), 'none');
});

test('a desk that is open for less than an hour promises that', () => {
  const hours = { ...OFFICE, week: { ...OFFICE.week, tue: [['09:10', '09:40']] as never } };
  assert.equal(said(asked('2026-11-24 08:00', { hours })), '2026-11-24 09:10-09:40');
  const planned = [Date.parse('2026-11-24T08:10:00Z')];
  const two = said(asked('2026-11-24 08:00', { hours, planned, capacity: 4 }));
  assert.equal(two, '2026-11-24 09:10-09:40');
  const full = said(asked('2026-11-24 08:00', { hours, planned, capacity: 1 }));
  assert.equal(full, '2026-11-25 09:00-11:00');
});

test('no window lies on the hour that is twice, or the one that is not there', () => {
  for (const night of ['2026-10-25', '2027-03-28'])
    for (let minute = -240; minute < 360; minute += 7) {
      const now = Date.parse(`${night}T01:00:00Z`) + minute * 60_000;
      const open = openingIntervals(ALWAYS, now, 3);
      const { promise } = planCall({ ...asked('2026-11-24 09:00'), open, now });
      assert.ok(promise.kind === 'between');
      const hours = [promise.from, promise.until].map((each) =>
        Number(timeOf(each, 'nl').slice(0, 2)),
      );
      const long = (Date.parse(promise.until) - Date.parse(promise.from)) / 3_600_000;
      assert.equal((hours[1]! - hours[0]! + 24) % 24, long, `${night} ${promise.from}`);
      assert.ok(Date.parse(promise.from) >= now);
      const offset = (at: string) =>
        timeOf(new Date(Date.parse(at) - 3_600_000).toISOString(), 'nl');
      assert.notEqual(offset(promise.from), timeOf(promise.from, 'nl'), 'said twice that night');
    }
});

test('after no answer it is tried in two hours, then the next day at the other end', () => {
  const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+01:00`);
  assert.equal(tryAgainAfter(1, at('2026-11-24 09:00')), at('2026-11-24 11:00'));
  assert.equal(tryAgainAfter(2, at('2026-11-24 09:00')), at('2026-11-25 12:00'));
  assert.equal(tryAgainAfter(2, at('2026-11-24 14:00')), at('2026-11-25 00:00'));
  const again = asked('2026-11-24 16:30', { notBefore: at('2026-11-24 18:30') });
  assert.equal(said(again), '2026-11-25 09:00-11:00');
  const unpromised = planCall({ ...again, capacity: undefined });
  assert.equal(unpromised.due, at('2026-11-25 08:30'));
});
