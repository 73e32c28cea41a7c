import { join } from 'node:path';
import { ROOT, fromRoot, walk } from './files.mjs';

/**
 * Which runner takes a test, told by where it stands: questions and models are pure and run in Node,
 * everything else of a component, the runtime and the console, and the helpers of those tests, runs in a
 * real browser.
 */
const PURE = /\/(model|questions)\.test\.ts$/;
const BROWSER = /^(components|src\/runtime|src\/console|test\/browser)\//;
const END_TO_END = /^test\/e2e\//;

/** @returns {'browser' | 'node' | 'e2e'} */
export function runnerOf(path) {
  if (END_TO_END.test(path)) return 'e2e';
  return BROWSER.test(path) && !PURE.test(path) ? 'browser' : 'node';
}

/**
 * The tests of one runner, as paths from the root.
 * @param {'browser' | 'node' | 'e2e'} runner
 * @returns {string[]}
 */
export const testFiles = (runner, root = ROOT) =>
  ['components', 'src', 'scripts', 'test', 'bench']
    .flatMap((folder) => walk(join(root, folder), (path) => path.endsWith('.test.ts')))
    .map((path) => fromRoot(path, root))
    .filter((path) => runnerOf(path) === runner);
