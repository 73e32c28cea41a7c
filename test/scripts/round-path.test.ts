import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { roundPath } from '../../scripts/lib/round-path.mjs';

describe('a rounded pictogram', () => {
  const ROUNDED: readonly [why: string, d: string, rounded: string][] = [
    ['whole points stay', 'M110-430h170v-70Z', 'M110-430h170v-70Z'],
    ['absolute points are rounded', 'M1.4 2.6L3.5-4.4', 'M1 3L4-4'],
    ['steps do not add up their errors', 'M0 0h.4h.4h.4h.4', 'M0 0h0h1h0h1'],
    ['numbers written together are told apart', 'M0 0l.5.5-.5-1.5', 'M0 0l1 1-1-2'],
    ['a curve keeps its end', 'M0 0c1.2 1.2 2.4 2.4 3.6 3.6', 'M0 0c1 1 2 2 4 4'],
    [
      'flags of an arc written together are told apart',
      'M0 0a9.6 9.6 0 013.2 4',
      'M0 0a10 10 0 0 1 3 4',
    ],
    ['after closing, the pen is where the shape began', 'M.4.4h9.9Zm.2 0h1', 'M0 0h10Zm1 0h1'],
  ];
  for (const [why, d, rounded] of ROUNDED) it(why, () => assert.equal(roundPath(d), rounded));
});
