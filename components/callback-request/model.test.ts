import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { screensAsked } from '../../src/contract/questionnaire.ts';
import { needs, next, start } from './model.ts';
import type { CallbackAction, CallbackState } from './model.ts';
import { callbackQuestionsAlone, callbackQuestionsFor } from './questions.ts';

const inForm = callbackQuestionsFor({ filledIn: true, interpreter: false });
const receipt = {
  reference: 'K7M4-P2XR-9',
  receivedAt: '2026-11-24T09:41:00Z',
  promise: { kind: 'none' },
  callFrom: [],
  word: { id: 'blue-bicycle', inDutch: 'blauwe fiets', inLanguage: 'blauwe fiets' },
  link: { id: '0190a0b0-0000-7000-8000-000000000001', secret: '0a'.repeat(32) },
} as const;

const all = (q: typeof inForm, ...actions: CallbackAction[]): CallbackState =>
  actions.reduce((state, action) => next(state, action, q), start());

const known = { topic: 'repair', phone: '06 12 34 56 78', name: 'Mevrouw Berg', filledIn: {} };

describe('a callback', () => {
  it('on a page of its own asks what about, when, who and what, one a screen', () => {
    assert.deepEqual(
      screensAsked(callbackQuestionsAlone, {}).map(({ id }) => id),
      ['topic', 'when', 'who', 'about', 'check'],
    );
    const taken = all(callbackQuestionsAlone, { type: 'take', known: {} });
    assert.equal(taken.screen, 'topic');
    const wrong = next(taken, { type: 'continue' });
    assert.deepEqual(wrong.errors, [{ field: 'topic', code: 'choose' }]);
  });

  it('in a form that knows her is one screen and the check', () => {
    const taken = all(inForm, { type: 'take', known });
    assert.equal(taken.screen, 'when');
    assert.equal(taken.entry, 'when');
    const asked = next(taken, { type: 'continue' }, inForm);
    assert.deepEqual(asked.errors, [{ field: 'share', code: 'choose' }]);
    const said = next(taken, { type: 'answer', id: 'share', value: 'yes' }, inForm);
    const checked = next(said, { type: 'continue' }, inForm);
    assert.equal(checked.screen, 'check');
    assert.deepEqual(checked.answers, {
      topic: 'repair',
      when: 'any',
      phone: '06 12 34 56 78',
      name: 'Mevrouw Berg',
      share: 'yes',
    });
  });

  it('asks what about only when what she filled in does not go along', () => {
    const said = all(inForm, { type: 'take', known }, { type: 'answer', id: 'share', value: 'no' });
    assert.equal(next(said, { type: 'continue' }, inForm).screen, 'about');
  });

  it('asks for the number that is not known, and for an interpreter where one is needed', () => {
    const on = (q: typeof inForm, phone?: string) =>
      next(
        all(
          q,
          { type: 'take', known: { ...known, phone } },
          { type: 'answer', id: 'share', value: 'yes' },
        ),
        { type: 'continue' },
        q,
      ).screen;
    assert.equal(on(inForm), 'who');
    const foreign = callbackQuestionsFor({ filledIn: true, interpreter: true });
    assert.equal(on(foreign, known.phone), 'who');
  });

  it('leaves what she said here herself, also when the form around it says otherwise by then', () => {
    const hers = all(
      inForm,
      { type: 'take', known },
      { type: 'answer', id: 'phone', value: '06 11 11 11 11' },
      { type: 'take', known },
    );
    assert.equal(hers.answers.phone, '06 11 11 11 11');
  });

  it('takes no topic that there is not', () => {
    assert.equal(
      all(inForm, { type: 'take', known: { topic: 'weather' } }).answers.topic,
      undefined,
    );
  });

  it('keeps nothing of hers once the desk has it, and knows that it was cancelled', () => {
    const sending = all(
      inForm,
      { type: 'take', known },
      { type: 'answer', id: 'share', value: 'yes' },
      { type: 'continue' },
      { type: 'send', key: 'k', language: 'nl' },
    );
    assert.deepEqual(needs(sending), [{ kind: 'submit', key: 'k' }]);
    const sent = next(sending, { type: 'accepted', receipt: { ...receipt, callFrom: [] } }, inForm);
    assert.deepEqual(sent.answers, {});
    const view = {
      ...receipt,
      callFrom: [],
      state: 'cancelled' as const,
      topic: 'repair' as const,
      when: 'any' as const,
      phone: '',
      about: '',
    };
    assert.equal(next(sent, { type: 'changed', view }, inForm).view?.state, 'cancelled');
    assert.throws(() => next(start(), { type: 'changed', view }, inForm), /changed/);
  });
});
