import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hasText, LEFT_TO_RIGHT, translator } from './text.ts';

const files = {
  frame: {
    hello: 'Dag',
    call: 'Bel {{number}} of {{number}}',
    photos_zero: 'Geen foto',
    photos_one: '{{count}} foto',
    photos_other: "{{count}} foto's",
    days_zero: 'صفر',
    days_one: 'واحد',
    days_two: 'اثنان',
    days_few: '{{count}} قليل',
    days_many: '{{count}} كثير',
    days_other: '{{count}} آخر',
  },
};

describe('a text', () => {
  const t = translator(files, 'nl');

  test('is found by its file and key', () => assert.equal(t('frame:hello'), 'Dag'));

  test('has its numbers filled in, each time that they stand there', () =>
    assert.equal(t('frame:call', { number: '112' }), 'Bel 112 of 112'));

  test('a number that is not given leaves a gap, not braces', () =>
    assert.equal(t('frame:call'), 'Bel  of '));

  test('what is filled in is never read as a pattern', () =>
    assert.equal(t('frame:call', { number: '$& {{count}}' }), 'Bel $& {{count}} of $& {{count}}'));

  test('counts in Dutch', () => {
    assert.equal(t('frame:photos', { count: 0 }), 'Geen foto');
    assert.equal(t('frame:photos', { count: 1 }), '1 foto');
    assert.equal(t('frame:photos', { count: 2 }), "2 foto's");
  });

  test('counts in Arabic, in six forms', () => {
    const arabic = translator(files, 'ar');
    const counted = [0, 1, 2, 3, 11, 100].map((count) => arabic('frame:days', { count }));
    assert.deepEqual(counted, ['صفر', 'واحد', 'اثنان', '3 قليل', '11 كثير', '100 آخر']);
  });

  test('that is missing is a bug, and says which', () => {
    assert.throws(() => t('frame:goodbye'), /No text "frame:goodbye" in "nl"/);
    assert.throws(() => t('nothing:hello'), /No text/);
    assert.throws(() => t('frame:photos'), /No text/);
  });

  test('can be asked after', () => {
    assert.equal(hasText(files, 'frame:hello'), true);
    assert.equal(hasText(files, 'frame:goodbye'), false);
    assert.equal(hasText(files, 'nothing:hello'), false);
  });
});

describe('what reads left to right is found whole', () => {
  const pieces = (text: string): string[] =>
    text.split(LEFT_TO_RIGHT).filter((_, index) => index % 2 === 1);
  const WHOLE: readonly [string, readonly string[]][] = [
    ['اتصل على 0592 12 34 56 الآن', ['0592 12 34 56']],
    ['Bel 0800-9009, gratis', ['0800-9009']],
    ['Nu open tot 17:00 uur', ['17:00']],
    ['09:00 tot 16:00 uur', ['09:00', '16:00']],
    ['zoals 1234 AB', ['1234 AB']],
    ['zoals 12 of 12a', ['12a']],
    ['+31 6 12345678', ['+31 6 12345678']],
    ['op dinsdag 24 november', []],
    ['رقمك هو K7M4-P2XR-9.', ['K7M4-P2XR-9']],
    ['zoals naam@voorbeeld.nl.', ['naam@voorbeeld.nl']],
    ['Deel 2 van 5: foto', []],
  ];
  for (const [text, found] of WHOLE) test(text, () => assert.deepEqual(pieces(text), found));
});
