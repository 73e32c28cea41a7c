import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { bin } from './run.mjs';
import { check, componentTests, nodeTests, tests, together } from './stage.mjs';

const LANGUAGES = 'test/contract/languages.test.ts';
/** The tests of the desk: what runs on either database. */
export const isDesk = (path) => /^src\/(desk|site)\//.test(path);

/**
 * The stages of `npm test`, in order.
 * @type {readonly import('./stage.mjs').Stage[]}
 */
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
  {
    name: 'component',
    run: () => together(componentTests('chromium', '1/2'), componentTests('chromium', '2/2')),
  },
  { name: 'build', run: () => check(process.execPath, [join(ROOT, 'scripts/build.mjs')]) },
  { name: 'budgets', run: () => check(bin('size-limit'), []) },
  {
    name: 'stories',
    run: () => tests(process.execPath, ['--import', 'tsx', join(ROOT, 'test/stories/run.ts')]),
  },
  { name: 'e2e', run: () => nodeTests(() => true, 'e2e') },
];
