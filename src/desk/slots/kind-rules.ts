import type { KindRules } from '../../contract/appointment-staff.ts';
import type { Shows, Time } from '../../contract/appointment.ts';
import { addWorkingDays } from '../holidays.ts';
import { dutchDate } from '../opening-rules.ts';
import { datesBetween, dayOf, daysAfter, spansOf, type Span } from './dutch-day.ts';

/** What the association set for a kind of appointment, as times. Pure; `now` in epoch milliseconds. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const showsOf = ({ windows }: KindRules): Shows => (windows.length ? 'window' : 'time');

/** How long whoever does it is taken up, the way to the next one included. */
export const busyFor = ({ minutes, travelMinutes }: KindRules): number =>
  (minutes + travelMinutes) * MINUTE;

/** No window and no conversation begins before this. */
export function earliest({ leadHours, leadWorkingDays }: KindRules, now: number): number {
  const fromDay = leadWorkingDays
    ? dayOf(addWorkingDays(dutchDate(now), leadWorkingDays).toString())[0]
    : 0;
  return Math.max(now + leadHours * HOUR, fromDay);
}

/** ISO date. */
export const lastDay = ({ horizonDays }: KindRules, now: number): string =>
  daysAfter(dutchDate(now).toString(), horizonDays);

/** The windows of these days that can hold one. ISO dates, both included. */
export const windowsBetween = (rules: KindRules, first: string, last: string) =>
  datesBetween(first, last).flatMap((day) =>
    spansOf(day, rules.windows)
      .filter(([from, to]) => to - from >= busyFor(rules))
      .map(([starts, ends]) => ({ day, starts, ends })),
  );

/** Until when a tenant changes it herself. @param from what she was told, epoch milliseconds */
export const changeUntil = ({ changeHours }: KindRules, from: number): number =>
  from - changeHours * HOUR;

export interface Place {
  day: string;
  /** What she is told. */
  shown: Span;
  /** Between which it must begin and be over, the way included. */
  within: Span;
}

/**
 * Where on the calendar a time lies that somebody asks for; undefined when this kind has no such time: in
 * the past, too soon, too far, on no step, in no window.
 */
export function placeOfTime(rules: KindRules, { from, to }: Time, now: number): Place | undefined {
  const shown: Span = [Date.parse(from), Date.parse(to)];
  if (!shown.every(Number.isFinite)) return undefined;
  const day = dutchDate(shown[0]).toString();
  if (shown[0] < earliest(rules, now) || day > lastDay(rules, now)) return undefined;
  return placeIn(rules, day, shown);
}

function placeIn(rules: KindRules, day: string, shown: Span): Place | undefined {
  if (showsOf(rules) === 'window') {
    const is = ({ starts, ends }: { starts: number; ends: number }) =>
      starts === shown[0] && ends === shown[1];
    return windowsBetween(rules, day, day).some(is) ? { day, shown, within: shown } : undefined;
  }
  const right =
    shown[0] % (rules.stepMinutes * MINUTE) === 0 && shown[1] - shown[0] === rules.minutes * MINUTE;
  return right ? { day, shown, within: [shown[0], shown[0] + busyFor(rules)] } : undefined;
}

/** What somebody is told whose appointment staff plan at `starts`: the window that it falls in, or the time. */
export function shownFor(rules: KindRules, starts: number): Span {
  const day = dutchDate(starts).toString();
  const window = spansOf(day, rules.windows).find(([from, to]) => from <= starts && starts < to);
  return window ?? [starts, starts + rules.minutes * MINUTE];
}
