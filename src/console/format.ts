import * as check from '../contract/checks.ts';
import { nameInDutch } from '../contract/languages.ts';
import { DUTCH_TIME, dateOf, timeOf } from '../contract/opening-hours.ts';
import type { CallbackLine } from '../contract/staff-callback.ts';
import type { Report } from '../contract/staff.ts';
import { t } from './texts.ts';

/** How dates, languages and ways to reach somebody are written for staff. */

const DAY = 24 * 60 * 60 * 1000;

/** "vandaag 08:41", "gisteren 22:10", "di 17 november 08:41", "di 18 november 2025 08:41". */
export function when(instant: string, now = Date.now()): string {
  const time = timeOf(instant, 'nl');
  const date = dateOf(Date.parse(instant));
  if (date === dateOf(now)) return t('when.today', { time });
  // Noon, so that a day of 23 or 25 hours cannot skip a date.
  const yesterday = dateOf(Date.parse(`${dateOf(now)}T12:00:00Z`) - DAY);
  if (date === yesterday) return t('when.yesterday', { time });
  const day = new Intl.DateTimeFormat('nl', {
    ...DUTCH_TIME,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(date.slice(0, 4) === dateOf(now).slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(Date.parse(instant));
  return t('when.day', { day, time });
}

/** "Arabisch" for "ar", "Nederlands" for "nl-x-a2". */
export const languageName = (language: string): string => {
  const name = nameInDutch(language);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** "schreef in het Arabisch"; of what was said on the phone: "sprak Arabisch". */
export const languageWords = ({ language, channel }: Pick<Report, 'language' | 'channel'>) =>
  t(channel === 'phone' ? 'report.language.phone' : 'report.language', {
    language: languageName(language),
  });

/** "vandaag, 14:00–16:00", "ma 30 november, 09:00–11:00"; without a promise since when it waits. */
export function promisedTime({ promise, dueAt }: Pick<CallbackLine, 'promise' | 'dueAt'>): string {
  if (promise.kind === 'none') return t('callbacks.no-time', { when: when(dueAt) });
  return t('callbacks.promised', { from: when(promise.from), until: timeOf(promise.until, 'nl') });
}

export { isDutch } from '../contract/languages.ts';

/** "tel:+31612345678" or "mailto:a@b.nl"; undefined when it is neither. */
export function linkTo(reach: string): string | undefined {
  const mail = check.email(reach);
  if (mail) return `mailto:${encodeURIComponent(mail).replace('%40', '@')}`;
  const phone = check.phone(reach);
  // "+31 (0)6 12345678" is how people write it; a phone does not dial that nought.
  return phone ? `tel:${phone.replace(/\(0\)/, '').replace(/[^\d+]/g, '')}` : undefined;
}

/** Area codes of three digits, and 085 and 088; all others have four (numbering plan of the ACM). */
const THREE_DIGITS =
  /^0(?:10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|7[0-9]|85|88)/;

/** "+31612345678" → "06 12 34 56 78", "+31592123456" → "0592 12 34 56": as colleagues read it to each other. */
export function shownPhone(phone: string): string {
  const national = phone.replace(/^\+31/, '0').replace(/[^\d+]/g, '');
  if (!/^0\d{9}$/.test(national)) return phone;
  if (national.startsWith('06')) return inGroups(national, 2, 2, 2, 2, 2);
  return THREE_DIGITS.test(national)
    ? inGroups(national, 3, 3, 2, 2)
    : inGroups(national, 4, 2, 2, 2);
}

function inGroups(digits: string, ...lengths: number[]): string {
  let from = 0;
  return lengths.map((length) => digits.slice(from, (from += length))).join(' ');
}
