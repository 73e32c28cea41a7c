import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { walk, ROOT, fromRoot } from '../../scripts/lib/files.mjs';
import { runnerOf, shardOf, testFiles } from '../../scripts/lib/test-files.mjs';

describe('which runner takes a test', () => {
  const TAKEN: readonly [path: string, runner: string][] = [
    ['components/repair-form/model.test.ts', 'node'],
    ['components/repair-form/questions.test.ts', 'node'],
    ['components/repair-form/repair-form.test.ts', 'browser'],
    ['src/runtime/storage/draft.test.ts', 'browser'],
    ['src/console/list.test.ts', 'browser'],
    ['src/contract/checks.test.ts', 'node'],
    ['src/desk/profiles.test.ts', 'node'],
    ['test/browser/helpers.test.ts', 'browser'],
    ['test/e2e/repair.test.ts', 'e2e'],
    ['test/e2e/more/voice.test.ts', 'e2e-more'],
    ['test/hands/tremor.test.ts', 'hands'],
  ];
  for (const [path, runner] of TAKEN)
    it(`${path}: ${runner}`, () => assert.equal(runnerOf(path), runner));

  it('leaves out none', () => {
    const all = ['bench', 'components', 'scripts', 'src', 'stories', 'test']
      .flatMap((folder) => walk(`${ROOT}/${folder}`, (path) => /\.test\.[mc]?[jt]s$/.test(path)))
      .map((path) => fromRoot(path));
    const taken = (['node', 'browser', 'e2e', 'e2e-more', 'hands'] as const).flatMap((runner) =>
      testFiles(runner),
    );
    assert.deepEqual([...taken].sort(), all.sort());
  });

  it('in parts: each file is in one of them', () => {
    const all = testFiles('browser');
    const parts = ['1/3', '2/3', '3/3'].flatMap((shard) => shardOf(all, shard));
    assert.deepEqual([...parts].sort(), [...all].sort());
  });
});
