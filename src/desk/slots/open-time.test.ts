import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KindRules, Spans, Week } from '../../contract/appointment-staff.ts';
import { datesBetween, dayOf, daysAfter } from './dutch-day.ts';
import { earliest, placeOfTime, shownFor, windowsBetween } from './kind-rules.ts';
import { openOn, type Calendar } from './open-time.ts';

const week = (spans: Spans): Week => ({
  ...{ mon: spans, tue: spans, wed: spans, thu: spans },
  ...{ fri: spans, sat: spans, sun: spans },
});
const calendar = (spans: Spans, more: Partial<Calendar> = {}): Calendar => ({
  week: week(spans),
  days: new Map(),
  closures: [],
  ...more,
});
const iso = (spans: readonly (readonly [number, number])[]) =>
  spans.map((span) => span.map((at) => new Date(at).toISOString().slice(0, 16)));

describe('when somebody can be given an appointment', () => {
  test('eight o’clock is eight o’clock in winter and in summer', () => {
    const early = calendar([['08:00', '12:00']]);
    assert.deepEqual(iso(openOn(early, '2027-01-12')), [['2027-01-12T07:00', '2027-01-12T11:00']]);
    assert.deepEqual(iso(openOn(early, '2027-07-12')), [['2027-07-12T06:00', '2027-07-12T10:00']]);
  });

  test('the night in which the clock goes forward has the hours that it has', () => {
    const nights = calendar([['00:00', '06:00']]);
    assert.deepEqual(iso(openOn(nights, '2026-03-29')), [['2026-03-28T23:00', '2026-03-29T04:00']]);
  });

  test('a span within the hour that is skipped is none, and one that begins in it begins after it', () => {
    assert.deepEqual(openOn(calendar([['02:15', '02:45']]), '2026-03-29'), []);
    assert.deepEqual(iso(openOn(calendar([['02:30', '04:00']]), '2026-03-29')), [
      ['2026-03-29T01:30', '2026-03-29T02:00'],
    ]);
  });

  test('nothing is given out in the hour that the clock shows twice', () => {
    assert.deepEqual(iso(openOn(calendar([['00:00', '06:00']]), '2026-10-25')), [
      ['2026-10-24T22:00', '2026-10-25T00:00'],
      ['2026-10-25T02:00', '2026-10-25T05:00'],
    ]);
    assert.deepEqual(openOn(calendar([['02:00', '02:45']]), '2026-10-25'), []);
  });

  test('a day ends at midnight, and the next one begins there', () => {
    const late = calendar([['22:00', '24:00']]);
    assert.deepEqual(iso(openOn(late, '2027-02-28')), [['2027-02-28T21:00', '2027-02-28T23:00']]);
    assert.equal(dayOf('2027-02-28')[1], dayOf('2027-03-01')[0]);
    assert.equal((dayOf('2027-03-28')[1] - dayOf('2027-03-28')[0]) / 3_600_000, 23);
    assert.equal((dayOf('2026-10-25')[1] - dayOf('2026-10-25')[0]) / 3_600_000, 25);
  });

  test('a leap day is a day, once in four years', () => {
    assert.deepEqual(datesBetween('2028-02-28', '2028-03-01'), [
      ...['2028-02-28', '2028-02-29', '2028-03-01'],
    ]);
    assert.equal(daysAfter('2027-02-28', 1), '2027-03-01');
    const day = openOn(calendar([['09:00', '10:00']]), '2028-02-29');
    assert.deepEqual(iso(day), [['2028-02-29T08:00', '2028-02-29T09:00']]);
  });

  test('a holiday and a closed day are free, unless that day is set for her', () => {
    const nine: Spans = [['09:00', '12:00']];
    const closures = [
      { from: '2027-02-01', to: '2027-02-05', spans: null },
      { from: '2027-02-08', to: '2027-02-08', spans: [['10:00', '11:00']] as Spans },
    ];
    const days = new Map<string, Spans>([
      ['2027-04-27', [['13:00', '14:00']]],
      ['2027-02-02', nine],
      ['2027-02-10', []],
    ]);
    const hers = calendar(nine, { closures, days });
    assert.deepEqual(openOn(hers, '2027-12-25'), []);
    assert.deepEqual(iso(openOn(hers, '2027-04-27')), [['2027-04-27T11:00', '2027-04-27T12:00']]);
    assert.deepEqual(openOn(hers, '2027-02-01'), []);
    assert.equal(openOn(hers, '2027-02-02').length, 1);
    assert.deepEqual(iso(openOn(hers, '2027-02-08')), [
      ['2027-02-08T08:00', '2027-02-08T09:00'],
      ['2027-02-08T10:00', '2027-02-08T11:00'],
    ]);
    assert.deepEqual(openOn(hers, '2027-02-10'), []);
  });
});

const VISIT: KindRules = {
  ...{ kind: 'repair-visit', active: true, minutes: 60, travelMinutes: 15, stepMinutes: 15 },
  ...{ leadHours: 0, leadWorkingDays: 1, horizonDays: 30, changeHours: 24 },
  windows: [
    ['08:00', '12:00'],
    ['12:30', '16:30'],
  ],
};
const TALK: KindRules = { ...VISIT, kind: 'office', minutes: 30, travelMinutes: 0, windows: [] };
const NOW = Date.parse('2027-01-15T15:00:00Z');
const time = (from: string, to: string) => ({ from, to });

describe('a time that is asked for', () => {
  test('is a window of that day, whatever zone it is written in', () => {
    for (const each of [
      time('2027-01-18T07:00:00Z', '2027-01-18T11:00:00Z'),
      time('2027-01-18T08:00:00+01:00', '2027-01-17T22:00:00-13:00'),
    ])
      assert.equal(placeOfTime(VISIT, each, NOW)?.day, '2027-01-18');
  });

  for (const [what, [from, to]] of Object.entries<[string, string]>({
    'that is over': ['2027-01-15T07:00:00Z', '2027-01-15T11:00:00Z'],
    'before the next working day': ['2027-01-16T07:00:00Z', '2027-01-16T11:00:00Z'],
    'beyond the horizon': ['2027-02-15T07:00:00Z', '2027-02-15T11:00:00Z'],
    'with another end': ['2027-01-18T07:00:00Z', '2027-01-18T10:00:00Z'],
    'an hour off, as a device in London thinks it': [
      '2027-01-18T08:00:00Z',
      '2027-01-18T12:00:00Z',
    ],
    'that is no moment': ['2027-02-31', 'morgen'],
  }))
    test(`${what} is none`, () => {
      assert.equal(placeOfTime(VISIT, { from, to }, NOW), undefined);
    });

  test('of a conversation begins on a step and lasts as long as it lasts', () => {
    const right = time('2027-01-18T09:15:00Z', '2027-01-18T09:45:00Z');
    assert.ok(placeOfTime(TALK, right, NOW));
    for (const wrong of [
      time('2027-01-18T09:20:00Z', '2027-01-18T09:50:00Z'),
      time('2027-01-18T09:15:00Z', '2027-01-18T10:15:00Z'),
      time('2027-01-18T09:15:00.001Z', '2027-01-18T09:45:00.001Z'),
    ])
      assert.equal(placeOfTime(TALK, wrong, NOW), undefined);
  });

  test('lies on the last day of the horizon, and not on the one after it', () => {
    const last = time('2027-02-14T09:15:00Z', '2027-02-14T09:45:00Z');
    assert.ok(placeOfTime(TALK, last, NOW));
    assert.ok(placeOfTime(TALK, last, Date.parse('2027-01-15T22:59:00Z')));
    // In the Netherlands it is Saturday then: the horizon is a day further, and so is the first one.
    assert.ok(placeOfTime(TALK, last, Date.parse('2027-01-15T23:01:00Z')));
  });
});

test('the earliest time is hours from now, and working days', () => {
  assert.equal(earliest({ ...VISIT, leadHours: 4, leadWorkingDays: 0 }, NOW), NOW + 14_400_000);
  assert.equal(earliest(VISIT, NOW), Date.parse('2027-01-17T23:00:00Z'));
});

test('a window shorter than the visit is not offered; on a clock-change day each has its own length', () => {
  const short = { ...VISIT, minutes: 240, travelMinutes: 0 };
  assert.equal(windowsBetween({ ...short, minutes: 241 }, '2027-01-18', '2027-01-18').length, 0);
  const night = { ...short, windows: [['01:00', '05:00']] as [string, string][] };
  assert.equal(windowsBetween(night, '2027-03-28', '2027-03-28').length, 0, 'three hours long');
  assert.equal(windowsBetween(night, '2027-03-29', '2027-03-29').length, 1);
});

test('what staff plan is told as the window that it falls in', () => {
  assert.deepEqual(iso([shownFor(VISIT, Date.parse('2027-01-18T09:10:00Z'))]), [
    ['2027-01-18T07:00', '2027-01-18T11:00'],
  ]);
  assert.deepEqual(iso([shownFor(VISIT, Date.parse('2027-01-18T18:00:00Z'))]), [
    ['2027-01-18T18:00', '2027-01-18T19:00'],
  ]);
});
