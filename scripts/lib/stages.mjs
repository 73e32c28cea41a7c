import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { bin, run } from './run.mjs';
import { tally } from './tally.mjs';
import { testFiles } from './test-files.mjs';

/**
 * The stages of `npm test`, in order. A check counts as one test.
 * @typedef {{ name: string, together?: boolean, run: () => Promise<{ passed: number, failed: number, output: string }> }} Stage
 */

const check = async (command, args) => {
  const { code, output } = await run(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
};

const tests = async (command, args) => {
  const ran = await run(command, args);
  return { ...tally(ran), output: ran.output };
};

const NONE = { passed: 0, failed: 1, output: 'No test was found.' };

const nodeTests = (wanted, runner = 'node') => {
  const files = testFiles(runner).filter(wanted);
  if (!files.length) return NONE;
  const args = ['--import', 'tsx', '--test', '--test-reporter=spec', '--test-concurrency=2'];
  return tests(process.execPath, [...args, ...files]);
};

const LANGUAGES = 'test/contract/languages.test.ts';
const isDesk = (path) => /^src\/(desk|site)\//.test(path);

/** @type {readonly Stage[]} */
export const stages = [
  {
    name: 'format',
    together: true,
    run: () => check(bin('prettier'), ['--check', '--log-level=warn', '.']),
  },
  {
    name: 'lint',
    together: true,
    run: () => check(bin('eslint'), ['.', '--max-warnings=0']),
  },
  { name: 'types', together: true, run: () => check(bin('tsc'), ['--noEmit']) },
  { name: 'languages', together: true, run: () => nodeTests((path) => path === LANGUAGES) },
  { name: 'unit', run: () => nodeTests((path) => path !== LANGUAGES && !isDesk(path)) },
  { name: 'desk', run: () => nodeTests(isDesk) },
  { name: 'component', run: () => tests(bin('web-test-runner'), []) },
  { name: 'build', run: () => check(process.execPath, [join(ROOT, 'scripts/build.mjs')]) },
  { name: 'budgets', run: () => check(bin('size-limit'), []) },
  {
    name: 'stories',
    run: () => tests(process.execPath, ['--import', 'tsx', join(ROOT, 'test/stories/run.ts')]),
  },
  { name: 'e2e', run: () => nodeTests(() => true, 'e2e') },
];
