import { problemOf, roomOf } from '../../../components/repair-form/questions.ts';
import { items } from '../../contract/triage/tree.ts';
import type { Words } from '../texts.ts';
import type { OutwardReport } from './outward-report.ts';

/**
 * "Spoed: De kraan druppelt, keuken (K7M4-P2XR-9)". Only words of our own: never the beginning of what
 * she typed, no name, no address. A subject is shown on locked screens and kept in mail logs.
 */
export function mailSubject(
  { reference, urgency, answers }: Pick<OutwardReport, 'reference' | 'urgency' | 'answers'>,
  { t }: Words,
): string {
  const problem = problemOf(answers);
  const item = items.find(({ id }) => id === answers.item);
  const room = roomOf(answers);
  const what = problem
    ? t(`triage:problem.${problem.id}`)
    : item
      ? t(`triage:item.${item.id}`)
      : t('outward:mail.subject.own-words');
  return t('outward:mail.subject', {
    urgency: t(`console:urgency.${urgency.level}`),
    what: [what, room && t(`triage:room.${room.id}`).toLowerCase()].filter(Boolean).join(', '),
    reference,
  });
}
