import type { NewOutage } from '../../contract/outages.ts';
import { dayOf, timeOf } from '../../contract/opening-hours.ts';
import type { Words } from '../texts.ts';

/** What is out, where, until when, and that nobody needs to report it: one line each. */
export const outageInWords = (
  { kind, areas, until }: NewOutage,
  { t, language }: Words,
): string[] => [
  t(`desk:outage.kind.${kind}`),
  t('desk:outage.where', { areas: areas.join(', ') }),
  t('desk:outage.until', { day: dayOf(until, language), time: timeOf(until, language) }),
  t('desk:outage.known'),
];
