import { Temporal } from 'temporal-polyfill';
import type { Interval } from '../contract/opening-hours.ts';
import type { Hours } from '../contract/profile.ts';
import { isHoliday } from './holidays.ts';

export const ZONE = 'Europe/Amsterdam';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const weekdayOf = (date: Temporal.PlainDate): Weekday =>
  WEEKDAYS[date.dayOfWeek - 1] as Weekday;

export const dutchDate = (epochMs: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(ZONE).toPlainDate();

/** An exception wins over a holiday, a holiday over the week. */
function spansOn(hours: Hours, date: Temporal.PlainDate) {
  const exception = hours.exceptions.find((each) => each.date === date.toString());
  if (exception) return exception.spans;
  return hours.closedOnHolidays && isHoliday(date) ? [] : hours.week[weekdayOf(date)];
}

/**
 * A wall-clock time that happens twice (25 October 2026, 02:30) or never (29 March 2026, 02:30) is
 * taken on the generous side: the first for opening, the last for closing.
 */
const instantOf = (date: Temporal.PlainDate, time: string, side: 'earlier' | 'later'): string =>
  date
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(ZONE, { disambiguation: side })
    .toInstant()
    .toString();

/** The opening intervals of `days` days from the day of `from` on; what is past is left out. */
export function openingIntervals(hours: Hours, from: number, days: number): Interval[] {
  const today = dutchDate(from);
  return Array.from({ length: days }, (_, index) => today.add({ days: index }))
    .flatMap((date) =>
      spansOn(hours, date).map(([opens, closes]): Interval => [
        instantOf(date, opens, 'earlier'),
        instantOf(date, closes, 'later'),
      ]),
    )
    .filter(([, to]) => Date.parse(to) > from)
    .sort(([a], [b]) => Date.parse(a) - Date.parse(b));
}
