import type { ShownOutage } from '../contract/outages.ts';
import type { Profile, PublicProfile } from '../contract/profile.ts';
import { addWorkingDays, isWorkingDay } from './holidays.ts';
import { ownTexts, settingsOf } from './triage-settings.ts';
import { dutchDate, openingIntervals, weekdayOf } from './opening-rules.ts';

/** As far ahead as opening hours are told. */
const DAYS_AHEAD = 28;

/** ISO dates on which a visit can be chosen. */
export function visitDays({ visit }: Profile, now: number): string[] {
  const days: string[] = [];
  const first = addWorkingDays(dutchDate(now), visit.fromWorkingDays);
  // A year is enough for 20 choices of one weekday, holidays in between.
  for (let index = 0; days.length < visit.choices && index < 366; index++) {
    const date = first.add({ days: index });
    const weekday = weekdayOf(date);
    const open = date.dayOfWeek > 5 || isWorkingDay(date);
    if (open && visit.days.includes(weekday)) days.push(date.toString());
  }
  return days;
}

const callbacksOf = ({ teams, capacity, callFrom }: NonNullable<Profile['callbacks']>) => ({
  callFrom,
  promised: capacity !== undefined || teams.some((team) => team.capacity !== undefined),
});

const shownPerson = ({ name, picture }: Profile['people'][number]) => ({
  name,
  ...(picture ? { picture } : {}),
});

/** What rides in the association's entry script, worked out for this moment. */
export function publicProfile(
  profile: Profile,
  now: number,
  outages: readonly ShownOutage[] = [],
): PublicProfile {
  const settings = settingsOf(profile);
  return {
    id: profile.id,
    name: profile.name,
    languages: profile.languages,
    phone: profile.phone,
    phoneOpen: openingIntervals(profile.phoneHours, now, DAYS_AHEAD),
    urgentPhone: profile.urgentPhone,
    urgentPhoneSecond: profile.urgentPhoneSecond,
    ...(profile.alarm ? { alarm: true } : {}),
    offices: profile.offices.map(({ name, address, hours }) => ({
      name,
      address,
      open: openingIntervals(hours, now, DAYS_AHEAD),
    })),
    ...(profile.messageAnswerDays ? { messageAnswerDays: profile.messageAnswerDays } : {}),
    ...(profile.callbacks ? { callbacks: callbacksOf(profile.callbacks) } : {}),
    ...(profile.phoneLanguages ? { phoneLanguages: profile.phoneLanguages } : {}),
    ...(profile.people.length ? { people: profile.people.map(shownPerson) } : {}),
    visitDays: visitDays(profile, now),
    retentionMonths: profile.retentionMonths,
    texts: ownTexts(profile),
    ...(Object.keys(settings).length ? { triage: settings } : {}),
    ...(profile.privacyUrl ? { privacyUrl: profile.privacyUrl } : {}),
    ...(outages.length ? { outages } : {}),
    now: new Date(now).toISOString(),
  };
}
