import type { AlarmState } from './alarm.ts';
import { dateOf, dayOf, openingAt, timeOf } from './opening-hours.ts';
import type { Interval } from './opening-hours.ts';
import type { Params } from './text.ts';

/**
 * What there is to say to her who left her number, and only what is true: with the desk, sent, read.
 * The form in her browser and the page without a script say the same. Pure; keys of `alarm.json`.
 */
export interface NewsLine {
  key: string;
  /** A person's first name. */
  name?: string;
  /** ISO 8601 instant, told as a day and a time of day. */
  at?: string;
}

export interface News {
  title: NewsLine;
  lines: readonly NewsLine[];
  /** It did not come where it must. */
  warn: boolean;
}

/**
 * What the text of a line needs, in the language that it is told in.
 *
 * @param day how a day is told; the runtime's own carries its Dutch along
 */
export const paramsOf = (
  { name, at }: NewsLine,
  language: string,
  day = (instant: string) => dayOf(instant, language),
): Params => ({
  ...(name === undefined ? {} : { name }),
  ...(at === undefined ? {} : { day: day(at), time: timeOf(at, language) }),
});

export function newsOf({ sentAt, failing, read }: AlarmState): News {
  if (read)
    return {
      title: { key: 'read.title', name: read.by },
      lines: [{ key: 'read.at', at: read.at }, { key: 'sent.next' }],
      warn: false,
    };
  if (failing) return { title: { key: 'received.title' }, lines: [{ key: 'failing' }], warn: true };
  if (sentAt)
    return {
      title: { key: 'sent.title' },
      lines: [{ key: 'sent.at', at: sentAt }, { key: 'sent.next' }, { key: 'sent.unread' }],
      warn: false,
    };
  return { title: { key: 'received.title' }, lines: [], warn: false };
}

/**
 * When a report that cannot wait is read, as long as that is not now: nobody may think that sending it
 * is as good as calling. Without hours to go by nothing is said of when.
 *
 * @param now epoch milliseconds
 */
export function readLater(open: readonly Interval[], now: number): NewsLine | undefined {
  const opening = openingAt(open, now);
  if (opening.state === 'open') return undefined;
  const { opens } = opening;
  if (!opens) return { key: 'report.unknown' };
  const today = dateOf(Date.parse(opens)) === dateOf(now);
  return { key: today ? 'report.today' : 'report.on', at: opens };
}
