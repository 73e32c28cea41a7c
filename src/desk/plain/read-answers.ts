import { repairQuestions } from '../../../components/repair-form/questions.ts';
import { optionsOf, questionById, withAnswer } from '../../contract/questionnaire.ts';
import type { Question } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { withinLimits } from './state.ts';

/** A form as it was posted: every value under its name, in order. */
export type Posted = ReadonlyMap<string, readonly (string | File)[]>;

export const ADDRESS_PARTS = ['postcode', 'number', 'addition', 'street', 'city'] as const;

/** The name of the choice under her own words, and of its last row. */
export const SUGGESTION = 'suggestion';
export const NO_SUGGESTION = 'none';

/** The name of the control of a question, or of a part of it. */
export const nameOf = (id: string, part?: string): string =>
  part === undefined ? `a.${id}` : `a.${id}.${part}`;

export const textsIn = (posted: Posted, name: string): string[] =>
  (posted.get(name) ?? []).filter((each) => typeof each === 'string');

export const textIn = (posted: Posted, name: string): string | undefined =>
  textsIn(posted, name)[0]?.replaceAll('\r\n', '\n') || undefined;

type Id = Extract<keyof RepairAnswers, string>;

/** What was filled in for one question, by its kind. */
function valueIn(
  posted: Posted,
  question: Question<RepairAnswers>,
  answers: RepairAnswers,
): unknown {
  const { id } = question;
  switch (question.kind) {
    case 'several':
    case 'days': {
      const chosen = textsIn(posted, nameOf(id));
      return chosen.length ? chosen : undefined;
    }
    case 'toggle':
      return posted.has(nameOf(id)) || undefined;
    case 'details': {
      const given = optionsOf(question, answers).flatMap((part) => {
        const text = textIn(posted, nameOf(id, part));
        return text ? [[part, text] as const] : [];
      });
      return given.length ? Object.fromEntries(given) : undefined;
    }
    case 'address':
      return Object.fromEntries(
        ADDRESS_PARTS.flatMap((part) => {
          const text = textIn(posted, nameOf(id, part));
          return text ? [[part, text] as const] : [];
        }),
      );
    case 'photos':
      return answers.photos;
    case 'voice':
      return answers.voice;
    default:
      return textIn(posted, nameOf(id));
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The answers with what was filled in on a page. What a changed answer wipes is wiped; a value that
 * no control of ours can give is left out.
 *
 * @param asked ids of the questions that were on the page
 */
export function readAnswers(
  before: RepairAnswers,
  posted: Posted,
  asked: readonly string[],
): RepairAnswers {
  return asked.reduce((answers, id) => {
    const question = questionById(repairQuestions, id as Id);
    const value = valueIn(posted, question, answers);
    if (same(value, answers[question.id])) return answers;
    const after = withAnswer(
      repairQuestions,
      answers,
      question.id,
      value as RepairAnswers[Id],
    ).answers;
    return withinLimits(after) ? after : answers;
  }, before);
}
