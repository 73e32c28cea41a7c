/** How many tests ran, read from what the runners print. */

const last = (output, pattern) => [...output.matchAll(pattern)].at(-1);
const count = (output, word) =>
  [...output.matchAll(new RegExp(`^ℹ ${word} (\\d+)$`, 'gm'))].reduce(
    (sum, m) => sum + Number(m[1]),
    0,
  );

/**
 * Of node:test (`spec`), of Web Test Runner and of our own runners ("3 passed, 1 failed"). A test that
 * was skipped or left as a to-do counts as failed: nothing is skipped silently. So does a run that
 * ended badly without a failed test, and one in which no test was found.
 * @param {{ code: number, output: string }} ran
 * @returns {{ passed: number, failed: number }}
 */
export function tally({ code, output }) {
  const closing = last(output, /(\d+) passed, (\d+) failed/g);
  const passed = closing ? Number(closing[1]) : count(output, 'pass');
  const failed = closing
    ? Number(closing[2])
    : ['fail', 'cancelled', 'skipped', 'todo'].reduce((sum, word) => sum + count(output, word), 0);
  const bad = code !== 0 || passed + failed === 0;
  return { passed, failed: bad ? Math.max(failed, 1) : failed };
}
