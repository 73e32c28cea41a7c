import { problemOf, roomOf, urgencyOfAnswers } from '../../../components/repair-form/questions.ts';
import { OTHER, UNKNOWN } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { details } from '../../contract/triage/details.ts';
import type { TriageSettings } from '../../contract/triage/settings.ts';
import type { Words } from '../texts.ts';

const LONGEST = 90;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
};

const known = (id: string | undefined): id is string =>
  id !== undefined && id !== OTHER && id !== UNKNOWN;

/** "De kraan drupt, keuken", or the beginning of her own words, or that she spoke them: one line for the list. */
export function whatInWords(answers: RepairAnswers, { t }: Words): string {
  const room = roomOf(answers);
  const place = room && t(`triage:room.${room.id}`).toLowerCase();
  const problem = problemOf(answers);
  const item = known(answers.item) ? t(`triage:item.${answers.item}`) : undefined;
  const told = answers.story?.trim();
  const what = problem ? t(`triage:problem.${problem.id}`) : told ? shortened(told) : item;
  const spoken = answers.voice === undefined ? undefined : t('desk:report.what-spoken');
  return [what ?? spoken ?? t('desk:report.what-unknown'), place].filter(Boolean).join(', ');
}

/** Why it is this urgent: the follow-up questions that she answered with yes, or the problem. */
export const becauseInWords = (
  answers: RepairAnswers,
  { t }: Words,
  settings?: TriageSettings,
): string[] =>
  urgencyOfAnswers(answers, settings).because.map((id) =>
    details.some((detail) => detail.id === id)
      ? `${t(`triage:detail.${id}`)} ${t('frame:yes')}`
      : t(`triage:problem.${id}`),
  );
