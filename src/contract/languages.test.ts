import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { directionOf, isDutch, languages, nameOf, served } from './languages.ts';

test('every folder of texts is offered, Dutch first', () => {
  assert.deepEqual(
    [...languages].sort(),
    readdirSync(new URL('../../locales', import.meta.url)).sort(),
  );
  assert.equal(languages[0], 'nl');
});

test('every one of them has its own name, in its own script', () => {
  for (const language of languages) assert.notEqual(nameOf(language), language);
  assert.match(nameOf('ar'), /^\p{Script=Arabic}+$/u);
  assert.match(nameOf('uk'), /^\p{Script=Cyrillic}+$/u);
});

test('Arabic and its neighbours read from right to left', () => {
  assert.deepEqual(['ar', 'ar-MA', 'fa', 'ckb'].map(directionOf), ['rtl', 'rtl', 'rtl', 'rtl']);
  assert.deepEqual(['nl', 'nl-x-a2', 'en', 'tr', 'uk'].map(directionOf), Array(5).fill('ltr'));
});

test('easy Dutch is Dutch, and nothing else is', () =>
  assert.deepEqual(['nl', 'nl-x-a2', 'nl-BE', 'en', 'ar'].map(isDutch), [
    true,
    true,
    true,
    false,
    false,
  ]));

test('a wish is served by its language, exactly where it can be', () => {
  const offered = ['nl', 'nl-x-a2', 'ar'];
  assert.equal(served(offered, 'nl-x-a2'), 'nl-x-a2');
  assert.equal(served(offered, 'NL-X-A2'), 'nl-x-a2');
  assert.equal(served(['nl', 'ar'], 'nl-x-a2'), 'nl');
  assert.equal(served(offered, 'AR-EG'), 'ar');
  assert.equal(served(offered, 'tr'), undefined);
  assert.equal(served(offered, null), undefined);
});
