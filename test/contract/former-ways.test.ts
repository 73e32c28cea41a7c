import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { askedAnswers } from '../../src/contract/asked.ts';
import { checkAll, optionKey, questionById } from '../../src/contract/questionnaire.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { problems, TRIAGE_VERSION } from '../../src/contract/triage/tree.ts';
import { veraOf } from '../../src/contract/triage/vera.ts';
import { next } from '../../components/repair-form/model.ts';
import type { RepairState } from '../../components/repair-form/model.ts';
import { problemOf, repairQuestions, roomOf } from '../../components/repair-form/questions.ts';

/** Room → item → problems, as they could be chosen in a version that is out there in drafts and reports. */
type Ways = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const FORMER = ['2026-11-21'];

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as unknown;
const words = read('locales/nl/triage.json') as Readonly<Record<string, string>>;

function* ways(version: string): Generator<RepairAnswers> {
  const rooms = read(`test/fixtures/triage-${version}.json`) as Ways;
  for (const [room, items] of Object.entries(rooms))
    for (const [item, found] of Object.entries(items)) {
      for (const problem of found) yield { danger: 'none', room, item, problem };
      for (const problem of found) yield { danger: 'none', room, problem };
    }
}

const REST: RepairAnswers = {
  selfHelp: 'rather-not',
  address: { postcode: '9401 AB', number: '12' },
  reach: 'letter',
  when: 'always',
};

for (const version of FORMER)
  describe(`what was chosen in version ${version}`, () => {
    test('is another version than this one', () => {
      assert.notEqual(version, TRIAGE_VERSION);
    });

    test('is still a report that the desk takes, of the same problem in a room with a name', () => {
      for (const answers of ways(version)) {
        const said = JSON.stringify(answers);
        const problem = problemOf(answers) ?? assert.fail(said);
        assert.equal(problem.id, answers.problem);
        assert.ok(roomOf(answers), said);
        const key = optionKey(
          repairQuestions,
          questionById(repairQuestions, 'room'),
          answers.room!,
        );
        assert.ok(words[key.replace('triage:', '')], key);
        assert.ok(veraOf(answers).location.code, said);
        if (problem.urgency === 'danger') continue;
        const sent = askedAnswers(repairQuestions, { ...answers, ...REST });
        assert.deepEqual(checkAll(repairQuestions, sent), [], said);
        assert.equal(sent.problem, answers.problem, said);
      }
    });

    test('goes on where a draft of it stopped: back to the tiles, and to another one', () => {
      const draft: RepairState = {
        version: repairQuestions.version,
        screen: 'photos',
        answers: {
          danger: 'none',
          room: 'verwarming_water',
          item: 'verwarming',
          problem: 'geen_verwarming',
          details: { koud: 'no' },
          selfHelp: 'tried',
        },
        passed: ['danger', 'what', 'item', 'problem', 'details', 'self-help'],
        furthest: 2,
        errors: [],
        editing: false,
        uploaded: [],
        phase: 'filling',
      };
      assert.equal(next(draft, { type: 'continue' }).screen, 'address');
      const back = next({ ...draft, screen: 'details' }, { type: 'back' });
      assert.equal(back.screen, 'problem');
      const other = next(back, { type: 'answer', id: 'problem', value: 'ketel_geluid' });
      assert.equal(next(other, { type: 'continue' }).screen, 'details');
    });
  });

test('nothing was ever taken away: every problem of before is still one', () => {
  const now = new Set<string>(problems.map(({ id }) => id));
  for (const version of FORMER)
    for (const { problem } of ways(version)) assert.ok(now.has(problem!), problem);
});
