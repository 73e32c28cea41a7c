import { Temporal } from 'temporal-polyfill';

/** Easter Sunday, by the Gregorian computus (Meeus, Jones, Butcher). */
export function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const total = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(total / 31), day: (total % 31) + 1 });
}

/**
 * The Dutch public holidays of a year, as ISO dates. Good Friday and the afternoons of 24 and 31
 * December differ by association: those are `exceptions` in its profile. 5 May is a day off once in
 * five years. King's Day moves to Saturday when 27 April is a Sunday.
 */
export function holidays(year: number): ReadonlySet<string> {
  const found = known.get(year) ?? holidaysIn(year);
  known.set(year, found);
  return found;
}

/** Every page asks for each of 28 days: worked out anew each time it was an eighth of the work on a page. */
const known = new Map<number, ReadonlySet<string>>();

function holidaysIn(year: number): ReadonlySet<string> {
  const sunday = easter(year);
  const kingsDay = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  return new Set(
    [
      Temporal.PlainDate.from({ year, month: 1, day: 1 }),
      sunday,
      sunday.add({ days: 1 }),
      kingsDay.dayOfWeek === 7 ? kingsDay.subtract({ days: 1 }) : kingsDay,
      ...(year % 5 === 0 ? [Temporal.PlainDate.from({ year, month: 5, day: 5 })] : []),
      sunday.add({ days: 39 }),
      sunday.add({ days: 49 }),
      sunday.add({ days: 50 }),
      Temporal.PlainDate.from({ year, month: 12, day: 25 }),
      Temporal.PlainDate.from({ year, month: 12, day: 26 }),
    ].map(String),
  );
}

export const isHoliday = (date: Temporal.PlainDate): boolean =>
  holidays(date.year).has(date.toString());

/** Monday to Friday, and no holiday. */
export const isWorkingDay = (date: Temporal.PlainDate): boolean =>
  date.dayOfWeek <= 5 && !isHoliday(date);

/** The date that is this many working days after `date`; the day itself does not count. */
export function addWorkingDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let current = date;
  for (let left = days; left > 0;) {
    current = current.add({ days: 1 });
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
}
