import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { create } from '../../scripts/create.mjs';
import { bin, run } from '../../scripts/lib/run.mjs';
import { inEmptyHouse } from './copy.ts';
import { keyFaults } from './languages.ts';
import { stumbles } from './plain-dutch.ts';
import { faultsOfComponent } from './shape.ts';
import { readJson } from '../../scripts/lib/files.mjs';

const NAME = 'door-bell';

describe('npm run create', () => {
  it('makes a component that lacks nothing, and passes lint, types and its own tests', () =>
    inEmptyHouse(async (root) => {
      const written: string[] = await create(NAME, root);
      assert.ok(written.every((path) => existsSync(join(root, path))));
      assert.deepEqual(await faultsOfComponent(root, NAME), []);
      assert.deepEqual(keyFaults(root), []);
      const texts = readJson(join(root, 'locales/nl', `${NAME}.json`)) as Record<string, string>;
      assert.deepEqual(
        Object.values(texts).flatMap((text) => stumbles(text)),
        [],
      );

      const mine = written.filter((path) => path.endsWith('.ts'));
      const lint = await run(bin('eslint'), mine, { cwd: root });
      assert.equal(lint.code, 0, lint.output);
      const format = await run(bin('prettier'), ['--check', ...written], { cwd: root });
      assert.equal(format.code, 0, format.output);
      writeFileSync(
        join(root, 'tsconfig.mine.json'),
        JSON.stringify({ extends: './tsconfig.json', include: ['components', 'stories'] }),
      );
      const types = await run(bin('tsc'), ['-p', 'tsconfig.mine.json'], { cwd: root });
      assert.equal(types.code, 0, types.output);
      const model = `components/${NAME}/model.test.ts`;
      const tests = await run(process.execPath, ['--import', 'tsx', '--test', model], {
        cwd: root,
      });
      assert.equal(tests.code, 0, tests.output);
    }));

  it('refuses a name that is taken, and one that is no name', () =>
    inEmptyHouse(async (root) => {
      await create(NAME, root);
      await assert.rejects(create(NAME, root), /already/);
      await assert.rejects(create('Door Bell', root), /small letters/);
    }));
});
