import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { bin, run } from './run.mjs';
import { tally } from './tally.mjs';
import { shardOf, testFiles } from './test-files.mjs';

/**
 * What the stages of `npm test` and `npm run test:all` are made of. A check counts as one test.
 * `together`: may run beside another one. A line "seeds 4711 to 4735" of its output is shown in any case.
 * @typedef {{ passed: number, failed: number, output: string }} Ran
 * @typedef {{ name: string, together?: boolean, run: (options: readonly string[]) => Promise<Ran> }} Stage
 */

/**
 * No stage takes half of this, on a machine that is busy too. One that hangs says what it had said by
 * then: without a limit it would take everybody's time with it, and say nothing.
 */
const MINUTES = 20;
/** One file of tests; the longest takes two minutes on a busy machine. */
const MINUTES_A_FILE = 8;

/** A command that is right or wrong as a whole. */
export const check = async (command, args) => {
  const { code, output } = await run(command, args, { minutes: MINUTES });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
};

/** A command that says how many passed. */
export const tests = async (command, args, env) => {
  const ran = await run(command, args, { env, minutes: MINUTES });
  return { ...tally(ran), output: ran.output };
};

const NODE_TEST = ['--import', 'tsx', '--test', '--test-reporter=spec', '--test-force-exit'];
const NONE = { passed: 0, failed: 1, output: 'No test was found.' };

/** Files of node:test, each in a process of its own; `atOnce` is how many run at the same time. */
export const runFiles = (files, { atOnce = 2 } = {}) => {
  if (!files.length) return NONE;
  const limits = [`--test-timeout=${MINUTES_A_FILE * 60_000}`, `--test-concurrency=${atOnce}`];
  return tests(process.execPath, [...NODE_TEST, ...limits, ...files]);
};

/** Files of node:test in three processes together: they share the loading of what they all test. */
export const runTogether = (files, env = {}) => {
  if (!files.length) return NONE;
  const groups = thirds((part) => JSON.stringify(shardOf(files, part)));
  const args = [...NODE_TEST, join(ROOT, 'scripts/lib/test-group.mjs')];
  return together(
    ...groups.map((TEST_GROUP) => tests(process.execPath, args, { ...env, TEST_GROUP })),
  );
};

/** Two cores are never idle with three at work, and each of these waits now and then. */
const thirds = (each) => ['1/3', '2/3', '3/3'].map(each);

/** Component tests in one engine, in one browser. */
export const componentTests = (engine, shard = '1/1') =>
  tests(bin('web-test-runner'), [], { ENGINE: engine, SHARD: shard });

/** In three browsers beside each other: for where nothing else runs. */
export const componentTestsInThirds = (engine) =>
  together(...thirds((part) => componentTests(engine, part)));

/** Several runs as one stage. */
const together = async (...runs) => {
  const ran = await Promise.all(runs);
  const sum = (what) => ran.reduce((total, each) => total + each[what], 0);
  // What went well need not be read.
  const output = ran.filter(({ failed }) => failed).map((each) => each.output);
  return { passed: sum('passed'), failed: sum('failed'), output: output.join('\n') };
};
