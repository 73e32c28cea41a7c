import * as check from '../../src/contract/checks.ts';
import { NEEDS, REACH, WHEN } from '../../src/contract/choices.ts';
import { checkPhone, line } from '../../src/contract/question-checks.ts';
import type { Question } from '../../src/contract/questionnaire.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { checkAddress, contract } from './question-parts.ts';
import { CALL_FIRST, canCall, promisesOfCall } from './conditions.ts';

/** Where she lives, how we reach her, and when we may come. */
export const whoQuestions: readonly Question<RepairAnswers>[] = [
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
