import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { MatchWords } from './match.ts';
import { roomNamed } from './room-words.ts';

const wordsOf = (language: string): MatchWords =>
  JSON.parse(
    readFileSync(
      new URL(`../../../locales/${language}/triage-words.json`, import.meta.url),
      'utf8',
    ),
  ) as MatchWords;
const inDutch = wordsOf('nl');

describe('the room that she named in her own words', () => {
  it('is found in every language', () => {
    for (const [language, sentence] of [
      ['nl', 'De kraan in de keuken drupt al een week.'],
      ['nl-x-a2', 'keukenkraan lekt'],
      ['en', 'The kitchen tap drips'],
      ['ar', 'حنفية المطبخ تنقط ماء'],
      ['tr', 'Mutfaktaki musluk damlıyor'],
      ['pl', 'W kuchni kapie kran'],
      ['uk', 'На кухні капає кран'],
    ] as const)
      assert.equal(roomNamed(wordsOf(language), sentence, 'kraan_drupt'), 'keuken', sentence);
  });

  it('is none when she names none, or two', () => {
    assert.equal(roomNamed(inDutch, 'de kraan drupt', 'kraan_drupt'), undefined);
    assert.equal(
      roomNamed(inDutch, 'in de keuken en de badkamer drupt de kraan', 'kraan_drupt'),
      undefined,
    );
  });

  it('is none where this problem cannot be: she meant something else by it', () => {
    assert.equal(roomNamed(inDutch, 'de kraan van het balkon drupt', 'kraan_drupt'), undefined);
  });

  it('is none when the word is a thing too, or only looks like one', () => {
    assert.equal(roomNamed(inDutch, 'de wc zit los', 'wc_los'), undefined);
    assert.equal(roomNamed(inDutch, 'de leuning van de trap zit los', 'leuning_los'), undefined);
    assert.equal(roomNamed(inDutch, 'halverwege klemt de deur', 'deur_klemt'), undefined);
  });
});
