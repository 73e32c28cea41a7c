import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needs, next, start } from './model.ts';
import type { __Name__State } from './model.ts';

const filledIn = (): __Name__State => {
  const told = next(start(), { type: 'answer', id: 'text', value: 'De bel doet het niet.' });
  return next(told, { type: 'answer', id: 'reach', value: '06 12 34 56 78' });
};

describe('__name__', () => {
  it('does not go on without a way to answer', () => {
    const state = next(start(), { type: 'continue' });
    assert.equal(state.screen, 'ask');
    assert.deepEqual(
      state.errors.map(({ field }) => field),
      ['text', 'reach'],
    );
  });

  it('checks the answers before it sends them', () => {
    const state = next(filledIn(), { type: 'continue' });
    assert.equal(state.screen, 'check');
    assert.deepEqual(needs(state), []);
  });

  it('goes on sending until the desk has it', () => {
    const checked = next(filledIn(), { type: 'continue' });
    const sending = next(checked, { type: 'send', key: 'k', language: 'nl' });
    assert.deepEqual(needs(sending), [{ kind: 'submit', key: 'k' }]);
    const receipt = { reference: 'K7M4-P2XR-9', receivedAt: '2026-11-24T09:41:00Z' };
    assert.deepEqual(needs(next(sending, { type: 'accepted', receipt })), []);
  });
});
