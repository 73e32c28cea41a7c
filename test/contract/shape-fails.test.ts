import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { create } from '../../scripts/create.mjs';
import { inCopyOf, inEmptyHouse } from './copy.ts';
import { keyFaults } from './languages.ts';
import { faultsOfComponent } from './shape.ts';

const NAME = 'door-bell';
const QUESTIONS = `components/${NAME}/questions.ts`;
const ELEMENT = `components/${NAME}/${NAME}.ts`;

type Plant = (root: string) => void;

const gone =
  (path: string): Plant =>
  (root) =>
    rmSync(join(root, path));

/** @throws when there is nothing to replace: then nothing would be planted */
const changed =
  (path: string, from: string | RegExp, to: string): Plant =>
  (root) => {
    const before = readFileSync(join(root, path), 'utf8');
    const after = before.replace(from, to);
    assert.notEqual(after, before, `nothing to plant in ${path}`);
    writeFileSync(join(root, path), after);
  };

const PLANTED: readonly [what: string, plant: Plant, seen: RegExp][] = [
  ['its story', gone(`stories/${NAME}.stories.ts`), /stories\.ts is missing/],
  [
    'a story for a screen',
    changed(`stories/${NAME}.stories.ts`, "'check'", "'x'"),
    /the screen 'check'/,
  ],
  ['its a11y page', gone(`components/${NAME}/a11y.md`), /a11y\.md is missing/],
  [
    'a place among the ways to a person',
    (root) =>
      writeFileSync(
        join(root, `components/${NAME}/as-way.ts`),
        `export const texts = ['${NAME}'];\nexport const way = {};\n`,
      ),
    /has no place in ORDER/,
  ],
  [
    'the texts of a way to a person',
    (root) => writeFileSync(join(root, `components/${NAME}/as-way.ts`), 'export const way = {};\n'),
    /does not export the files of texts/,
  ],
  ['a language', gone(`locales/ar/${NAME}.json`), /locales\/ar\/door-bell\.json is missing/],
  [
    'a label',
    changed(`locales/nl/${NAME}.json`, '"text.label"', '"x"'),
    /nl lacks "door-bell:text.label"/,
  ],
  [
    'a why for a private question',
    changed(`locales/ar/${NAME}.json`, '"reach.why"', '"x"'),
    /ar lacks "door-bell:reach.why"/,
  ],
  [
    'the title of a screen',
    changed(`locales/nl/${NAME}.json`, '"screen.ask.title"', '"x"'),
    /lacks "door-bell:screen.ask.title"/,
  ],
  [
    'a way to a person',
    changed(ELEMENT, /KitElement(?=[ ;{}])/g, 'LitElement'),
    /no way to a person/,
  ],
  [
    'a way to a person, in a second element',
    changed(ELEMENT, /$/, '\nexport class Second extends HTMLElement {}\n'),
    /extends HTMLElement/,
  ],
  ['a purpose', changed(QUESTIONS, "purpose: 'reach',", ''), /"reach" has no purpose/],
  ['a retention', changed(QUESTIONS, "retention: 'contact',", ''), /"reach" has no retention/],
  ['a ground', changed(QUESTIONS, "ground: 'contract', ", ''), /has no ground/],
  ['readers', changed(QUESTIONS, "seenBy: ['desk-staff'], ", ''), /nobody may see/],
  ['a word on privacy', changed(QUESTIONS, ', private: true', ''), /whether it is private/],
  [
    'a sealed render',
    changed(ELEMENT, 'protected override body()', 'override render()'),
    /its own render\(\)/,
  ],
  [
    'restraint: it asks for a birth date',
    changed(QUESTIONS, /'reach'/g, "'birthDate'"),
    /"birthDate" may not be asked/,
  ],
  [
    'restraint: it asks for the BSN in words',
    changed(`locales/nl/${NAME}.json`, 'Uw bericht', 'Uw BSN'),
    /asks what may not be asked/,
  ],
  [
    'a screen that asks a question',
    changed(QUESTIONS, "questions: ['text', 'reach']", "questions: ['text']"),
    /no screen asks "reach"/,
  ],
  [
    'its tag',
    changed(`components/${NAME}/define.ts`, /kt-door-bell/g, 'kt-bell'),
    /does not define kt-door-bell/,
  ],
];

it('a component that lacks', (t) =>
  inEmptyHouse(async (house) => {
    await create(NAME, house);
    for (const [what, plant, seen] of PLANTED)
      await t.test(`${what} is refused`, () =>
        inCopyOf(house, async (root) => {
          plant(root);
          assert.match((await faultsOfComponent(root, NAME)).join('\n'), seen);
        }),
      );

    await t.test('a key in one language is refused', () =>
      inCopyOf(house, (root) => {
        changed(`locales/ar/${NAME}.json`, /"send": "[^"]*",/, '')(root);
        assert.deepEqual(keyFaults(root), [`locales/ar/${NAME}.json lacks "send"`]);
        return Promise.resolve();
      }),
    );

    await t.test('nothing is let be', async () =>
      assert.deepEqual(await faultsOfComponent(house, NAME), []),
    );
  }));
