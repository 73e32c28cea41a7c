import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { generate } from '../../scripts/generate.mjs';
import { inEmptyHouse } from '../contract/copy.ts';

const put = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const made = (root: string, name: string): string =>
  readFileSync(join(root, 'src/generated', name), 'utf8');

const BELL = 'components/door-bell/define.ts';
const ELEMENT = 'components/door-bell/door-bell.ts';

describe('what is derived from the folders', () => {
  it('a component: its code, the texts of its first screen, and those of later ones', () =>
    inEmptyHouse(async (root) => {
      put(
        root,
        'locales/nl/door-bell.json',
        '{"bell_one": "een bel", "bell_other": "bellen", "door.open": "open", "later": "straks"}',
      );
      put(root, 'locales/ar/door-bell.json', '{}');
      put(root, BELL, "import './door-bell.ts';");
      put(
        root,
        ELEMENT,
        "static override readonly files = ['danger', 'door-bell'];\n" +
          "static override readonly laterFiles = ['triage'];\n" +
          "t('door-bell:bell', { count }); any(`door-bell:door.${state}`)",
      );
      await generate(root);
      const components = made(root, 'components.ts');
      assert.match(components, /'kt-door-bell': \{/);
      assert.match(components, /texts: \['frame', 'danger', 'door-bell'\]/);
      assert.match(components, /later: \['triage'\]/);
      assert.match(made(root, 'texts.ts'), /import\('.\/first\/ar\/door-bell.json'\)/);
      assert.match(made(root, 'texts.ts'), /import\('..\/..\/locales\/ar\/danger.json'\)/);
      assert.deepEqual(JSON.parse(made(root, 'first/nl/door-bell.json')), {
        bell_one: 'een bel',
        bell_other: 'bellen',
        'door.open': 'open',
      });
      assert.deepEqual(JSON.parse(made(root, 'rest/nl/door-bell.json')), { later: 'straks' });
      assert.match(made(root, 'text-keys.ts'), /\| 'door-bell:bell'\n/);
    }));

  it('a way to a person: its journey, and its texts on whatever element', () =>
    inEmptyHouse(async (root) => {
      put(root, BELL, "import './door-bell.ts';");
      put(root, ELEMENT, "static override readonly laterFiles = ['triage'];");
      await generate(root);
      assert.match(made(root, 'speak-ways.ts'), /= \{\n\};/);
      put(
        root,
        'components/night-watch/as-way.ts',
        "export const texts = ['night-watch', 'voice'];",
      );
      await generate(root);
      assert.match(
        made(root, 'speak-ways.ts'),
        /'night-watch': \(\) => import\('..\/..\/components\/night-watch\/as-way.ts'\)/,
      );
      assert.match(made(root, 'languages.ts'), /wayTexts: .* = \["night-watch","voice"\]/);
      assert.match(made(root, 'components.ts'), /later: \['triage', 'night-watch', 'voice'\]/);
    }));

  it('a pictogram, and no longer when nobody uses it', () =>
    inEmptyHouse(async (root) => {
      put(root, ELEMENT, '');
      put(root, BELL, "import bell from '../../src/generated/pictograms/doorbell.ts';");
      await generate(root);
      assert.match(made(root, 'pictograms/doorbell.ts'), /export default 'M/);
      put(root, BELL, '');
      await generate(root);
      assert.throws(() => made(root, 'pictograms/doorbell.ts'), /ENOENT/);
    }));

  it('is refused in one sentence when a pictogram does not exist', () =>
    inEmptyHouse(async (root) => {
      put(root, BELL, "import x from '../../src/generated/pictograms/no_such_bell.ts';");
      await assert.rejects(generate(root), /There is no pictogram "no_such_bell"/);
    }));

  it('is written again only where it changed', () =>
    inEmptyHouse(async (root) => {
      await generate(root);
      assert.equal((await generate(root)).written, 0);
      rmSync(join(root, 'src/generated/texts.ts'));
      assert.equal((await generate(root)).written, 1);
    }));
});
