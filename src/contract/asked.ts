import { answeredOn, optionsOf, screensAsked } from './questionnaire.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/**
 * Only what these answers were asked for: a phone number typed before "stuur mij een brief" was
 * chosen is not sent along, and neither are follow-up answers of another problem. What is sent is
 * what check-answers showed.
 */
export function askedAnswers<A extends object>(q: Questionnaire<A>, answers: A): A {
  const asked = screensAsked(q, answers).flatMap((screen) => answeredOn(q, screen, answers));
  return Object.fromEntries(
    asked.flatMap((question) => {
      const value: unknown = answers[question.id];
      if (value === undefined) return [];
      return [[question.id, question.kind === 'details' ? details(question, answers) : value]];
    }),
  ) as A;
}

const details = <A>(question: Question<A>, answers: A): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers[question.id] as Record<string, string>).filter(([id]) =>
      optionsOf(question, answers).includes(id),
    ),
  );
