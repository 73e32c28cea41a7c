/**
 * Opening hours as the browser needs them: intervals of instants that the desk worked out from the
 * association's rules for the next 28 days, so that no device needs a calendar, a time zone or a
 * holiday list. Pure.
 */

/** `[from, to)`, ISO 8601 instants in UTC, ascending, not overlapping. */
export type Interval = readonly [from: string, to: string];

export type Opening =
  | { state: 'open'; until: string }
  | { state: 'closed'; opens: string }
  | { state: 'closed'; opens: undefined };

/** Whether it is open at `now` (epoch milliseconds), until when, or when it opens next. */
export function openingAt(intervals: readonly Interval[], now: number): Opening {
  for (const [from, to] of intervals) {
    if (now >= Date.parse(to)) continue;
    return now >= Date.parse(from)
      ? { state: 'open', until: to }
      : { state: 'closed', opens: from };
  }
  return { state: 'closed', opens: undefined };
}

/** Options that keep every language on Gregorian dates, Latin digits, 24 hours and Dutch time. */
export const DUTCH_TIME = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
} as const satisfies Intl.DateTimeFormatOptions;

/** "17:00". */
export const timeOf = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language, { ...DUTCH_TIME, hour: '2-digit', minute: '2-digit' }).format(
    Date.parse(instant),
  );

/** "dinsdag 1 december". */
export const dayOf = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    ...DUTCH_TIME,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(Date.parse(instant));

/**
 * "2026-12-01": the date in the Netherlands at this instant. Put together from its parts: no language
 * writes it so everywhere. ("en-CA" is 1/12/2026 in WebKitGTK 2.50, which has ICU 72.)
 */
export function dateOf(instant: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    ...DUTCH_TIME,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}
