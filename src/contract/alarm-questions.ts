import { phone, tooLong, LIMITS } from './checks.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What "Laat uw nummer achter" asks: her number, and where, which may be left out. */
export interface AlarmAnswers {
  phone?: string;
  where?: string;
}

const why = { ground: 'contract', seenBy: ['desk-staff'], private: true } as const;

export const alarmQuestions: Questionnaire<AlarmAnswers> = {
  name: 'alarm',
  version: 1,
  parts: [],
  questions: [
    {
      id: 'phone',
      kind: 'phone',
      check: ({ phone: typed = '' }) => {
        if (!typed.trim()) return [{ field: 'phone', code: 'missing' }];
        if (tooLong(typed, LIMITS.text)) return [{ field: 'phone', code: 'too-long' }];
        return phone(typed) ? [] : [{ field: 'phone', code: 'phone' }];
      },
      purpose: 'reach',
      retention: 'contact',
      ...why,
    },
    {
      id: 'where',
      kind: 'text',
      // Never refused for what it says: a person reads it, and she may be in a hurry.
      check: ({ where }) =>
        tooLong(where, LIMITS.text) ? [{ field: 'where', code: 'too-long' }] : [],
      purpose: 'find-home',
      retention: 'contact',
      ...why,
    },
  ],
  screens: [{ id: 'alarm', part: 0, questions: ['phone', 'where'] }],
};
