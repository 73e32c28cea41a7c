import { Temporal } from 'temporal-polyfill';
import { repairQuestions } from '../../../components/repair-form/questions.ts';
import { questionById } from '../../contract/questionnaire.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Question, Retention } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import type { ShownRow } from '../../contract/staff.ts';
import { summarise } from '../../contract/summary.ts';
import { ZONE } from '../opening-rules.ts';
import type { Words } from '../texts.ts';

/** Photos and recordings are erased as files; that there were some is said as long as the report is kept. */
const keptWith = (question: Question<RepairAnswers>): 'report' | 'contact' =>
  question.retention === 'contact' ? 'contact' : 'report';

/** The answers that are kept for as long as this. */
export const answersKeptWith = (
  answers: RepairAnswers,
  retention: 'report' | 'contact',
): RepairAnswers =>
  Object.fromEntries(
    repairQuestions.questions
      .filter((question) => keptWith(question) === retention && answers[question.id] !== undefined)
      .map(({ id }) => [id, answers[id]]),
  ) as RepairAnswers;

/** The rows as shown to her, those that are kept for as long as this. */
export const rowsKeptWith = (
  answers: RepairAnswers,
  retention: 'report' | 'contact',
  { t, language }: Words,
  questions = repairQuestions,
): ShownRow[] =>
  summarise(questions, answers, t, language)
    .filter(
      (row) => keptWith(questionById(repairQuestions, row.id.split('.')[0] ?? '')) === retention,
    )
    .map(({ id, label, value }) => ({ id, label, value }));

/** The same day of the month, in Dutch time. @param from epoch milliseconds */
export const monthsAfter = (from: number, months: number): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(ZONE).add({ months })
      .epochMilliseconds,
  );

/** Contact data, photos and recordings never outlive the report that they belong to. */
export function eraseDates(
  months: Profile['retentionMonths'],
  received: number,
): Record<Retention, Date> {
  const after = (count: number) => monthsAfter(received, count);
  return {
    report: after(months.report),
    contact: after(Math.min(months.contact, months.report)),
    photo: after(Math.min(months.photo, months.report)),
    voice: after(Math.min(months.voice ?? months.photo, months.report)),
  };
}
