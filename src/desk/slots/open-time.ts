import { Temporal } from 'temporal-polyfill';
import type { Spans, Week } from '../../contract/appointment-staff.ts';
import { isHoliday } from '../holidays.ts';
import { weekdayOf } from '../opening-rules.ts';
import { dayOf, spansOf, twice, without, type Span } from './dutch-day.ts';

/** When somebody can be given an appointment, before any is made. Pure. */

export interface Calendar {
  week: Week;
  /** Days that are other than the week says, by ISO date. */
  days: ReadonlyMap<string, Spans>;
  closures: readonly { from: string; to: string; spans: Spans | null }[];
}

/** A day of her own wins over a holiday and a closure, those over her week. @param date ISO date */
export function openOn({ week, days, closures }: Calendar, date: string): Span[] {
  const own = days.get(date);
  if (own) return without(spansOf(date, own), twice(date));
  const day = Temporal.PlainDate.from(date);
  if (isHoliday(day)) return [];
  const closed = closures
    .filter(({ from, to }) => from <= date && date <= to)
    .flatMap(({ spans }) => (spans ? spansOf(date, spans) : [dayOf(date)]));
  return without(spansOf(date, week[weekdayOf(day)]), [...closed, ...twice(date)]);
}
