import { nameInDutch } from '../../contract/languages.ts';
import { DUTCH_TIME } from '../../contract/opening-hours.ts';
import type { Words } from '../texts.ts';
import type { OutwardReport } from './outward-report.ts';

export interface Line {
  label: string;
  value: string;
}

/** What a member of staff needs, in the order in which she needs it. */
export function linesOf(
  report: OutwardReport,
  enclosed: number,
  { t }: Words,
): {
  title: string;
  head: readonly Line[];
  story: string;
  rows: readonly Line[];
  notes: readonly string[];
} {
  const { contact, urgency, answers, attachments, missing } = report;
  const line = (key: string, value: string | undefined): Line[] =>
    value ? [{ label: t(`outward:mail.${key}`), value }] : [];
  const left = attachments.length - enclosed;
  return {
    title: t('outward:mail.title', {
      urgency: t(`console:urgency.${urgency.level}`),
      what: report.what,
    }),
    head: [
      ...line('reference', report.reference),
      ...line('received', moment(report.receivedAt)),
      ...line('because', urgency.because.join(' · ')),
      ...line('where', report.where.line),
      ...line('who', contact.name),
      ...line(`reach.${contact.reach}`, reachOf(report)),
      ...line('door', [contact.door?.name, contact.door?.phone].filter(Boolean).join(', ')),
      ...line('language', nameInDutch(report.language)),
    ],
    story: answers.story?.trim() ?? '',
    rows: report.rows.filter(({ id }) => id !== 'story'),
    notes: [
      ...(contact.someoneElse ? [t('outward:mail.someone-else')] : []),
      ...(enclosed ? [t('outward:mail.enclosed', { count: enclosed })] : []),
      ...(left > 0 ? [t('outward:mail.too-large', { count: left })] : []),
      ...(missing ? [t('outward:mail.missing', { count: missing })] : []),
    ],
  };
}

const reachOf = ({ contact, where }: OutwardReport): string | undefined =>
  contact.reach === 'letter' ? where.line : contact[contact.reach];

const moment = (instant: string): string =>
  new Intl.DateTimeFormat('nl', { ...DUTCH_TIME, dateStyle: 'full', timeStyle: 'short' }).format(
    Date.parse(instant),
  );
