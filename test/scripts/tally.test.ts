import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tally } from '../../scripts/lib/tally.mjs';

const NODE = (pass: number, fail: number, skipped = 0): string =>
  `ℹ tests ${pass + fail}\nℹ pass ${pass}\nℹ fail ${fail}\nℹ cancelled 0\nℹ skipped ${skipped}\nℹ todo 0\n`;

describe('the count of tests', () => {
  const COUNTED: readonly [
    what: string,
    code: number,
    output: string,
    passed: number,
    failed: number,
  ][] = [
    ['of node:test', 0, NODE(36, 0), 36, 0],
    ['of node:test with a failed one', 1, NODE(35, 1), 35, 1],
    ['a skipped test is a failed one', 0, NODE(35, 0, 1), 35, 1],
    [
      'of Web Test Runner, its last line',
      0,
      '| 0 passed, 0 failed\n| 11 passed, 0 failed\n',
      11,
      0,
    ],
    ['of the stories', 1, '94 passed, 46 failed\n', 94, 46],
    ['a runner that broke without a failed test', 1, '11 passed, 0 failed\n', 11, 1],
    ['a run that found no test', 0, NODE(0, 0), 0, 1],
    ['a runner that said nothing at all', 0, '', 0, 1],
  ];
  for (const [what, code, output, passed, failed] of COUNTED)
    it(what, () => assert.deepEqual(tally({ code, output }), { passed, failed }));
});
