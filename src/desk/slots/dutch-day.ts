import { Temporal } from 'temporal-polyfill';
import type { Spans } from '../../contract/appointment-staff.ts';
import { ZONE } from '../opening-rules.ts';

/**
 * Wall clock to instants, where a promise hangs on it. Of a time that happens twice (25 October 2026,
 * 02:30) the span that is sure to be meant is taken, of one that never happens (29 March 2026, 02:30)
 * nothing: a span begins late and ends early. (Opening hours do the opposite: there nothing is promised
 * to one person.) All pure.
 */

/** `[from, to)`, epoch milliseconds. */
export type Span = readonly [from: number, to: number];

const midnight = (date: Temporal.PlainDate): number =>
  date.toZonedDateTime({ timeZone: ZONE }).epochMilliseconds;

function instantOf(date: Temporal.PlainDate, time: string, side: 'earlier' | 'later'): number {
  if (time === '24:00') return midnight(date.add({ days: 1 }));
  return date
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(ZONE, { disambiguation: side }).epochMilliseconds;
}

/** What has been worked out: the same few times of the same few months are asked all day long. */
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

function instantAt(date: string, time: string, side: 'earlier' | 'later'): number {
  const key = `${date} ${time} ${side}`;
  let instant = known.get(key);
  if (instant === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    instant = instantOf(Temporal.PlainDate.from(date), time, side);
    known.set(key, instant);
  }
  return instant;
}

/** @param date ISO date */
export const spansOf = (date: string, spans: Spans): Span[] =>
  spans
    .map(([from, to]): Span => [instantAt(date, from, 'later'), instantAt(date, to, 'earlier')])
    .filter(([from, to]) => from < to);

/** The whole day: 23 hours in March, 25 in October. */
export const dayOf = (date: string): Span => [
  instantAt(date, '00:00', 'later'),
  instantAt(date, '24:00', 'later'),
];

/**
 * The hours of which the wall clock shows each moment twice, on this day: an appointment at "02:30" then
 * is not one that two people understand alike, and none is made.
 */
export function twice(date: string): Span[] {
  const [from, to] = dayOf(date);
  if (to - from <= 24 * 3_600_000) return [];
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: ZONE });
  const change = zoned.getTimeZoneTransition('next')!;
  const extra = to - from - 24 * 3_600_000;
  return [[change.epochMilliseconds - extra, change.epochMilliseconds + extra]];
}

/** What is left of `spans`, which are ascending, without `taken`. */
export const without = (spans: readonly Span[], taken: readonly Span[]): Span[] =>
  taken.reduce<Span[]>(
    (left, [from, to]) =>
      left.flatMap(([a, b]): Span[] =>
        to <= a || from >= b
          ? [[a, b]]
          : [...(from > a ? [[a, from] as const] : []), ...(to < b ? [[to, b] as const] : [])],
      ),
    [...spans],
  );

/** Dates have no zone: counted in UTC, where a day has 24 hours. (Temporal takes 15 times as long.) */
const dateAt = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
const daysTo = (date: string): number => Date.parse(date) / DAY;
const DAY = 86_400_000;

/** ISO dates, both included. */
export const datesBetween = (first: string, last: string): string[] =>
  Array.from({ length: Math.max(0, daysTo(last) - daysTo(first) + 1) }, (_, index) =>
    dateAt(daysTo(first) + index),
  );

/** @param date ISO date */
export const daysAfter = (date: string, days: number): string => dateAt(daysTo(date) + days);
