import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, fromRoot, walk } from './files.mjs';

/**
 * Which runner takes a test, told by where it stands: questions and models are pure and run in Node,
 * everything else of a component, the runtime and the console, and the helpers of those tests, runs in a
 * real browser.
 */
const PURE = /\/(model|questions)\.test\.ts$/;
const BROWSER = /^(components|src\/runtime|src\/console|test\/browser)\//;
/** End to end. The others of these are too long for every day: stages of `npm run test:all`. */
const JOURNEYS = [
  ['hands', /^test\/hands\//],
  ['e2e-more', /^test\/e2e\/more\//],
  ['e2e', /^test\/e2e\//],
];

/** @typedef {'browser' | 'node' | 'e2e' | 'e2e-more' | 'hands'} Runner */

/** @returns {Runner} */
export function runnerOf(path) {
  const journey = JOURNEYS.find(([, where]) => where.test(path));
  if (journey) return journey[0];
  return BROWSER.test(path) && !PURE.test(path) ? 'browser' : 'node';
}

/**
 * The tests of one runner, as paths from the root.
 * @param {Runner} runner
 * @returns {string[]}
 */
export const testFiles = (runner, root = ROOT) =>
  ['components', 'src', 'scripts', 'test', 'bench']
    .flatMap((folder) => walk(join(root, folder), (path) => path.endsWith('.test.ts')))
    .map((path) => fromRoot(path, root))
    .filter((path) => runnerOf(path) === runner);

/**
 * One of so many parts of about the same length, told by how much is written in them.
 * @param {string[]} paths from the root
 * @param {string} shard "1/2", the first half
 */
export function shardOf(paths, shard, root = ROOT) {
  const [part, parts] = shard.split('/').map(Number);
  const length = (path) => statSync(join(root, path)).size;
  return paths
    .map((path) => ({ path, size: length(path) }))
    .sort((a, b) => b.size - a.size)
    .filter((_, index) => index % parts === part - 1)
    .map(({ path }) => path);
}
