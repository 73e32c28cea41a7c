import { checkMessage } from '../../src/contract/checks.ts';
import type { Question, Questionnaire } from '../../src/contract/questionnaire.ts';

export interface __Name__Answers {
  text?: string;
  reach?: string;
}

const errorsIn = ({ text = '', reach = '' }: __Name__Answers, field: string) =>
  checkMessage({ text, reach }).filter((error) => error.field === field);

/** Asked of the tenancy itself: without it we cannot answer (art. 6(1)(b) GDPR). */
const contract = { ground: 'contract', seenBy: ['desk-staff'], private: true } as const;

const questions: readonly Question<__Name__Answers>[] = [
  {
    id: 'text',
    kind: 'long-text',
    check: (answers) => errorsIn(answers, 'text'),
    ...contract,
    purpose: 'understand',
    retention: 'report',
  },
  {
    id: 'reach',
    kind: 'text',
    check: (answers) => errorsIn(answers, 'reach'),
    ...contract,
    purpose: 'reach',
    retention: 'contact',
  },
];

export const __camel__Questions: Questionnaire<__Name__Answers> = {
  name: '__name__',
  version: 1,
  parts: ['ask', 'check'],
  questions,
  screens: [
    { id: 'ask', part: 0, questions: ['text', 'reach'] },
    { id: 'check', part: 1, questions: [] },
  ],
};
