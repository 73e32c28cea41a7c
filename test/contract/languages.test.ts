import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, readJson } from '../../scripts/lib/files.mjs';
import {
  SOURCE,
  filesOf,
  formatFaults,
  keyFaults,
  languagesOf,
  reviewFaults,
} from './languages.ts';
import { stumbles } from './plain-dutch.ts';

/** Words for finding, not for reading: what people type, formal or not. */
const NOT_READ = ['triage-words'];
/** Staff read these; the rest is for tenants. */
const FOR_STAFF = ['console', 'outward'];

const textsIn = (language: string, file: string): [string, string][] =>
  Object.entries(
    readJson(join(ROOT, 'locales', language, `${file}.json`)) as Record<string, string>,
  );

describe('the texts', () => {
  it('are there, whole, in every language', () => {
    assert.ok(languagesOf(ROOT).includes(SOURCE));
    assert.ok(languagesOf(ROOT).length > 1);
    assert.deepEqual(keyFaults(ROOT), []);
  });

  it('are listed as reviewed only when they are there', () =>
    assert.deepEqual(reviewFaults(ROOT), []));

  it('read the same through our translator as through i18next', async () =>
    assert.deepEqual(await formatFaults(ROOT), []));

  it('are Dutch that reads without effort', () => {
    const found = filesOf(ROOT, SOURCE)
      .filter((file) => ![...NOT_READ, ...FOR_STAFF].includes(file))
      .flatMap((file) =>
        textsIn(SOURCE, file).flatMap(([key, text]) =>
          stumbles(text).map((stumble) => `${file}:${key}: ${stumble}`),
        ),
      );
    assert.deepEqual(found, []);
  });
});

describe('the check of Dutch', () => {
  const FAULTS: readonly [string, string][] = [
    ['Indien u vragen hebt, bel ons.', '"indien" is formal: "als"'],
    ['Bel ons z.s.m. terug.', '"z.s.m." is an abbreviation'],
    ['Vul je naam in.', '"je": this house says "u"'],
    ['Dit moet u zelf betalen.', 'unkind: '],
    ['Probeer het eerst online.', 'unkind: '],
    [
      'Wij komen op de dag die u hebt gekozen bij u langs om samen met u te kijken wat er kapot is in de keuken.',
      '25 words in one sentence',
    ],
  ];
  for (const [text, expected] of FAULTS)
    it(`stumbles over: ${text}`, () => {
      const [found = ''] = stumbles(text);
      assert.ok(found.startsWith(expected), found);
    });

  it('reads on over a plain sentence', () =>
    assert.deepEqual(stumbles('Wij bellen u vandaag. Dat is om {{time}} uur.'), []));
});

describe('the check of languages', () => {
  const PLANTED: readonly [
    what: string,
    file: string,
    change: Record<string, string | undefined>,
    expected: string,
  ][] = [
    ['a missing key', 'ar/frame', { 'speak.open': undefined }, 'lacks "speak.open"'],
    ['an extra key', 'ar/frame', { extra: 'x' }, 'has "extra"'],
    ['an empty text', 'ar/frame', { 'speak.open': ' ' }, 'no text at "speak.open"'],
    ['an empty Dutch text', 'nl/frame', { 'speak.open': '' }, 'no text at "speak.open"'],
    [
      'a lost placeholder',
      'ar/frame',
      { part: 'x' },
      'other placeholders than the Dutch at "part"',
    ],
    ['a missing plural form', 'ar/photos', { count_few: undefined }, 'lacks "count_few"'],
  ];
  for (const [what, file, change, expected] of PLANTED)
    it(`sees ${what}`, () => {
      const root = mkdtempSync(join(tmpdir(), 'languages-'));
      try {
        cpSync(join(ROOT, 'locales'), join(root, 'locales'), { recursive: true });
        const path = join(root, 'locales', `${file}.json`);
        const texts = readJson(path) as Record<string, string | undefined>;
        writeFileSync(path, JSON.stringify({ ...texts, ...change }));
        assert.match(keyFaults(root).join('\n'), new RegExp(expected));
      } finally {
        rmSync(root, { recursive: true });
      }
    });

  it('sees a language that lacks a whole file, and a review of nothing', () => {
    const root = mkdtempSync(join(tmpdir(), 'languages-'));
    try {
      cpSync(join(ROOT, 'locales'), join(root, 'locales'), { recursive: true });
      rmSync(join(root, 'locales/ar/frame.json'));
      assert.ok(keyFaults(root).includes('locales/ar/frame.json is missing'));
      writeFileSync(join(root, 'locales/ar/reviewed.json'), '["danger:no-such-key"]');
      assert.equal(reviewFaults(root).length, 1);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
