import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { withPostgres } from './postgres.mjs';
import { componentTests, runFiles, runTogether, tests } from './stage.mjs';
import { deskFiles } from './stages.mjs';
import { testFiles } from './test-files.mjs';

const componentsIn = (engine) => () => componentTests(engine);

/** A runner of our own, in TypeScript. */
const script = (path, args) =>
  tests(process.execPath, ['--import', 'tsx', join(ROOT, path), ...args]);

const storiesIn = (engine) => () => script('test/stories/run.ts', [`--in=${engine}`]);

/** The tests of the desk once more, on a PostgreSQL of their own. */
const onPostgres = () =>
  withPostgres((url) => runTogether(deskFiles(), { TEST_DATABASE_URL: url }));

/**
 * The stages of `npm run test:all`, in order: first those that may run beside another, the longest first.
 * @type {readonly import('./stage.mjs').Stage[]}
 */
export const stages = [
  { name: 'firefox', together: true, run: componentsIn('firefox') },
  { name: 'webkit', together: true, run: componentsIn('webkit') },
  { name: 'postgres', together: true, run: onPostgres },
  { name: 'firefox-stories', together: true, run: storiesIn('firefox') },
  { name: 'webkit-stories', together: true, run: storiesIn('webkit') },
  { name: 'forced-colours', together: true, run: storiesIn('forced-colours') },
  { name: 'e2e-more', together: true, run: () => runFiles(testFiles('e2e-more')) },
  { name: 'hands', together: true, run: () => runFiles(testFiles('hands')) },
  { name: 'heard', run: (options) => script('test/heard/run.ts', options) },
  { name: 'kill-desk', run: (options) => script('test/kill/desk.ts', options) },
  { name: 'kill', run: (options) => script('test/kill/run.ts', options) },
];
