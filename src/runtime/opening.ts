import { dateOf, openingAt, timeOf } from '../contract/opening-hours.ts';
import type { Interval } from '../contract/opening-hours.ts';
import type { Clock } from './clock.ts';
import type { Texts } from './texts.ts';

/** "Nu open tot 17:00 uur", "Nu dicht. Open op maandag 23 november om 8:00 uur". */
export function openingInWords(
  intervals: readonly Interval[],
  clock: Clock,
  { t, day, language }: Texts,
): { open: boolean; words: string } {
  const now = clock();
  const opening = openingAt(intervals, now);
  if (opening.state === 'open')
    return { open: true, words: t('frame:open.until', { time: timeOf(opening.until, language) }) };
  if (!opening.opens) return { open: false, words: t('frame:open.unknown') };
  const time = timeOf(opening.opens, language);
  const today = dateOf(now) === dateOf(Date.parse(opening.opens));
  return {
    open: false,
    words: today
      ? t('frame:open.today', { time })
      : t('frame:open.on', { day: day(opening.opens), time }),
  };
}
