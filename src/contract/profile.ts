import * as v from 'valibot';
import { AlarmSettingsSchema } from './alarm.ts';
import { CALLBACK_TOPICS } from './callback-choices.ts';
import { languages } from './languages.ts';
import type { Language } from './languages.ts';
import type { Interval } from './opening-hours.ts';
import type { ShownOutage } from './outages.ts';
import type { TriageSettings } from './triage/settings.ts';
import { OutwardSchema, StatusBackSettingsSchema } from './outward.ts';

/**
 * What an association sets: a JSON file at the desk (`profiles/<id>.json`), checked when the desk
 * starts. The page gets `PublicProfile`, which the desk derives from it and puts into the
 * association's own entry script.
 */

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,40}$/));
const Text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000));
const Tel = v.pipe(v.string(), v.regex(/^(\+[1-9]\d{6,14}|\d{3,10})$/));
/** `shown` as people read it ("0592 12 34 56"), `tel` as a phone dials it ("+31592123456", "112"). */
const PhoneNumber = v.strictObject({ shown: Text, tel: Tel });
const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const DateString = v.pipe(v.string(), v.isoDate());
const Span = v.tuple([Time, Time]);
/** Per weekday, the spans in which it is open, in Dutch local time. */
const Week = v.strictObject({
  mon: v.array(Span),
  tue: v.array(Span),
  wed: v.array(Span),
  thu: v.array(Span),
  fri: v.array(Span),
  sat: v.array(Span),
  sun: v.array(Span),
});
/** `closedOnHolidays` uses the Dutch public holidays; `exceptions` wins over both. */
const Hours = v.strictObject({
  week: Week,
  closedOnHolidays: v.boolean(),
  exceptions: v.optional(v.array(v.strictObject({ date: DateString, spans: v.array(Span) })), []),
});
const Months = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120));
const WorkingDays = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60));

const OWN_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Over https; on one's own machine, for a trial, also without. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && OWN_MACHINE.includes(hostname));
  return safe && !search && !hash && !username;
}

/** Who of the association's people may sign in (OpenID Connect). */
const Staff = v.strictObject({
  /** Claim of the provider that says what somebody belongs to: "groups", "roles". */
  claim: v.pipe(v.string(), v.regex(/^[\w:/.-]{1,100}$/)),
  /** Whoever has one of these in that claim works for this association. */
  values: v.pipe(v.array(Text), v.minLength(1)),
  /** A provider of its own; left out: the desk's. Its client's secret is in the environment. */
  provider: v.optional(
    v.strictObject({ issuer: v.pipe(v.string(), v.check(isIssuer)), clientId: Text }),
  ),
  /** What is asked of the provider beside who it is. */
  scope: v.optional(v.pipe(v.string(), v.regex(/^openid( [\w:/.-]+)*$/)), 'openid profile email'),
});

const Tongue = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9-]{1,20})?$/i));
const Capacity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200));

/** Who calls back, about what, and how many calls that is: "Wij bellen u". */
const Callbacks = v.strictObject({
  /** Every topic goes to exactly one of these, and none to a letter. */
  teams: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        /** As tenants and staff call it: "Wijkteam Noord". */
        name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
        topics: v.pipe(v.array(v.picklist(CALLBACK_TOPICS)), v.minLength(1)),
        /** When it is another one than that of the others. */
        capacity: v.optional(Capacity),
      }),
    ),
    v.minLength(1),
  ),
  /** Calls that a team makes in an hour of the phone's opening; left out: no time is promised. */
  capacity: v.optional(Capacity),
  /** How long the time is within which we promise to call. */
  windowMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(480)), 120),
  /** Numbers that she sees when we call; none: it is withheld, and we say so. */
  callFrom: v.optional(v.array(PhoneNumber), []),
});

export const ProfileSchema = v.strictObject({
  id: Id,
  name: Text,
  /** Where the kit may run: exact origins, no wildcard. CORS, and no authorisation. */
  origins: v.pipe(v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/))), v.minLength(1)),
  /** First is the default. */
  languages: v.pipe(v.array(v.picklist(languages)), v.minLength(1), v.includes('nl')),
  phone: PhoneNumber,
  phoneHours: Hours,
  /** Answered day and night. The second is for when the first is not answered. */
  urgentPhone: PhoneNumber,
  urgentPhoneSecond: PhoneNumber,
  /**
   * Who is told at any hour when somebody calls and gets no answer: the people on duty. Left out: nobody
   * is, and tenants are told when a report is read.
   */
  alarm: v.optional(AlarmSettingsSchema),
  offices: v.array(v.strictObject({ name: Text, address: Text, hours: Hours })),
  /** Answer to a message, in working days; left out: no time is promised. */
  messageAnswerDays: v.optional(WorkingDays),
  /** Left out: we do not call back, and it is not offered. */
  callbacks: v.optional(Callbacks),
  /** Languages in which the phone is spoken, BCP 47; left out: nothing is said of it. */
  phoneLanguages: v.optional(v.pipe(v.array(Tongue), v.minLength(1))),
  /** "U spreekt met …": first names, and where on the association's own origins their pictures are. */
  people: v.optional(
    v.array(v.strictObject({ name: Text, picture: v.optional(v.pipe(v.string(), v.url())) })),
    [],
  ),
  /**
   * Working days within which we come, per urgency, as the association's capacity allows; one that
   * is left out is not promised.
   */
  promiseDays: v.strictObject({
    urgent: v.optional(WorkingDays),
    soon: v.optional(WorkingDays),
    standard: v.optional(WorkingDays),
    planned: v.optional(WorkingDays),
  }),
  /** Days from now on which a visit can be chosen. */
  visit: v.strictObject({
    days: v.array(v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
    fromWorkingDays: WorkingDays,
    choices: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  }),
  retentionMonths: v.strictObject({
    report: Months,
    contact: Months,
    photo: Months,
    /** Of a spoken message; left out: as long as a photo. */
    voice: v.optional(Months),
  }),
  /** For how long it is kept who saw what of whom. */
  viewLogMonths: v.optional(Months, 12),
  /** Who approved each safety text, and when ("J. Berg, 2026-11-20"); empty: the console says so. */
  safetyApprovedBy: v.record(v.string(), v.string()),
  /** Left out: nobody can sign in, as in a trial on one's own machine. */
  staff: v.optional(Staff),
  /** Texts of the association's own: language → "file:key" → text. */
  texts: v.optional(v.record(v.string(), v.record(v.string(), Text)), {}),
  /**
   * What the association says otherwise of a problem: how urgent it is, who usually bears it, and its
   * own words for helping oneself (`false`: none), in each of its languages. A danger stays a danger.
   */
  triage: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        urgency: v.optional(v.picklist(['urgent', 'soon', 'standard', 'planned'])),
        payer: v.optional(v.picklist(['landlord', 'tenant', 'service', 'depends'])),
        selfHelp: v.optional(v.union([v.literal(false), v.record(v.string(), Text)])),
      }),
    ),
    {},
  ),
  /** The association's page about privacy. */
  privacyUrl: v.optional(v.pipe(v.string(), v.url())),
  /** Where reports go besides the console; each has an id of its own. */
  outward: v.optional(v.array(OutwardSchema), []),
  /** Left out: no other system may change a report. */
  statusBack: v.optional(StatusBackSettingsSchema),
});

export type Profile = v.InferOutput<typeof ProfileSchema>;
export type PhoneNumber = v.InferOutput<typeof PhoneNumber>;
export type Hours = v.InferOutput<typeof Hours>;

/** What rides in the association's entry script: nothing in it is secret. */
export interface PublicProfile {
  id: string;
  name: string;
  languages: readonly Language[];
  phone: PhoneNumber;
  /** 28 days ahead. */
  phoneOpen: readonly Interval[];
  urgentPhone: PhoneNumber;
  urgentPhoneSecond: PhoneNumber;
  /** There are people on duty who get a message at any hour. */
  alarm?: true;
  offices: readonly { name: string; address: string; open: readonly Interval[] }[];
  messageAnswerDays?: number;
  /** "Wij bellen u" is offered. */
  callbacks?: {
    /** Numbers that she sees when we call; none: it is withheld. */
    callFrom: readonly PhoneNumber[];
    /** A time may be promised: ask the desk which. */
    promised: boolean;
  };
  /** BCP 47. */
  phoneLanguages?: readonly string[];
  /** "U spreekt met …" */
  people?: readonly { name: string; picture?: string }[];
  /** ISO dates on which a visit can be chosen. */
  visitDays: readonly string[];
  retentionMonths: Profile['retentionMonths'];
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Left out when it sets nothing otherwise. Who bears the cost never leaves the desk. */
  triage?: TriageSettings;
  privacyUrl?: string;
  /** What the association knows to be broken now. */
  outages?: readonly ShownOutage[];
  /** The desk's clock when it wrote this, ISO 8601: the browser corrects its own by it. */
  now: string;
}
