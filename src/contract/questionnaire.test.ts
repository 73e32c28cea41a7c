import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  checkAll,
  checkScreen,
  optionKey,
  optionsOf,
  questionById,
  questionsOn,
  screenAfter,
  screenBefore,
  screenById,
  screenOfField,
  screensAsked,
  withAnswer,
} from './questionnaire.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

interface Answers {
  pet?: string;
  name?: string;
  home?: { street?: string };
  walks?: string;
}

const facts = {
  purpose: 'understand',
  ground: 'contract',
  retention: 'report',
  seenBy: ['desk-staff'],
  private: false,
} as const;

const pet: Question<Answers> = {
  id: 'pet',
  kind: 'choice',
  options: ['dog', 'none', 'other'],
  check: ({ pet }) => (pet ? [] : [{ field: 'pet', code: 'choose' }]),
  resets: ({ pet }) => (pet === 'dog' ? ['walks'] : ['walks', 'name']),
  ...facts,
};
const pets: Questionnaire<Answers> = {
  name: 'pets',
  version: 1,
  parts: ['one'],
  questions: [
    pet,
    {
      id: 'name',
      kind: 'text',
      when: ({ pet }) => pet !== 'none',
      check: ({ name }) => (name ? [] : [{ field: 'name', code: 'missing' }]),
      ...facts,
    },
    {
      id: 'home',
      kind: 'address',
      check: ({ home }) => (home?.street ? [] : [{ field: 'home.street', code: 'street' }]),
      ...facts,
    },
    { id: 'walks', kind: 'choice', options: ({ name }) => [`with ${name}`], ...facts },
  ],
  screens: [
    { id: 'first', part: 0, questions: ['pet', 'name'] },
    { id: 'walks', part: 0, questions: ['walks'], when: ({ pet }) => pet === 'dog' },
    { id: 'last', part: 0, questions: ['home'] },
  ],
};

const ids = (screens: readonly { id: string }[]) => screens.map(({ id }) => id);

describe('the way through the screens', () => {
  test('leaves out what is not asked', () => {
    assert.deepEqual(ids(screensAsked(pets, { pet: 'none' })), ['first', 'last']);
    assert.deepEqual(ids(screensAsked(pets, { pet: 'dog' })), ['first', 'walks', 'last']);
  });

  test('goes on and back over what is left out, also from a screen that is left out itself', () => {
    assert.equal(screenAfter(pets, 'first', { pet: 'none' })?.id, 'last');
    assert.equal(screenAfter(pets, 'first', { pet: 'dog' })?.id, 'walks');
    assert.equal(screenAfter(pets, 'walks', { pet: 'none' })?.id, 'last');
    assert.equal(screenBefore(pets, 'last', { pet: 'none' })?.id, 'first');
    assert.equal(screenBefore(pets, 'last', { pet: 'dog' })?.id, 'walks');
    assert.equal(screenBefore(pets, 'walks', { pet: 'none' })?.id, 'first');
  });

  test('has two ends', () => {
    assert.equal(screenAfter(pets, 'last', {}), undefined);
    assert.equal(screenBefore(pets, 'first', {}), undefined);
    assert.equal(screenBefore(pets, 'no such screen', {}), undefined);
  });

  test('a screen or question that does not exist is a bug', () => {
    assert.throws(() => screenById(pets, 'x'), /no screen "x"/);
    assert.throws(() => questionById(pets, 'x'), /no question "x"/);
  });
});

describe('what is wrong', () => {
  test('is named in reading order, and only for what is asked', () => {
    assert.deepEqual(
      checkAll(pets, {}).map(({ field }) => field),
      ['pet', 'name', 'home.street'],
    );
    assert.deepEqual(
      checkAll(pets, { pet: 'none' }).map(({ field }) => field),
      ['home.street'],
    );
    assert.equal(checkScreen(pets, pets.screens[0]!, { pet: 'dog', name: 'Bo' }).length, 0);
  });

  test('is on the screen that asks it', () => {
    assert.equal(screenOfField(pets, {}, 'home.street')?.id, 'last');
    assert.equal(screenOfField(pets, { pet: 'none' }, 'walks'), undefined);
  });
});

describe('a changed answer', () => {
  const answers: Answers = { pet: 'dog', name: 'Bo', walks: 'with Bo' };

  test('wipes what hung on it, and says so', () => {
    assert.deepEqual(withAnswer(pets, answers, 'pet', 'none'), {
      answers: { pet: 'none' },
      wiped: ['walks', 'name'],
    });
  });

  test('is compared as it is after the change', () => {
    const { wiped } = withAnswer(pets, { ...answers, pet: 'none' }, 'pet', 'dog');
    assert.deepEqual(wiped, ['walks']);
  });

  test('that stays the same wipes nothing', () => {
    const same = withAnswer(pets, answers, 'pet', 'dog');
    assert.equal(same.answers, answers);
    assert.deepEqual(same.wiped, []);
  });

  test('taken back leaves no trace', () => {
    assert.deepEqual(
      Object.keys(withAnswer<Answers, 'name'>(pets, { name: 'Bo' }, 'name', undefined).answers),
      [],
    );
  });

  test('never changes the answers that it was given', () => {
    withAnswer(pets, answers, 'pet', 'none');
    assert.deepEqual(answers, { pet: 'dog', name: 'Bo', walks: 'with Bo' });
  });
});

test('choices may follow from earlier answers', () => {
  assert.deepEqual(optionsOf(questionById(pets, 'walks'), { name: 'Bo' }), ['with Bo']);
  assert.deepEqual(optionsOf(questionById(pets, 'home'), {}), []);
});

test('a question that these answers do not call for is not on its screen', () => {
  const asked = questionsOn(pets, pets.screens[0]!, { pet: 'none' });
  assert.deepEqual(ids(asked), ['pet']);
});

test('the text of a choice stands with its question, or where the question says', () => {
  assert.equal(optionKey(pets, pet, 'dog'), 'pets:pet.option.dog');
  assert.equal(optionKey(pets, { ...pet, optionTexts: 'triage:pet.' }, 'dog'), 'triage:pet.dog');
  assert.equal(optionKey(pets, pet, 'other'), 'frame:option.other');
});
