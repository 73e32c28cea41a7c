import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { dangers, safeties } from './danger.ts';
import type { CallId, DangerId } from './danger.ts';
import { photoTipKey } from './photo-tip.ts';
import { details, items, problems, rooms } from './tree.ts';

const languages = readdirSync(new URL('../../../locales/', import.meta.url));
type Texts = Readonly<Record<string, string>>;
const read = (language: string, name: string): Texts =>
  JSON.parse(
    readFileSync(new URL(`../../../locales/${language}/${name}.json`, import.meta.url), 'utf8'),
  ) as Texts;

const numbered = (id: string, steps: number): string[] =>
  Array.from({ length: steps }, (_, step) => `safety.${id}.step.${step + 1}`);

const withHint: readonly DangerId[] = ['co_alarm', 'vonken', 'water_veel'];
const calls: readonly CallId[] = ['112', 'grid', 'police', 'urgent', 'lift'];

const ofFirstScreen = new Set(dangers.map(({ safety }) => safety));
const safetyKeys = (first: boolean): string[] =>
  Object.values(safeties)
    .filter(({ id }) => ofFirstScreen.has(id) === first)
    .flatMap(({ id, leaveFirst, steps }) => [
      ...(leaveFirst ? [`safety.${id}.first`, `safety.${id}.confirm`] : [`safety.${id}.title`]),
      ...numbered(id, steps),
    ]);
/** Both files of safety texts. */
const safetyTexts = (language: string): Texts => ({
  ...read(language, 'danger'),
  ...read(language, 'safety'),
});

const dangerKeys = [
  ...dangers.map(({ id }) => `danger.${id}`),
  ...withHint.map((id) => `danger.${id}.hint`),
  'danger.none',
  'danger.none.hint',
  'safety.elsewhere',
  ...safetyKeys(true),
  ...calls.map((id) => `call.${id}`),
  'call.urgent.second',
  'call.nobody',
  'call.no-phone',
];

const triageKeys = [
  ...rooms.map(({ id }) => `room.${id}`),
  ...items.map(({ id }) => `item.${id}`),
  ...problems.map(({ id }) => `problem.${id}`),
  ...problems.filter(({ selfHelp }) => selfHelp).map(({ id }) => `self-help.${id}`),
  ...details.flatMap(({ id, options = [] }) => [
    `detail.${id}`,
    ...options.map((option) => `detail.${id}.option.${option}`),
  ]),
  ...new Set(
    problems.flatMap(({ photos }) =>
      photos.map((tip, at) => photoTipKey(tip, at).replace('triage:', '')),
    ),
  ),
];

/** Rooms whose name is that of nothing else: each language has a word for them. */
const namedRooms = Object.keys(read('nl', 'triage-words')).filter((key) =>
  key.startsWith('_room.'),
);

describe('every text is there, and none too many', () => {
  for (const language of languages) {
    it(`danger in ${language}`, () => {
      assert.deepEqual(Object.keys(read(language, 'danger')).sort(), [...dangerKeys].sort());
    });
    it(`safety in ${language}`, () => {
      assert.deepEqual(Object.keys(read(language, 'safety')).sort(), safetyKeys(false).sort());
    });
    it(`triage in ${language}`, () => {
      assert.deepEqual(Object.keys(read(language, 'triage')).sort(), [...triageKeys].sort());
    });
    it(`words to find a problem by in ${language}`, () => {
      assert.deepEqual(
        Object.keys(read(language, 'triage-words')).sort(),
        ['_filler', '_gaslucht', ...namedRooms, ...problems.map(({ id }) => id)].sort(),
      );
    });
    it(`nothing empty and nothing said twice on one screen in ${language}`, () => {
      const triage = read(language, 'triage');
      for (const text of Object.values({ ...safetyTexts(language), ...triage }))
        assert.match(text, /^\S(.*\S)?$/u);
      for (const kind of ['room.', 'item.', 'problem.']) {
        const said = Object.keys(triage)
          .filter((key) => key.startsWith(kind))
          .map((key) => triage[key]);
        assert.deepEqual(said, [...new Set(said)]);
      }
    });
  }

  it('Arabic uses the digits of the telephone', () => {
    for (const text of Object.values({ ...safetyTexts('ar'), ...read('ar', 'triage') }))
      assert.doesNotMatch(text, /[\u0660-\u0669\u06f0-\u06f9]/u);
  });
});

describe('nothing in a safety text puts anybody at risk', () => {
  const texts = safetyTexts('nl');
  const said = (id: string): string[] =>
    Object.keys(texts)
      .filter((key) => key.startsWith(`safety.${id}.`))
      .map((key) => texts[key] ?? '');

  it('gas and CO: the first instruction is whole by itself, and says the phone is for outside', () => {
    for (const { id, leaveFirst } of Object.values(safeties)) {
      assert.equal(leaveFirst, id === 'gas' || id === 'co');
      if (!leaveFirst) continue;
      assert.match(
        texts[`safety.${id}.first`] ?? '',
        /^Ga nu naar buiten\. .*telefoon pas buiten/u,
      );
      assert.equal(texts[`safety.${id}.confirm`], 'Ik ben buiten');
    }
  });

  it('once somebody was sent outside, nothing more is done indoors', () => {
    const indoors =
      /\b(draai|zet|kraan|schakelaar|meterkast|raam|ramen|emmer|stekker|doe .*dicht|haal)\b/iu;
    for (const { id, leaveFirst, steps } of Object.values(safeties)) {
      const order = [
        texts[`safety.${id}.first`] ?? texts[`safety.${id}.title`] ?? '',
        ...numbered(id, steps).map((key) => texts[key] ?? ''),
      ];
      const out = order.findIndex((text) => /ga .*naar buiten/iu.test(text));
      assert.ok(!leaveFirst || out === 0, id);
      if (out >= 0)
        for (const after of order.slice(out + 1)) assert.doesNotMatch(after, indoors, id);
    }
  });

  it('nobody is sent up, back in, or to a switch', () => {
    for (const id of Object.keys(safeties))
      for (const text of said(id)) {
        assert.doesNotMatch(text, /ladder|trapje|hoofdschakelaar|groepenkast|gaskraan/iu, text);
        assert.doesNotMatch(text, /(?<!niet )terug naar binnen/iu, text);
      }
  });

  it('whoever is sent to the main tap is told when not to go', () => {
    for (const id of Object.keys(safeties))
      for (const text of said(id))
        if (/draai de hoofdkraan/iu.test(text)) assert.match(text, /veilig bij kunt/u, text);
  });

  it('a number that a text names has its button, in every language', () => {
    const numbers: [RegExp, CallId][] = [
      [/\b112\b/u, '112'],
      [/0800-9009/u, 'grid'],
      [/0900-8844/u, 'police'],
    ];
    for (const language of languages) {
      const all = safetyTexts(language);
      for (const { id, calls: buttons, steps } of Object.values(safeties))
        for (const key of [`safety.${id}.title`, ...numbered(id, steps)])
          for (const [number, call] of numbers)
            if (number.test(all[key] ?? ''))
              assert.ok(buttons.includes(call), `${language} ${key}`);
    }
  });

  it('every safety leads to a person', () => {
    for (const { id, calls: buttons } of Object.values(safeties)) assert.ok(buttons.length > 0, id);
  });
});

describe('a tenant who can help herself', () => {
  const texts = read('nl', 'triage');

  it('is never told to do it first, to climb, to open anything electric, or to pay', () => {
    for (const [key, text] of Object.entries(texts)) {
      assert.doesNotMatch(text, /betal|kosten|rekening|gratis|\beuro\b/iu, key);
      if (!key.startsWith('self-help.')) continue;
      assert.doesNotMatch(
        text,
        /\beerst\b|ladder|trapje|\bklim|schroef .*(lamp|stopcontact)/iu,
        key,
      );
    }
  });

  it('reads short sentences', () => {
    for (const [key, text] of Object.entries({ ...texts, ...safetyTexts('nl') }))
      for (const sentence of text.split(/(?<=[.?!:])\s/u))
        assert.ok(sentence.split(' ').length <= 15, `${key}: ${sentence}`);
  });
});
