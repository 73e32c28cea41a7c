import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../opening-rules.ts';

/** VERA wants UTC, to the second or finer, with a Z. */
export const utc = (instant: string | number | Date): string =>
  new Date(instant).toISOString().replace(/\.000Z$/, 'Z');

/** When a day of OCH begins and one of MID ends, in Dutch time (VERA, reference data DAGDEEL). */
const [FROM, TO] = ['08:00', '18:00'];

/** The block of a day that she can be at home, summer time or not. @param date ISO */
export function blockOf(date: string): { bloktijdBegin: string; bloktijdEind: string } {
  const at = (time: string) =>
    utc(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE).epochMilliseconds);
  return { bloktijdBegin: at(FROM), bloktijdEind: at(TO) };
}
