import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingAt } from '../contract/opening-hours.ts';
import type { Hours } from '../contract/profile.ts';
import { openingIntervals } from './opening-rules.ts';

const nine: [string, string][] = [['09:00', '17:00']];
const office: Hours = {
  week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] },
  closedOnHolidays: true,
  exceptions: [{ date: '2026-12-24', spans: [['09:00', '12:00']] }],
};
const night: [string, string][] = [['02:30', '02:45']];
const nightly: Hours = {
  week: { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night },
  closedOnHolidays: false,
  exceptions: [],
};
const at = (iso: string) => Date.parse(iso);

test('nine o’clock is nine o’clock in winter and in summer', () => {
  assert.deepEqual(openingIntervals(office, at('2026-01-12T05:00:00Z'), 1), [
    ['2026-01-12T08:00:00Z', '2026-01-12T16:00:00Z'],
  ]);
  assert.deepEqual(openingIntervals(office, at('2026-07-13T05:00:00Z'), 1), [
    ['2026-07-13T07:00:00Z', '2026-07-13T15:00:00Z'],
  ]);
});

test('the clock going back makes the hour that happens twice longer, never shorter', () => {
  assert.deepEqual(openingIntervals(nightly, at('2026-10-24T22:00:00Z'), 1), [
    ['2026-10-25T00:30:00Z', '2026-10-25T01:45:00Z'],
  ]);
});

test('a time that the clock skips still gives an interval that ends after it begins', () => {
  const [only] = openingIntervals(nightly, at('2026-03-28T23:00:00Z'), 1);
  assert.deepEqual(only, ['2026-03-29T00:30:00Z', '2026-03-29T01:45:00Z']);
});

test('closed on Christmas, half open the day before, open again after', () => {
  const intervals = openingIntervals(office, at('2026-12-24T07:00:00Z'), 6);
  assert.deepEqual(intervals, [
    ['2026-12-24T08:00:00Z', '2026-12-24T11:00:00Z'],
    ['2026-12-28T08:00:00Z', '2026-12-28T16:00:00Z'],
    ['2026-12-29T08:00:00Z', '2026-12-29T16:00:00Z'],
  ]);
  assert.deepEqual(openingAt(intervals, at('2026-12-25T10:00:00Z')), {
    state: 'closed',
    opens: '2026-12-28T08:00:00Z',
  });
});

test('closed on Saturday 26 April 2025, because the King’s Day of that year is a Saturday', () => {
  const saturday: Hours = { ...office, week: { ...office.week, sat: nine }, exceptions: [] };
  assert.deepEqual(openingIntervals(saturday, at('2025-04-26T05:00:00Z'), 1), []);
});

test('a day counts in the Netherlands, not in UTC', () => {
  assert.equal(openingIntervals(office, at('2026-11-22T23:30:00Z'), 1).length, 1);
});

test('what is past is left out, what is running is kept', () => {
  assert.equal(openingIntervals(office, at('2026-11-23T16:00:00Z'), 1).length, 0);
  assert.equal(openingIntervals(office, at('2026-11-23T15:59:00Z'), 1).length, 1);
});
