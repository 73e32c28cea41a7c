import * as check from '../../src/contract/checks.ts';
import { known, line } from '../../src/contract/question-checks.ts';
import { OTHER, UNKNOWN } from '../../src/contract/questionnaire.ts';
import type { Question, Questionnaire } from '../../src/contract/questionnaire.ts';
import { SELF_HELP } from '../../src/contract/choices.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { dangers } from '../../src/contract/triage/danger.ts';
import { NO_SETTINGS } from '../../src/contract/triage/settings.ts';
import type { TriageSettings } from '../../src/contract/triage/settings.ts';
import { currentRoom, items, problems, rooms } from '../../src/contract/triage/tree.ts';
import { contract } from './question-parts.ts';
import {
  fitsOwnWords,
  foundInOwnWords,
  itemsOf,
  problemOf,
  problemsAsked,
  roomsAsked,
} from './conditions.ts';
import { NAME, NO_DANGER, PARTS } from './outline.ts';
import { whoQuestions } from './questions-who.ts';
import { wayThrough } from './way.ts';

export {
  inDanger,
  isUrgent,
  problemOf,
  roomFound,
  roomOf,
  safetyOf,
  urgencyOfAnswers,
  warningOf,
} from './conditions.ts';
export { NO_DANGER };

const questions: readonly Question<RepairAnswers>[] = [
  {
    id: 'danger',
    kind: 'rows',
    options: [...dangers.map((danger) => danger.id), NO_DANGER],
    optionTexts: 'danger:danger.',
    check: ({ danger }) =>
      danger === undefined
        ? [{ field: 'danger', code: 'choose' }]
        : known('danger', danger, [...dangers.map((each) => each.id), NO_DANGER]),
    ...contract,
    purpose: 'safety',
    retention: 'report',
    private: false,
  },
  {
    id: 'someoneElse',
    kind: 'toggle',
    ...contract,
    purpose: 'reach',
    retention: 'report',
    private: false,
  },
  {
    id: 'story',
    kind: 'long-text',
    check: ({ story }) => line('story', story, check.LIMITS.story),
    ...contract,
    purpose: 'understand',
    retention: 'report',
    private: true,
  },
  {
    id: 'voice',
    kind: 'voice',
    ...contract,
    purpose: 'understand',
    retention: 'voice',
    private: true,
  },
  {
    id: 'room',
    kind: 'tiles',
    options: (answers) => [...roomsAsked(answers), OTHER, UNKNOWN],
    optionTexts: 'triage:room.',
    current: currentRoom,
    check: ({ room }) =>
      known('room', room && currentRoom(room), [...rooms.map((each) => each.id), OTHER, UNKNOWN]),
    resets: (after) => (fitsOwnWords(after) ? [] : ['item', 'problem', 'details', 'selfHelp']),
    ...contract,
    purpose: 'understand',
    retention: 'report',
    private: false,
  },
  {
    id: 'item',
    kind: 'tiles',
    options: (answers) => [...itemsOf(answers), OTHER, UNKNOWN],
    optionTexts: 'triage:item.',
    check: (answers) =>
      answers.item === undefined
        ? [{ field: 'item', code: 'choose' }]
        : known('item', answers.item, [...items.map(({ id }) => id), OTHER, UNKNOWN]),
    resets: () => ['problem', 'details', 'selfHelp'],
    ...contract,
    purpose: 'understand',
    retention: 'report',
    private: false,
  },
  {
    id: 'problem',
    kind: 'tiles',
    options: (answers) => [...problemsAsked(answers), OTHER, UNKNOWN],
    optionTexts: 'triage:problem.',
    check: (answers) =>
      answers.problem === undefined
        ? [{ field: 'problem', code: 'choose' }]
        : known('problem', answers.problem, [...problems.map(({ id }) => id), OTHER, UNKNOWN]),
    // Found in her own words, it may be a problem that the room chosen before does not have.
    resets: (after) =>
      foundInOwnWords(after) && !fitsOwnWords(after)
        ? ['room', 'details', 'selfHelp']
        : ['details', 'selfHelp'],
    ...contract,
    purpose: 'understand',
    retention: 'report',
    private: false,
  },
  {
    id: 'details',
    kind: 'details',
    options: (answers) => problemOf(answers)?.ask ?? [],
    check: ({ details }) =>
      Object.entries(details ?? {}).flatMap(([id, value]) => line(`details.${id}`, value)),
    ...contract,
    purpose: 'understand',
    retention: 'report',
    private: false,
  },
  {
    id: 'selfHelp',
    kind: 'choice',
    options: SELF_HELP,
    check: ({ selfHelp }) => (selfHelp ? [] : [{ field: 'selfHelp', code: 'choose' }]),
    ...contract,
    purpose: 'understand',
    retention: 'report',
    private: false,
  },
  {
    id: 'photos',
    kind: 'photos',
    ...contract,
    purpose: 'understand',
    retention: 'photo',
    private: true,
  },
  ...whoQuestions,
];

const made = new WeakMap<TriageSettings, Questionnaire<RepairAnswers>>();

/** The repair form as an association has it: what is urgent there, and where self-help is offered. */
export function repairQuestionsFor(
  settings: TriageSettings = NO_SETTINGS,
): Questionnaire<RepairAnswers> {
  const found = made.get(settings);
  if (found) return found;
  const questionnaire = {
    name: NAME,
    version: 1,
    parts: PARTS,
    questions,
    screens: wayThrough(settings),
  };
  made.set(settings, questionnaire);
  return questionnaire;
}

/** As it is when an association sets nothing otherwise. */
export const repairQuestions = repairQuestionsFor();
