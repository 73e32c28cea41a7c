import type { Report, ShownRow } from '../contract/staff.ts';
import { DUTCH_TIME } from '../contract/opening-hours.ts';
import { languageWords, linkTo, shownPhone } from './format.ts';
import { t } from './texts.ts';

/** Answers that say when and how somebody gets in. */
const ACCESS = ['when', 'days', 'doorName', 'doorPhone', 'needs'];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const answer = ({ label, value }: ShownRow): string =>
  `${oneLine(label)}${/[?:]$/.test(label.trim()) ? '' : ':'} ${oneLine(value)}`;

const received = (instant: string): string =>
  new Intl.DateTimeFormat('nl', {
    ...DUTCH_TIME,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(instant));

/**
 * A report as plain text for the association's own system. Every line is always there and in this order, so
 * that the eye finds it. What somebody typed takes one line, and her own words come last and indented:
 * nothing in them can pass for a line of ours, or for a formula in a sheet.
 */
export function copyBlock(report: Report): string {
  const { reach, because, urgency, shown, story } = report;
  const rows = (some: (id: string) => boolean) =>
    shown.nl.filter(({ id }) => some(id)).map((row) => answer(row));
  const reached =
    reach.kind === 'letter'
      ? t('report.letter')
      : linkTo(reach.value)?.startsWith('tel:')
        ? shownPhone(reach.value)
        : reach.value;
  const lines: readonly (readonly [words: string, value: string])[] = [
    [t('copy.reference'), report.reference],
    [
      t('copy.received'),
      [
        received(report.receivedAt),
        t(`report.channel.${report.channel}`),
        languageWords(report),
      ].join(', '),
    ],
    [
      t('copy.who'),
      [report.who, report.someoneElse ? t('report.someone-else') : ''].filter(Boolean).join('. '),
    ],
    [t('copy.reach'), reached],
    [t('copy.where'), report.where],
    [t('copy.what'), [report.what, ...rows((id) => id.startsWith('details.'))].join('. ')],
    [t('copy.urgency'), [t(`urgency.${urgency}`), ...because].join('. ')],
    [t('copy.safety'), report.safety.join(' ')],
    [t('copy.access'), rows((id) => ACCESS.includes(id)).join('. ')],
    [t('copy.photos'), String(report.photos)],
    [t('copy.recording'), t(report.recording ? 'copy.recording.here' : 'copy.recording.none')],
    [t('copy.together'), report.together.map(({ reference }) => reference).join(', ')],
  ];
  const told = story.trim() ? story.trim().split(/\r?\n/) : ['-'];
  return [
    ...lines.map(([words, value]) => `${words}: ${oneLine(value) || '-'}`),
    `${t('copy.story')}:`,
    ...told.map((line) => `  ${line.trim()}`),
  ].join('\n');
}
