import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { bin } from './run.mjs';
import { tests } from './stage.mjs';

const componentsIn = (engine) => () => tests(bin('web-test-runner'), [], { ENGINE: engine });

/** A runner of our own, in TypeScript. */
const script = (path, args) =>
  tests(process.execPath, ['--import', 'tsx', join(ROOT, path), ...args]);

const storiesIn = (engine) => () => script('test/stories/engines.ts', [engine]);

/**
 * The stages of `npm run test:all`, in order.
 * @type {readonly import('./stage.mjs').Stage[]}
 */
export const stages = [
  { name: 'firefox', together: true, run: componentsIn('firefox') },
  { name: 'webkit', together: true, run: componentsIn('webkit') },
  { name: 'firefox-stories', together: true, run: storiesIn('firefox') },
  { name: 'webkit-stories', together: true, run: storiesIn('webkit') },
  { name: 'forced-colours', together: true, run: storiesIn('chromium') },
  { name: 'kill', run: (options) => script('test/kill/run.ts', options) },
];
