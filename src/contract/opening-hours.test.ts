import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateOf, dayOf, openingAt, timeOf } from './opening-hours.ts';
import type { Interval } from './opening-hours.ts';

const at = (iso: string) => Date.parse(iso);

describe('open or closed', () => {
  const hours: Interval[] = [
    ['2026-11-24T07:30:00Z', '2026-11-24T11:00:00Z'],
    ['2026-11-24T12:00:00Z', '2026-11-24T16:00:00Z'],
  ];

  test('open from the first instant, and closed from the last', () => {
    const state = (iso: string) => openingAt(hours, at(iso)).state;
    assert.equal(state('2026-11-24T07:29:59.999Z'), 'closed');
    assert.equal(state('2026-11-24T07:30:00Z'), 'open');
    assert.equal(state('2026-11-24T10:59:59.999Z'), 'open');
    assert.equal(state('2026-11-24T11:00:00Z'), 'closed');
  });

  test('says until when, or when it opens again', () => {
    assert.deepEqual(openingAt(hours, at('2026-11-24T08:00:00Z')), {
      state: 'open',
      until: '2026-11-24T11:00:00Z',
    });
    assert.deepEqual(openingAt(hours, at('2026-11-24T11:30:00Z')), {
      state: 'closed',
      opens: '2026-11-24T12:00:00Z',
    });
  });

  test('promises nothing after the last interval, or without any', () => {
    const nothing = { state: 'closed', opens: undefined };
    assert.deepEqual(openingAt(hours, at('2026-11-25T08:00:00Z')), nothing);
    assert.deepEqual(openingAt([], at('2026-11-25T08:00:00Z')), nothing);
  });
});

describe('Dutch time, on any device', () => {
  test('in winter and in summer', () => {
    assert.equal(timeOf('2026-11-24T16:00:00Z', 'nl'), '17:00');
    assert.equal(timeOf('2026-07-01T16:00:00Z', 'nl'), '18:00');
  });

  test('in Latin digits and 24 hours in every language', () => {
    for (const language of ['nl', 'ar', 'fa', 'en', 'ti'])
      assert.equal(timeOf('2026-11-24T13:05:00Z', language), '14:05', language);
  });

  test('midnight is 00:00, not 24:00', () =>
    assert.equal(timeOf('2026-11-24T23:00:00Z', 'nl'), '00:00'));

  test('the night in October with two half past twos: both are told, an hour apart', () => {
    assert.equal(timeOf('2026-10-25T00:30:00Z', 'nl'), '02:30');
    assert.equal(timeOf('2026-10-25T01:30:00Z', 'nl'), '02:30');
    const twice: Interval[] = [['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']];
    assert.equal(openingAt(twice, at('2026-10-25T01:00:00Z')).state, 'open');
    assert.equal(openingAt(twice, at('2026-10-25T01:30:00Z')).state, 'closed');
  });

  test('the night in March without a half past two', () => {
    assert.equal(timeOf('2026-03-29T00:59:00Z', 'nl'), '01:59');
    assert.equal(timeOf('2026-03-29T01:00:00Z', 'nl'), '03:00');
  });

  test('the date is the Dutch one, also just after midnight and in the summer', () => {
    assert.equal(dateOf(at('2026-11-24T23:30:00Z')), '2026-11-25');
    assert.equal(dateOf(at('2026-07-01T22:30:00Z')), '2026-07-02');
    assert.equal(dateOf(at('2026-12-31T22:59:59Z')), '2026-12-31');
  });

  test('the day in words, of our own calendar', () => {
    assert.equal(dayOf('2026-12-01T12:00:00Z', 'nl'), 'dinsdag 1 december');
    assert.match(dayOf('2026-12-01T12:00:00Z', 'ar'), /الثلاثاء.*1/u);
    assert.match(dayOf('2026-12-01T12:00:00Z', 'fa'), /1/);
  });
});
