import { Temporal } from 'temporal-polyfill';
import type { CallbackPromise } from '../../contract/callback.ts';
import type { CallbackWhen } from '../../contract/callback-choices.ts';
import type { Interval } from '../../contract/opening-hours.ts';
import { ZONE } from '../opening-rules.ts';

/**
 * When we call and what may be promised of it. Pure: hours, queue and capacity come in, instants (epoch
 * milliseconds) go out.
 *
 * Each whole hour of opening takes as many calls as the team makes in it. A call is planned in the first hour
 * that has room, and promised within the window that begins there, so that the team keeps every promise also
 * when it only just keeps up. What is left of an hour at opening and closing is not promised to anybody.
 */

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface Asked {
  open: readonly Interval[];
  /** Of each call of this team that is still to be made, when it is planned. */
  planned: readonly number[];
  /** Calls in an hour; undefined: no time may be promised. */
  capacity: number | undefined;
  windowMinutes: number;
  when: CallbackWhen;
  now: number;
  /** Not before this: she was just called, and did not answer. */
  notBefore?: number;
}

export interface Plan {
  due: number;
  promise: CallbackPromise;
}

export function planCall(asked: Asked): Plan {
  const earliest = Math.max(asked.now, asked.notBefore ?? 0);
  if (asked.capacity !== undefined) {
    const full = fullHours(asked, asked.capacity);
    for (const block of asked.open.flatMap((each) => preferred(each, asked.when))) {
      for (const hour of hoursOf(block)) {
        const window = windowFrom(hour, block, asked.windowMinutes, earliest);
        if (hour.start < earliest || full.has(hourOf(hour.start)) || !readsWell(window)) continue;
        return { due: hour.start, promise: promiseOf(window) };
      }
    }
  }
  return { due: openFrom(asked.open, earliest, asked.notBefore), promise: { kind: 'none' } };
}

/** Who was not promised a time is called in her turn; who did not answer, when the phone is open again. */
function openFrom(open: readonly Interval[], earliest: number, notBefore?: number): number {
  if (notBefore === undefined) return earliest;
  const next = open.find(([, to]) => Date.parse(to) > earliest);
  return next ? Math.max(earliest, Date.parse(next[0])) : earliest;
}

interface Block {
  from: number;
  to: number;
}

const hourOf = (instant: number): number => Math.floor(instant / HOUR);

/** The part of an opening that she prefers: noon is where the morning ends. */
function preferred([from, to]: Interval, when: CallbackWhen): Block[] {
  const block = { from: Date.parse(from), to: Date.parse(to) };
  if (when === 'any') return [block];
  const noon = Temporal.Instant.fromEpochMilliseconds(block.from)
    .toZonedDateTimeISO(ZONE)
    .withPlainTime('12:00').epochMilliseconds;
  const part =
    when === 'morning'
      ? { from: block.from, to: Math.min(block.to, noon) }
      : { from: Math.max(block.from, noon), to: block.to };
  return part.from < part.to ? [part] : [];
}

interface Hour {
  start: number;
  /** Of an hour: 1, or less when there is no whole one. */
  share: number;
}

/** Whole hours on the clock, of which the Netherlands differs from UTC by whole ones; or the little there is. */
function hoursOf({ from, to }: Block): Hour[] {
  const hours: Hour[] = [];
  for (let start = Math.ceil(from / HOUR) * HOUR; start + HOUR <= to; start += HOUR)
    hours.push({ start, share: 1 });
  return hours.length ? hours : [{ start: from, share: (to - from) / HOUR }];
}

/** "Tussen 14 en 16 uur"; at the end of the day it begins earlier rather than ending after closing. */
function windowFrom(
  { start, share }: Hour,
  block: Block,
  minutes: number,
  earliest: number,
): Block {
  if (share < 1) return block;
  const closes = Math.floor(block.to / HOUR) * HOUR;
  const until = Math.min(start + minutes * MINUTE, closes);
  const opens = Math.max(Math.ceil(block.from / HOUR), Math.ceil(earliest / HOUR)) * HOUR;
  return { from: Math.min(start, Math.max(opens, until - minutes * MINUTE)), to: until };
}

/** Whatever is late or more than an hour holds is done first, in the hours after it. */
function fullHours({ open, planned, now }: Asked, capacity: number): ReadonlySet<number> {
  const full = new Set<number>();
  let behind = planned.filter((each) => hourOf(each) < hourOf(now)).length;
  const waiting = new Map<number, number>();
  for (const each of planned.filter((instant) => hourOf(instant) >= hourOf(now)))
    waiting.set(hourOf(each), (waiting.get(hourOf(each)) ?? 0) + 1);
  for (const [from, to] of open)
    for (const { start, share } of hoursOf({ from: Date.parse(from), to: Date.parse(to) })) {
      if (hourOf(start) < hourOf(now)) continue;
      const left = Math.min(share, (start + HOUR - now) / HOUR);
      // However short it is open, one call can be made in it; of an hour that is half over, less.
      const room = Math.max(start < now ? 0 : 1, Math.floor(capacity * left));
      const taken = behind + (waiting.get(hourOf(start)) ?? 0);
      if (taken >= room) full.add(hourOf(start));
      behind = Math.max(0, taken - room);
    }
  return full;
}

/**
 * In the nights in which the clock is set, "tussen 2 en 3 uur" is twice or never: nothing is promised in
 * an hour around it.
 */
function readsWell({ from, to }: Block): boolean {
  const offset = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE).offsetNanoseconds;
  return offset(from - HOUR) === offset(to);
}

const promiseOf = ({ from, to }: Block): CallbackPromise => ({
  kind: 'between',
  from: new Date(from).toISOString(),
  until: new Date(to).toISOString(),
});

/**
 * When to try again: first in two hours, then the next day at the other end of it.
 * @param misses how often nobody answered, this time included
 */
export function tryAgainAfter(misses: number, now: number): number {
  if (misses === 1) return now + 2 * HOUR;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE);
  const time = today.hour < 12 ? '12:00' : '00:00';
  return today.add({ days: 1 }).withPlainTime(time).epochMilliseconds;
}

/** Whole hours of opening that a member of staff may agree on with her, at most so many. */
export const hoursToAgreeOn = (open: readonly Interval[], now: number, most: number): number[] =>
  open
    .flatMap(([from, to]) => hoursOf({ from: Date.parse(from), to: Date.parse(to) }))
    .map(({ start }) => start)
    .filter((start) => start >= now)
    .slice(0, most);
