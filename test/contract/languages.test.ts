import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, readJson } from '../../scripts/lib/files.mjs';
import { reviewedIn } from '../../scripts/lib/reviewed.mjs';
import { review } from '../../scripts/review.mjs';
import {
  SOURCE,
  filesOf,
  formatFaults,
  keyFaults,
  languagesOf,
  reviewFaults,
} from './languages.ts';
import { lengths, LEVELS, stumbles } from './plain-dutch.ts';

/** Words for finding, not for reading: what people type, formal or not. */
const NOT_READ = ['triage-words'];
/** Staff read these; the rest is for tenants. */
const FOR_STAFF = ['console', 'outward'];

/** In a copy of the texts, to plant faults in. */
function inCopy(work: (root: string) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'languages-'));
  try {
    cpSync(join(ROOT, 'locales'), join(root, 'locales'), { recursive: true });
    work(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

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

  it('count as reviewed only as long as they are as they were read', () =>
    assert.deepEqual(reviewFaults(ROOT), []));

  it('read the same through our translator as through i18next', async () =>
    assert.deepEqual(await formatFaults(ROOT), []));

  for (const level of ['nl', 'nl-x-a2'] as const) {
    const read = filesOf(ROOT, level).filter((file) => ![...NOT_READ, ...FOR_STAFF].includes(file));

    it(`are Dutch that reads without effort, in "${level}"`, () => {
      const found = read.flatMap((file) =>
        textsIn(level, file).flatMap(([key, text]) =>
          stumbles(text, level).map((stumble) => `${file}:${key}: ${stumble}`),
        ),
      );
      assert.deepEqual(found, []);
    });

    it(`have short sentences all through, in "${level}"`, () => {
      for (const file of read) {
        const { mean } = lengths(textsIn(level, file).map(([, text]) => text));
        assert.ok(mean <= LEVELS[level].mean, `${file}: ${mean.toFixed(2)} words a sentence`);
      }
    });
  }
});

describe('the check of Dutch', () => {
  const FAULTS: readonly [string, string][] = [
    ['Indien u vragen hebt, bel ons.', '"indien" is hard: "als"'],
    ['Dit is een onderhoudsverzoek.', '"onderhoudsverzoek" has 17 letters'],
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

  const TOO_HARD: readonly [string, string][] = [
    ['Bel ons, omdat er gevaar is.', '"omdat" is hard: "two sentences"'],
    ['De kraan kan gemaakt worden.', '"worden" is hard: "who does it"'],
    ['Kijk naar de warmwaterkraan.', '"warmwaterkraan" has 14 letters'],
    ['Wij bellen u vandaag nog op om te helpen.', '9 words in one sentence'],
  ];
  for (const [text, expected] of TOO_HARD)
    it(`lets B1 pass, and stumbles at A2 over: ${text}`, () => {
      assert.deepEqual(stumbles(text), []);
      const [found = ''] = stumbles(text, 'nl-x-a2');
      assert.ok(found.startsWith(expected), found);
    });

  it('measures a sentence by its words', () =>
    assert.deepEqual(lengths(['Bel 112. Ga nu naar buiten.']), { mean: 3, longest: 4 }));

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
    it(`sees ${what}`, () =>
      inCopy((root) => {
        const path = join(root, 'locales', `${file}.json`);
        const texts = readJson(path) as Record<string, string | undefined>;
        writeFileSync(path, JSON.stringify({ ...texts, ...change }));
        assert.match(keyFaults(root).join('\n'), new RegExp(expected));
      }));

  it('sees a language that lacks a whole file', () =>
    inCopy((root) => {
      rmSync(join(root, 'locales/ar/frame.json'));
      assert.ok(keyFaults(root).includes('locales/ar/frame.json is missing'));
    }));
});

describe('a review', () => {
  const GAS = 'danger:safety.gas.first';
  const read = (root: string) =>
    review({ language: 'ar', start: GAS, by: 'F. Haddad', on: '2026-12-01', root });
  const change = (root: string, file: string, changes: Record<string, string>) => {
    const path = join(root, 'locales', file);
    writeFileSync(path, JSON.stringify({ ...(readJson(path) as object), ...changes }));
  };

  it('counts while the words are as they were read', () =>
    inCopy((root) => {
      assert.equal(read(root), 1);
      assert.deepEqual(reviewFaults(root), []);
      assert.deepEqual(reviewedIn(root, 'ar', ['danger', 'safety']), [GAS]);
    }));

  for (const [what, file] of [
    ['the Dutch', 'nl/danger.json'],
    ['the translation', 'ar/danger.json'],
  ] as const)
    it(`no longer counts when ${what} changed, and says so`, () =>
      inCopy((root) => {
        read(root);
        change(root, file, { 'safety.gas.first': 'Iets anders.' });
        assert.match(reviewFaults(root).join('\n'), /changed after F\. Haddad had read it/);
        assert.deepEqual(reviewedIn(root, 'ar', ['danger']), []);
      }));

  it('of a whole file is one word in what the kit carries', () =>
    inCopy((root) => {
      review({ language: 'ar', start: 'danger:', by: 'F. Haddad', on: '2026-12-01', root });
      assert.deepEqual(reviewedIn(root, 'ar', ['danger', 'safety']), ['danger:*']);
    }));

  it('of what is not there, or by nobody, is a fault', () =>
    inCopy((root) => {
      const path = join(root, 'locales/ar/reviewed.json');
      writeFileSync(
        path,
        '{"danger:no-such-key": {"by": "F. Haddad", "on": "2026-12-01", "of": ""}}',
      );
      assert.match(reviewFaults(root).join(), /no-such-key" is not there/);
      writeFileSync(path, `{"${GAS}": {"by": "", "on": "2026-12-01", "of": ""}}`);
      assert.match(reviewFaults(root).join(), /who, and when/);
      assert.throws(
        () => review({ language: 'xx', start: GAS, by: 'x', root }),
        /no language "xx"/,
      );
      assert.throws(
        () => review({ language: 'ar', start: 'nothing:', by: 'x', root }),
        /begins with/,
      );
      assert.throws(() => review({ language: 'ar', start: GAS, by: '', root }), /who has read it/);
    }));
});
