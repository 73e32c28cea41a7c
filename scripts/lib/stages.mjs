import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { bin } from './run.mjs';
import { check, componentTestsInThirds, runFiles, runTogether, tests } from './stage.mjs';
import { testFiles } from './test-files.mjs';

const LANGUAGES = 'test/contract/languages.test.ts';
const isDesk = (path) => /^src\/(desk|site)\//.test(path);

/** The tests of the desk: what runs on either database. */
export const deskFiles = () => testFiles('node').filter(isDesk);
const unitFiles = () => testFiles('node').filter((path) => path !== LANGUAGES && !isDesk(path));

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
  // What nothing uses: files, exports, packages.
  { name: 'unused', together: true, run: () => check(bin('knip'), ['--no-progress']) },
  { name: 'languages', together: true, run: () => runFiles([LANGUAGES]) },
  { name: 'unit', run: () => runTogether(unitFiles()) },
  { name: 'desk', run: () => runTogether(deskFiles()) },
  { name: 'component', run: () => componentTestsInThirds('chromium') },
  { name: 'build', run: () => check(process.execPath, [join(ROOT, 'scripts/build.mjs')]) },
  { name: 'budgets', run: () => check(bin('size-limit'), []) },
  {
    name: 'stories',
    run: () => tests(process.execPath, ['--import', 'tsx', join(ROOT, 'test/stories/run.ts')]),
  },
  { name: 'e2e', run: () => runFiles(testFiles('e2e'), { atOnce: 3 }) },
];
