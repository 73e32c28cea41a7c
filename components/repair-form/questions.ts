import * as check from '../../src/contract/checks.ts';
import { OTHER, UNKNOWN } from '../../src/contract/questionnaire.ts';
import type { FieldError, Question, Questionnaire } from '../../src/contract/questionnaire.ts';
import { NEEDS, REACH, SELF_HELP, WHEN } from '../../src/contract/choices.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { dangers, safeties } from '../../src/contract/triage/danger.ts';
import type { Safety } from '../../src/contract/triage/danger.ts';
import { currentRoom, items, problems, problemsOf, rooms } from '../../src/contract/triage/tree.ts';
import type { Problem, Room } from '../../src/contract/triage/tree.ts';
import { safetyOf as safetyOfProblem, urgencyOf } from '../../src/contract/triage/urgency.ts';
import type { Decision } from '../../src/contract/triage/urgency.ts';
import { NAME, NO_DANGER, PARTS } from './outline.ts';

export { NO_DANGER };

/** The room she named, or the one that took its place since. */
export const roomOf = ({ room }: RepairAnswers): Room | undefined =>
  room === undefined ? undefined : rooms.find(({ id }) => id === currentRoom(room));

export const problemOf = (answers: RepairAnswers): Problem | undefined =>
  problems.find((problem) => problem.id === answers.problem);

/** How urgent, and which answers made it so. */
export const urgencyOfAnswers = (answers: RepairAnswers): Decision =>
  urgencyOf(problemOf(answers), answers.details ?? {});

/** Chosen from the suggestions under her own words, not by way of the tiles. */
const foundInOwnWords = (answers: RepairAnswers): boolean =>
  problemOf(answers) !== undefined && answers.item === undefined;

/** A problem found in her own words stays when she then says in which of its rooms it is. */
const fitsOwnWords = (after: RepairAnswers): boolean =>
  foundInOwnWords(after) &&
  (after.room === OTHER ||
    after.room === UNKNOWN ||
    problemOf(after)?.rooms.some((room) => room === roomOf(after)?.id) === true);

const roomsAsked = (answers: RepairAnswers): readonly string[] =>
  foundInOwnWords(answers) ? (problemOf(answers)?.rooms ?? []) : rooms.map((room) => room.id);

const itemsOf = (answers: RepairAnswers): readonly string[] => roomOf(answers)?.items ?? [];

const problemsAsked = (answers: RepairAnswers): readonly string[] => {
  const room = roomOf(answers);
  const item = items.find((each) => each.id === answers.item);
  return room && item ? problemsOf(room.id, item.id).map((problem) => problem.id) : [];
};

const known = (
  field: string,
  value: string | undefined,
  allowed: readonly string[],
): FieldError[] =>
  value === undefined || allowed.includes(value) ? [] : [{ field, code: 'unknown-choice' }];

const line = (
  field: string,
  value: string | undefined,
  limit: number = check.LIMITS.text,
): FieldError[] => {
  const code = check.tooLong(value, limit);
  return code ? [{ field, code }] : [];
};

/** Asked of the tenancy itself: without it we cannot do the repair (art. 6(1)(b) GDPR). */
const contract = { ground: 'contract', seenBy: ['desk-staff', 'technician'] } as const;

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
  {
    id: 'address',
    kind: 'address',
    check: ({ address = {} }) => checkAddress(address),
    ...contract,
    purpose: 'find-home',
    retention: 'report',
    private: true,
  },
  {
    id: 'name',
    kind: 'text',
    check: ({ name }) => line('name', name),
    ...contract,
    purpose: 'reach',
    retention: 'contact',
    private: true,
  },
  {
    id: 'reach',
    kind: 'choice',
    options: REACH,
    resets: promisesOfCall,
    check: ({ reach }) => (reach ? [] : [{ field: 'reach', code: 'choose' }]),
    ...contract,
    purpose: 'reach',
    retention: 'contact',
    private: false,
  },
  {
    id: 'phone',
    kind: 'phone',
    when: ({ reach }) => reach === 'phone',
    check: ({ phone }) => checkPhone('phone', phone, true),
    ...contract,
    purpose: 'reach',
    retention: 'contact',
    private: true,
  },
  {
    id: 'email',
    kind: 'email',
    when: ({ reach }) => reach === 'email',
    check: ({ email = '' }) => {
      if (!email.trim()) return [{ field: 'email', code: 'missing' }];
      return check.email(email) ? [] : [{ field: 'email', code: 'email' }];
    },
    ...contract,
    purpose: 'reach',
    retention: 'contact',
    private: true,
  },
  {
    // On paper as well, for whoever keeps letters and not mail.
    id: 'letter',
    kind: 'toggle',
    when: ({ reach }) => reach === 'phone' || reach === 'email',
    ...contract,
    purpose: 'reach',
    retention: 'report',
    private: false,
  },
  {
    id: 'doorName',
    kind: 'text',
    check: ({ doorName }) => line('doorName', doorName),
    ...contract,
    purpose: 'plan-visit',
    retention: 'contact',
    private: true,
  },
  {
    id: 'doorPhone',
    kind: 'phone',
    check: ({ doorPhone }) => checkPhone('doorPhone', doorPhone, false),
    resets: promisesOfCall,
    ...contract,
    purpose: 'plan-visit',
    retention: 'contact',
    private: true,
  },
  {
    id: 'when',
    kind: 'choice',
    options: (answers) => WHEN.filter((each) => each !== CALL_FIRST || canCall(answers)),
    check: ({ when }) => (when ? [] : [{ field: 'when', code: 'choose' }]),
    ...contract,
    purpose: 'plan-visit',
    retention: 'report',
    private: false,
  },
  {
    id: 'days',
    kind: 'days',
    when: ({ when }) => when === 'pick',
    check: ({ days }) => (days?.length ? [] : [{ field: 'days', code: 'day' }]),
    ...contract,
    purpose: 'plan-visit',
    retention: 'report',
    private: false,
  },
  {
    // Needs, never reasons: a reason would be health data (art. 9 GDPR).
    id: 'needs',
    kind: 'several',
    options: (answers) => NEEDS.filter((each) => each !== CALL_FIRST || canCall(answers)),
    ...contract,
    purpose: 'plan-visit',
    retention: 'contact',
    private: true,
  },
];

function checkPhone(field: string, typed = '', required: boolean): FieldError[] {
  if (!typed.trim()) return required ? [{ field, code: 'missing' }] : [];
  if (check.tooLong(typed, check.LIMITS.text)) return [{ field, code: 'too-long' }];
  return check.phone(typed) ? [] : [{ field, code: 'phone' }];
}

/** A postcode and a number, or (when the postcode is not known) a street, a number and a town. */
function checkAddress(address: NonNullable<RepairAnswers['address']>): FieldError[] {
  const has = (part: keyof typeof address) => Boolean(address[part]?.trim());
  const byStreet = address.street !== undefined && !has('postcode');
  const errors: FieldError[] = [];
  if (byStreet && !has('street')) errors.push({ field: 'address.street', code: 'street' });
  if (!byStreet && !has('postcode')) errors.push({ field: 'address.postcode', code: 'missing' });
  else if (!byStreet && !check.postcode(address.postcode ?? ''))
    errors.push({ field: 'address.postcode', code: 'postcode' });
  if (!has('number')) errors.push({ field: 'address.number', code: 'missing' });
  else if (!check.houseNumber(address.number ?? ''))
    errors.push({ field: 'address.number', code: 'house-number' });
  if (byStreet && !has('city')) errors.push({ field: 'address.city', code: 'missing' });
  return [
    ...errors,
    ...line('address.street', address.street),
    ...line('address.addition', address.addition),
    ...line('address.city', address.city),
  ];
}

/** "Bel mij eerst" is only offered to somebody whom we can call. */
const CALL_FIRST = 'call-first';

const canCall = ({ reach, doorPhone }: RepairAnswers): boolean =>
  reach === 'phone' || Boolean(doorPhone?.trim());

/** Answers that ask for a call which nobody could make any more. */
function promisesOfCall(after: RepairAnswers): readonly ('when' | 'needs')[] {
  if (canCall(after)) return [];
  return [
    ...(after.when === CALL_FIRST ? (['when'] as const) : []),
    ...(after.needs?.includes(CALL_FIRST) ? (['needs'] as const) : []),
  ];
}

/** Something must be done before anything else: the form stops. */
export const inDanger = (answers: RepairAnswers): boolean =>
  (answers.danger !== undefined && answers.danger !== NO_DANGER) ||
  urgencyOfAnswers(answers).urgency === 'danger';

const calm = (answers: RepairAnswers): boolean => !inDanger(answers);

/** What to do now: in danger, or until help for something urgent comes. */
export function safetyOf(answers: RepairAnswers): Safety | undefined {
  const danger = dangers.find((each) => each.id === answers.danger);
  const id = danger?.safety ?? safetyOfProblem(problemOf(answers), answers.details ?? {});
  return id && safeties[id];
}

const hasTiles = (answers: RepairAnswers): boolean => roomOf(answers) !== undefined;

/** Nothing chosen and nothing told: we ask once more, and it may stay empty. */
const nothingTold = (answers: RepairAnswers): boolean =>
  !problemOf(answers) && !answers.story?.trim();

const isUrgent = (answers: RepairAnswers): boolean =>
  urgencyOfAnswers(answers).urgency === 'urgent';

type When = (answers: RepairAnswers) => boolean;
const all =
  (...conditions: When[]): When =>
  (answers) =>
    conditions.every((condition) => condition(answers));
const not =
  (condition: When): When =>
  (answers) =>
    !condition(answers);
const noDangerNow: When = ({ danger }) => danger === undefined || danger === NO_DANGER;

/**
 * The repair form: 5 parts. A dripping tap takes ten screens, the confirmation among them. `stop`
 * and `outside` are the end of the way: nothing is asked of somebody in danger.
 */
export const repairQuestions: Questionnaire<RepairAnswers> = {
  name: NAME,
  version: 1,
  parts: PARTS,
  questions,
  screens: [
    { id: 'danger', part: 0, questions: ['danger', 'someoneElse'] },
    { id: 'what', part: 1, questions: ['story', 'room'], when: noDangerNow },
    {
      id: 'item',
      part: 1,
      questions: ['item'],
      when: all(noDangerNow, hasTiles, not(foundInOwnWords)),
    },
    {
      id: 'problem',
      part: 1,
      questions: ['problem'],
      when: all(noDangerNow, (answers) => problemsAsked(answers).length > 0, not(foundInOwnWords)),
    },
    { id: 'tell', part: 1, questions: ['story'], when: all(noDangerNow, nothingTold) },
    {
      id: 'details',
      part: 1,
      questions: ['details'],
      when: all(noDangerNow, (answers) => (problemOf(answers)?.ask.length ?? 0) > 0),
    },
    { id: 'stop', part: 1, questions: [], when: inDanger },
    {
      id: 'outside',
      part: 1,
      questions: [],
      when: all(inDanger, (answers) => safetyOf(answers)?.leaveFirst === true),
    },
    { id: 'urgent', part: 1, questions: [], when: all(calm, isUrgent) },
    {
      id: 'self-help',
      part: 1,
      questions: ['selfHelp'],
      when: all(calm, not(isUrgent), (answers) => problemOf(answers)?.selfHelp === true),
    },
    { id: 'photos', part: 2, questions: ['photos'], when: calm },
    { id: 'address', part: 3, questions: ['address'], when: calm },
    {
      id: 'contact',
      part: 3,
      questions: ['name', 'reach', 'phone', 'email', 'letter'],
      when: calm,
    },
    {
      id: 'door',
      part: 3,
      questions: ['doorName', 'doorPhone'],
      when: all(calm, ({ someoneElse }) => someoneElse === true),
    },
    { id: 'visit', part: 3, questions: ['when', 'days', 'needs'], when: calm },
    { id: 'check', part: 4, questions: [], when: calm },
  ],
};
