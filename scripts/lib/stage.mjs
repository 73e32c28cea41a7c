import { run } from './run.mjs';
import { tally } from './tally.mjs';
import { testFiles } from './test-files.mjs';

/**
 * What the stages of `npm test` and `npm run test:all` are made of. A check counts as one test.
 * `together`: may run beside another one. A line "seeds 4711 to 4735" of its output is shown in any case.
 * @typedef {{ passed: number, failed: number, output: string }} Ran
 * @typedef {{ name: string, together?: boolean, run: (options: readonly string[]) => Promise<Ran> }} Stage
 */

/** A command that is right or wrong as a whole. */
export const check = async (command, args) => {
  const { code, output } = await run(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
};

/** A command that says how many passed. */
export const tests = async (command, args, env) => {
  const ran = await run(command, args, { env });
  return { ...tally(ran), output: ran.output };
};

const NONE = { passed: 0, failed: 1, output: 'No test was found.' };

/** Files of node:test; `atOnce` is how many run at the same time. */
export const runFiles = (files, { atOnce = 2, env } = {}) => {
  if (!files.length) return NONE;
  const args = ['--import', 'tsx', '--test', '--test-reporter=spec'];
  return tests(process.execPath, [...args, `--test-concurrency=${atOnce}`, ...files], env);
};

export const nodeTests = (wanted, runner = 'node') => runFiles(testFiles(runner).filter(wanted));
