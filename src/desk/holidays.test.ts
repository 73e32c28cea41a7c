import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, easter, holidays, isWorkingDay } from './holidays.ts';

const after = (date: string, days: number) =>
  addWorkingDays(Temporal.PlainDate.from(date), days).toString();

test('Easter falls where the calendar says', () => {
  const known = [
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2030-04-21',
    '2038-04-25',
  ];
  for (const date of known) assert.equal(easter(Number(date.slice(0, 4))).toString(), date);
});

test('the holidays of 2026 are these and no other', () => {
  assert.deepEqual([...holidays(2026)].sort(), [
    '2026-01-01',
    '2026-04-05',
    '2026-04-06',
    '2026-04-27',
    '2026-05-14',
    '2026-05-24',
    '2026-05-25',
    '2026-12-25',
    '2026-12-26',
  ]);
});

test('King’s Day moves to Saturday when the 27th is a Sunday', () => {
  assert.ok(holidays(2025).has('2025-04-26'));
  assert.ok(!holidays(2025).has('2025-04-27'));
  assert.ok(holidays(2031).has('2031-04-26'));
});

test('5 May is a day off in 2025 and 2030, not in between', () => {
  assert.deepEqual(
    [2025, 2026, 2029, 2030].map((year) => holidays(year).has(`${year}-05-05`)),
    [true, false, false, true],
  );
});

test('a weekend and a holiday are no working days', () => {
  assert.ok(!isWorkingDay(Temporal.PlainDate.from('2026-11-21')));
  assert.ok(!isWorkingDay(Temporal.PlainDate.from('2026-12-25')));
  assert.ok(isWorkingDay(Temporal.PlainDate.from('2026-12-24')));
});

test('working days are counted over weekends, Easter and New Year', () => {
  assert.equal(after('2026-11-20', 1), '2026-11-23');
  assert.equal(after('2026-04-02', 2), '2026-04-07');
  assert.equal(after('2026-12-24', 5), '2027-01-04');
});
