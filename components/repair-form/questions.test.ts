import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { askedAnswers } from '../../src/contract/asked.ts';
import {
  checkAll,
  OTHER,
  questionsOn,
  screenAfter,
  screensAsked,
  UNKNOWN,
} from '../../src/contract/questionnaire.ts';
import type { ErrorCode } from '../../src/contract/questionnaire.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { dangers } from '../../src/contract/triage/danger.ts';
import { details, problemsOf, rooms } from '../../src/contract/triage/tree.ts';
import type { Problem } from '../../src/contract/triage/tree.ts';
import { next, start } from './model.ts';
import type { RepairAction, RepairState } from './model.ts';
import { inDanger, repairQuestions, safetyOf, roomFound } from './questions.ts';

const read = (language: string, file: string) =>
  JSON.parse(
    readFileSync(new URL(`../../locales/${language}/${file}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>;

/** Every way of answering the follow-up questions of a problem. */
function detailAnswers({ ask }: Problem): Record<string, string>[] {
  return ask.reduce<Record<string, string>[]>(
    (all, id) => {
      const detail = details.find((each) => each.id === id)!;
      const values =
        detail.kind === 'yes-no'
          ? ['yes', 'no', 'unknown', undefined]
          : detail.kind === 'choice'
            ? [...(detail.options ?? []), 'unknown', undefined]
            : ['E9', undefined];
      return all.flatMap((one) =>
        values.map((value) => (value === undefined ? one : { ...one, [id]: value })),
      );
    },
    [{}],
  );
}

/** Every way through the tiles, and past them. */
function* everyWay(): Generator<RepairAnswers> {
  for (const room of [undefined, OTHER, UNKNOWN])
    for (const story of [undefined, 'Het is stuk']) yield { danger: 'none', room, story };
  for (const { id: room, items } of rooms) {
    for (const item of [OTHER, UNKNOWN]) yield { danger: 'none', room, item };
    for (const item of items) {
      for (const problem of [OTHER, UNKNOWN]) yield { danger: 'none', room, item, problem };
      for (const problem of problemsOf(room, item)) {
        for (const given of detailAnswers(problem)) {
          yield { danger: 'none', room, item, problem: problem.id, details: given };
          // Found in her own words, with and without a room.
          yield { danger: 'none', room, problem: problem.id, details: given };
          yield { danger: 'none', problem: problem.id, details: given };
        }
      }
    }
  }
}

const REST: RepairAnswers = {
  selfHelp: 'rather-not',
  address: { postcode: '9401 AB', number: '12' },
  reach: 'letter',
  when: 'always',
};

/** Fills in each screen as these answers say, until the way ends. @returns the screens on the way */
function walk(answers: RepairAnswers): { screens: string[]; state: RepairState } {
  let state = start();
  const screens: string[] = [];
  for (;;) {
    screens.push(state.screen);
    assert.ok(screens.length < 20, `no end: ${screens.join(' ')}`);
    const screen = repairQuestions.screens.find(({ id }) => id === state.screen)!;
    const ids = questionsOn(repairQuestions, screen, state.answers).map(({ id }) => id);
    // Found in her own words: chosen on the screen that also asks for the room.
    if (state.screen === 'what' && answers.item === undefined) ids.push('problem');
    for (const id of ids) {
      const value = answers[id] ?? REST[id];
      if (value !== undefined) state = next(state, { type: 'answer', id, value } as RepairAction);
    }
    if (!screenAfter(repairQuestions, state.screen, state.answers)) return { screens, state };
    state = next(state, { type: 'continue' });
    assert.deepEqual(state.errors, [], `stuck on ${state.screen}: ${JSON.stringify(answers)}`);
  }
}

describe('whatever she answers', () => {
  test('the way ends in check-answers, or in danger', () => {
    let ways = 0;
    for (const answers of everyWay()) {
      const { screens, state } = walk(answers);
      ways += 1;
      const end = screens.at(-1)!;
      if (inDanger(state.answers)) {
        assert.ok(['stop', 'outside'].includes(end), `${end}: ${JSON.stringify(answers)}`);
        assert.ok(safetyOf(state.answers), 'a danger without anything to do');
        assert.ok(!screens.includes('address'));
      } else {
        assert.equal(end, 'check', JSON.stringify(answers));
        assert.deepEqual(checkAll(repairQuestions, state.answers), []);
        // The confirmation comes after it; urgent, self-help and follow-up questions are extra.
        const extra = ['urgent', 'self-help', 'details', 'tell'];
        assert.ok(screens.filter((each) => !extra.includes(each)).length + 1 <= 10);
      }
    }
    assert.ok(ways > 1000, `only ${ways} ways`);
  });

  test('a problem from her own words asks for no thing, and for a room only where there are several', () => {
    for (const { id: room, items } of rooms)
      for (const item of items)
        for (const problem of problemsOf(room, item)) {
          const asked = screensAsked(repairQuestions, { danger: 'none', problem: problem.id });
          const ids = asked.map(({ id }) => id);
          assert.ok(!ids.includes('item') && !ids.includes('problem'), problem.id);
          const several = problem.rooms.length > 1 && problem.urgency !== 'danger';
          assert.equal(ids.includes('where'), several, problem.id);
          const inRoom = screensAsked(repairQuestions, { problem: problem.id, room });
          assert.ok(!inRoom.some(({ id }) => id === 'where'), problem.id);
        }
  });

  test('the room of what she told herself: the only one, hers, or the one she named', () => {
    const of = (before: RepairAnswers, problem?: 'garagedeur' | 'deur_klemt', named?: 'hal') =>
      roomFound(before, problem, named);
    assert.equal(of({}, 'garagedeur'), 'berging');
    assert.equal(of({ room: 'woonkamer' }, 'garagedeur', 'hal'), 'berging');
    assert.equal(of({}, 'deur_klemt'), undefined);
    assert.equal(of({}, 'deur_klemt', 'hal'), 'hal');
    assert.equal(of({ room: 'zolder' }, 'deur_klemt', 'hal'), 'zolder');
    assert.equal(of({ room: 'unknown' }, 'deur_klemt', 'hal'), 'unknown');
    // What only followed from the suggestion before is forgotten with it.
    const before = { room: 'berging', problem: 'garagedeur' };
    assert.equal(of(before, 'deur_klemt'), undefined);
    assert.equal(of(before), undefined);
  });

  test('each danger of the first screen has something to do', () => {
    for (const { id } of dangers) assert.ok(safetyOf({ danger: id }), id);
  });
});

describe('what she reads when something is wrong', () => {
  // A record, so that a new code without a line here does not compile.
  const codes: Record<ErrorCode, true> = {
    missing: true,
    choose: true,
    postcode: true,
    'house-number': true,
    street: true,
    phone: true,
    email: true,
    'too-long': true,
    'unknown-choice': true,
    day: true,
  };
  for (const language of ['nl', 'ar'])
    test(`is a sentence for every code in ${language}`, () => {
      const frame = read(language, 'frame');
      for (const code of Object.keys(codes)) assert.ok(frame[`error.${code}`], code);
    });
});

describe('an address', () => {
  const codes = (address: NonNullable<RepairAnswers['address']>): string[] =>
    checkAll(repairQuestions, { danger: 'none', ...REST, address }).map(
      ({ field, code }) => `${field} ${code}`,
    );

  test('in any notation is right', () => {
    assert.deepEqual(codes({ postcode: '9401ab', number: '12-3' }), []);
    assert.deepEqual(codes({ postcode: 'NL 9401 AB', number: '١٢ bis' }), []);
    assert.deepEqual(codes({ street: 'Brink', number: '12', city: 'Assen' }), []);
  });

  test('by street names the fields that she sees', () => {
    assert.deepEqual(codes({ street: '', number: '', city: '' }), [
      'address.street street',
      'address.number missing',
      'address.city missing',
    ]);
  });

  test('that is half filled in says which half', () => {
    assert.deepEqual(codes({ postcode: '940', number: 'achter' }), [
      'address.postcode postcode',
      'address.number house-number',
    ]);
  });

  test('that is far too long is refused here, not at the desk', () => {
    assert.deepEqual(
      codes({ street: 'x'.repeat(201), number: '1', city: 'Assen', addition: 'x'.repeat(201) }),
      ['address.street too-long', 'address.addition too-long'],
    );
  });
});

describe('what is sent', () => {
  test('is only what these answers were asked for', () => {
    const answers: RepairAnswers = {
      ...REST,
      danger: 'none',
      room: 'badkamer',
      item: 'wc',
      problem: 'wc_verstopt',
      details: { enige_toilet: 'no', druk_zakt: 'yes' },
      phone: '0612345678',
      email: 'berg@voorbeeld.nl',
      doorName: 'Jan',
      days: ['2026-12-01'],
      selfHelp: 'tried',
    };
    assert.deepEqual(askedAnswers(repairQuestions, answers), {
      danger: 'none',
      room: 'badkamer',
      item: 'wc',
      problem: 'wc_verstopt',
      details: { enige_toilet: 'no' },
      address: REST.address,
      reach: 'letter',
      when: 'always',
    });
  });
});
