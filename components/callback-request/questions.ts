import {
  CALLBACK_TOPICS,
  CALLBACK_WHEN,
  checkCallback,
} from '../../src/contract/callback-choices.ts';
import type { CallbackTopic, CallbackWhen } from '../../src/contract/callback-choices.ts';
import { known, line } from '../../src/contract/question-checks.ts';
import type { Question, Questionnaire } from '../../src/contract/questionnaire.ts';

/** "Wij bellen u": what we must know to call her, and nothing else. */

export const NAME = 'callback-request';
/** May our member of staff see what she filled in before? */
export const SHARE = ['yes', 'no'] as const;

export interface CallbackAnswers {
  topic?: CallbackTopic;
  when?: CallbackWhen;
  /** Asked only where something was filled in. */
  share?: (typeof SHARE)[number];
  someoneElse?: boolean;
  name?: string;
  /** As typed. */
  phone?: string;
  interpreter?: boolean;
  about?: string;
  /** A spoken message, by its id. */
  voice?: string;
}

/** Where it is asked. */
export interface CallbackSetting {
  /** Something was filled in around it, which may go along. */
  filledIn: boolean;
  /** The phone is not spoken in her language. */
  interpreter: boolean;
}

/** We call because she asks us to: art. 6(1)(b) GDPR. */
const contract = { ground: 'contract', seenBy: ['desk-staff'] } as const;

const errorsIn = ({ phone = '', about }: CallbackAnswers, id: string) =>
  checkCallback({ phone, about }).filter(({ field }) => field === id);

const questionsIn = (setting: CallbackSetting): readonly Question<CallbackAnswers>[] => [
  {
    id: 'topic',
    kind: 'tiles',
    options: CALLBACK_TOPICS,
    check: ({ topic }) =>
      topic ? known('topic', topic, CALLBACK_TOPICS) : [{ field: 'topic', code: 'choose' }],
    ...contract,
    purpose: 'right-person',
    retention: 'report',
    private: false,
  },
  {
    id: 'when',
    kind: 'choice',
    options: CALLBACK_WHEN,
    check: ({ when }) =>
      when ? known('when', when, CALLBACK_WHEN) : [{ field: 'when', code: 'choose' }],
    ...contract,
    purpose: 'reach',
    retention: 'report',
    private: false,
  },
  {
    id: 'share',
    kind: 'choice',
    options: SHARE,
    when: () => setting.filledIn,
    check: ({ share }) =>
      share ? known('share', share, SHARE) : [{ field: 'share', code: 'choose' }],
    ...contract,
    purpose: 'right-person',
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
    id: 'name',
    kind: 'text',
    check: ({ name }) => line('name', name),
    ...contract,
    purpose: 'reach',
    retention: 'contact',
    private: true,
  },
  {
    id: 'phone',
    kind: 'phone',
    check: (answers) => [...errorsIn(answers, 'phone'), ...line('phone', answers.phone)],
    ...contract,
    purpose: 'reach',
    retention: 'contact',
    private: true,
  },
  {
    id: 'interpreter',
    kind: 'toggle',
    when: () => setting.interpreter,
    ...contract,
    purpose: 'right-person',
    retention: 'report',
    private: false,
  },
  {
    id: 'about',
    kind: 'long-text',
    check: (answers) => errorsIn(answers, 'about'),
    ...contract,
    purpose: 'right-person',
    retention: 'report',
    private: true,
  },
  {
    id: 'voice',
    kind: 'voice',
    ...contract,
    purpose: 'right-person',
    retention: 'voice',
    private: true,
  },
];

const made = new Map<string, Questionnaire<CallbackAnswers>>();

/** The questions as they are asked in this setting: one a screen, and none that is known. */
export function callbackQuestionsFor(setting: CallbackSetting): Questionnaire<CallbackAnswers> {
  const key = `${setting.filledIn}/${setting.interpreter}`;
  const found = made.get(key);
  if (found) return found;
  const questionnaire: Questionnaire<CallbackAnswers> = {
    name: NAME,
    version: 1,
    parts: ['topic', 'when', 'who', 'about', 'check'],
    questions: questionsIn(setting),
    screens: [
      { id: 'topic', part: 0, questions: ['topic'] },
      { id: 'when', part: 1, questions: ['when', 'share'] },
      { id: 'who', part: 2, questions: ['someoneElse', 'name', 'phone', 'interpreter'] },
      {
        id: 'about',
        part: 3,
        questions: ['about', 'voice'],
        // What she filled in goes along, and says it.
        when: ({ share }) => !(setting.filledIn && share === 'yes'),
      },
      { id: 'check', part: 4, questions: [] },
    ],
  };
  made.set(key, questionnaire);
  return questionnaire;
}

/** All that may be asked, wherever it is. */
export const callbackQuestions = callbackQuestionsFor({ filledIn: true, interpreter: true });

/** As on a page of its own, in a language that the phone speaks. */
export const callbackQuestionsAlone = callbackQuestionsFor({ filledIn: false, interpreter: false });
