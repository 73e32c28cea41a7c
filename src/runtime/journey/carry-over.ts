import {
  checkScreen,
  currentOf,
  optionsOf,
  OTHER,
  screensAsked,
  UNKNOWN,
} from '../../contract/questionnaire.ts';
import type { Kind, Question, Questionnaire } from '../../contract/questionnaire.ts';
import type { FormState } from './model.ts';
import { opened } from './moves.ts';

/**
 * A draft that an older, or a newer, version of the form left in this tab: what she typed there is not
 * asked again. Every answer that still has a question, the right shape and a choice that still exists
 * is taken over; the rest is left behind. Pure, and loaded only when there is such a draft.
 */

type Shape = (value: unknown) => boolean;

const isText: Shape = (value) => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areTexts: Shape = (value) => Array.isArray(value) && value.every(isText);
const isTextByName: Shape = (value) => isRecord(value) && Object.values(value).every(isText);

const SHAPES: Readonly<Record<Kind, Shape>> = {
  rows: isText,
  tiles: isText,
  choice: isText,
  text: isText,
  'long-text': isText,
  phone: isText,
  email: isText,
  voice: isText,
  several: areTexts,
  days: areTexts,
  photos: areTexts,
  toggle: (value) => typeof value === 'boolean',
  address: isTextByName,
  details: isTextByName,
};

function still<A>(question: Question<A>, value: unknown, answers: A): boolean {
  if (!SHAPES[question.kind](value)) return false;
  const options = optionsOf(question, answers);
  const exists = (choice: unknown) =>
    choice === OTHER || choice === UNKNOWN || options.includes(currentOf(question, String(choice)));
  return !options.length || [value].flat().every(exists);
}

function answersOf<A extends object>(q: Questionnaire<A>, stored: unknown): A {
  const answers: Record<string, unknown> = {};
  if (!isRecord(stored)) return answers as A;
  for (const question of q.questions) {
    const value = stored[question.id];
    if (value !== undefined && still(question, value, answers as A)) answers[question.id] = value;
  }
  return answers as A;
}

/**
 * @param stored whatever was kept
 * @param start the state of a form that was just begun
 * @returns as far as its answers reach; one that was being sent goes on being sent, with the body that
 *   the outbox kept; one that was sent keeps its reference
 */
export function carriedOver<A extends object, R, S extends FormState<A, R>>(
  q: Questionnaire<A>,
  stored: unknown,
  start: S,
): S {
  if (!isRecord(stored)) return start;
  const { phase, sendKey, receipt, language } = stored;
  const answers = answersOf(q, stored['answers']);
  if (phase === 'sent' && isRecord(receipt))
    return { ...start, answers, phase, receipt: receipt as R };
  const list = (value: unknown) => (areTexts(value) ? (value as string[]) : []);
  const passed = screensAsked(q, answers)
    .filter((screen) => list(stored['passed']).includes(screen.id))
    .filter((screen) => checkScreen(q, screen, answers).length === 0);
  const begun: S = {
    ...start,
    answers,
    passed: passed.map(({ id }) => id),
    uploaded: list(stored['uploaded']),
    unchecked: list(stored['unchecked']),
    ...(isText(stored['recording']) ? { recording: stored['recording'] as string } : {}),
  };
  const last = q.screens[q.screens.length - 1]!;
  if (phase === 'sending' && isText(sendKey) && isText(language))
    return { ...begun, screen: last.id, furthest: last.part, phase, sendKey, language } as S;
  const next = screensAsked(q, answers).find(({ id }) => !begun.passed.includes(id)) ?? last;
  const wanted = screensAsked(q, answers).find(({ id }) => id === stored['screen']);
  return { ...begun, ...opened(q, opened(q, begun, next.id), (wanted ?? next).id) };
}
