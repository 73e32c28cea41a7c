import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { languages } from '../generated/languages.ts';
import { dayOf, timeOf } from './opening-hours.ts';
import { LEFT_TO_RIGHT, translator } from './text.ts';
import type { Dictionary } from './text.ts';

/** Numbers, days and times as every language of the kit says them. */

const frame = (language: string): Dictionary =>
  JSON.parse(readFileSync(join('locales', language, 'frame.json'), 'utf8')) as Dictionary;

/** One count for each form that the language has. */
const FORMS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  nl: { one: [1], other: [0, 2, 5, 21] },
  'nl-x-a2': { one: [1], other: [0, 2, 5, 21] },
  en: { one: [1], other: [0, 2, 5, 21] },
  tr: { one: [1], other: [0, 2, 5, 21] },
  ar: { zero: [0], one: [1], two: [2], few: [3, 10, 103], many: [11, 99, 111], other: [100, 102] },
  pl: { one: [1], few: [2, 4, 22], many: [0, 5, 12, 21, 112], other: [1.5] },
  uk: { one: [1, 21, 101], few: [2, 4, 22], many: [0, 5, 11, 12, 111], other: [1.5] },
};

/** 1 December 2026. */
const DAY: Readonly<Record<string, string>> = {
  nl: 'dinsdag 1 december',
  'nl-x-a2': 'dinsdag 1 december',
  en: 'Tuesday, December 1',
  ar: 'الثلاثاء، 1 ديسمبر',
  tr: '1 Aralık Salı',
  uk: 'вівторок, 1 грудня',
  pl: 'wtorek, 1 grudnia',
};

test('every language is looked at here', () => {
  assert.deepEqual(Object.keys(FORMS).sort(), [...languages].sort());
  assert.deepEqual(Object.keys(DAY).sort(), [...languages].sort());
});

for (const language of languages)
  describe(`in "${language}"`, () => {
    const say = translator({ frame: frame(language) }, language);

    for (const [form, counts] of Object.entries(FORMS[language] ?? {}))
      test(`counts ${counts.join(', ')} in the form "${form}"`, () => {
        for (const count of counts) {
          const text = frame(language)[`errors.title_${form}`];
          assert.ok(text, `no form "${form}"`);
          const told = text.replace('{{count}}', String(count));
          assert.equal(say('frame:errors.title', { count }), told);
        }
      });

    test('a day is of our own calendar, with Latin digits', () =>
      assert.equal(dayOf('2026-12-01T12:00:00Z', language), DAY[language]));

    test('a day is the Dutch one on both sides of midnight, in summer and in winter', () => {
      const dayNumber = (instant: string) => /\d+/.exec(dayOf(instant, language))?.[0];
      assert.equal(dayNumber('2026-06-30T21:59:00Z'), '30');
      assert.equal(dayNumber('2026-06-30T22:00:00Z'), '1');
      assert.equal(dayNumber('2026-11-30T22:59:00Z'), '30');
      assert.equal(dayNumber('2026-11-30T23:00:00Z'), '1');
    });

    test('a time has 24 hours and Latin digits, also where the clock is put forward or back', () => {
      const times = [
        ['2026-11-24T13:05:00Z', '14:05'],
        ['2026-11-24T23:00:00Z', '00:00'],
        ['2026-03-29T00:59:00Z', '01:59'],
        ['2026-03-29T01:00:00Z', '03:00'],
        ['2026-10-25T00:59:00Z', '02:59'],
        ['2026-10-25T01:00:00Z', '02:00'],
      ] as const;
      for (const [instant, time] of times) assert.equal(timeOf(instant, language), time);
    });

    test('what would change places from right to left is held together', () => {
      const whole = {
        number: '06 12 34 56 78',
        time: '14:05',
        reference: 'K7M4-P2XR-9',
      };
      for (const [key, params] of [
        ['frame:call', whole],
        ['frame:open.until', whole],
        ['frame:message.sent.reference', whole],
      ] as const) {
        const pieces = say(key, params)
          .split(LEFT_TO_RIGHT)
          .filter((_, at) => at % 2);
        const [piece] = pieces;
        assert.ok(
          pieces.length === 1 && Object.values(whole).includes(piece ?? ''),
          say(key, params),
        );
      }
      const postcode = frame(language)['address.postcode.hint']?.split(LEFT_TO_RIGHT)[1];
      assert.equal(postcode, '1234 AB');
    });
  });
