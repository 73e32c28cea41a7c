import * as v from 'valibot';
import { APPOINTMENT_KINDS, type AppointmentKind } from './appointment-kinds.ts';
import type { AppointmentState, None, Shows, Time } from './appointment.ts';
import { LIMITS } from './checks.ts';
import type { Interval } from './opening-hours.ts';
import { AreaSchema } from './outages.ts';
import { DaySchema } from './repair-request.ts';

/** What staff set and see of appointments: who works when and where, and who comes to whom. */

const Uuid = v.pipe(v.string(), v.uuid());
const Words = v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.text));
const Name = v.pipe(Words, v.nonEmpty());
const Day = v.pipe(DaySchema, v.regex(/^20/));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** "24:00" is midnight at the end of the day. */
const WallTime = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/));

/** Within one day, in Dutch local time, ascending, not overlapping. */
const Spans = v.pipe(
  v.array(v.tuple([WallTime, WallTime])),
  v.maxLength(8),
  v.check((spans) =>
    spans.every(([from, to], at) => from < to && (at === 0 || spans[at - 1]![1] <= from)),
  ),
);
export type Spans = v.InferOutput<typeof Spans>;

const Week = v.strictObject({
  mon: Spans,
  tue: Spans,
  wed: Spans,
  thu: Spans,
  fri: Spans,
  sat: Spans,
  sun: Spans,
});
export type Week = v.InferOutput<typeof Week>;

export const TeamSchema = v.strictObject({
  name: Name,
  /** "9401 AB", "9401": where they come. None: everywhere. Only visits look at it. */
  areas: v.pipe(v.array(AreaSchema), v.maxLength(500)),
});
export type NewTeam = v.InferOutput<typeof TeamSchema>;
export interface Team extends NewTeam {
  id: string;
}

export const PersonSchema = v.strictObject({
  /** As colleagues see it. */
  name: Name,
  /** As tenants see it. */
  firstName: Name,
  team: Uuid,
  kinds: v.array(v.picklist(APPOINTMENT_KINDS)),
  /** VERA ONDERHOUDSPECIALISME ("LOO"): the trades she has. None: whatever comes. */
  skills: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,4}$/))), v.maxLength(40)),
  /** Appointments at one time: 1, or as many as there are seats at a consultation hour. */
  seats: whole(1, 50),
  week: Week,
  /** Somebody who left gets no new appointments. */
  active: v.boolean(),
});
export type NewPerson = v.InferOutput<typeof PersonSchema>;
export interface Person extends NewPerson {
  id: string;
}

/**
 * One day of one person, other than her week says; also on a holiday or a closed day. `spans` left out:
 * as it was. Without any span she is away: whoever has an appointment needs another time.
 */
export const PersonDaySchema = v.strictObject({
  date: Day,
  spans: v.optional(Spans),
  /** For colleagues; never a reason of health. */
  why: v.optional(Words, ''),
});
export type PersonDay = v.InferOutput<typeof PersonDaySchema>;

export const ClosureSchema = v.pipe(
  v.strictObject({
    /** Left out: the whole association. */
    team: v.optional(Uuid),
    /** The first and the last day. */
    from: Day,
    to: Day,
    /** On each of those days; left out: all day. */
    spans: v.optional(Spans),
    why: v.optional(Words, ''),
  }),
  v.check(({ from, to }) => from <= to),
);
export type NewClosure = v.InferOutput<typeof ClosureSchema>;
export interface Closure extends NewClosure {
  id: string;
}

export const KindRulesSchema = v.strictObject({
  kind: v.picklist(APPOINTMENT_KINDS),
  /** Offered to tenants. */
  active: v.boolean(),
  /** How long it takes. */
  minutes: whole(5, 480),
  /** Kept free after it, for the way to the next one. */
  travelMinutes: whole(0, 240),
  /** A conversation begins at a multiple of this past the hour. */
  stepMinutes: v.picklist([5, 10, 15, 20, 30, 60]),
  /** The earliest time is so many hours from now, and not before so many working days. */
  leadHours: whole(0, 720),
  leadWorkingDays: whole(0, 60),
  /** How far ahead one can book. */
  horizonDays: whole(1, 120),
  /** A tenant can move and cancel it herself until so many hours before. */
  changeHours: whole(0, 240),
  /** The hours that a visit is promised between, in Dutch local time. None: the time itself is told. */
  windows: Spans,
});
export type KindRules = v.InferOutput<typeof KindRulesSchema>;

/** All that is set, for the page on which it is. */
export interface Planning {
  teams: readonly Team[];
  people: readonly Person[];
  kinds: readonly KindRules[];
  /** From today on. */
  days: readonly { person: string; date: string; spans: Spans; why: string }[];
  closures: readonly Closure[];
}

/** `held`: somebody is filling in the form, and nothing is known of her yet. */
export interface StaffAppointment extends Time {
  id: string;
  state: AppointmentState | 'held';
  kind: AppointmentKind;
  shows: Shows;
  person: string;
  seat: number;
  /** When it is planned, and until when she who comes is taken up, the way included. Instants. */
  starts: string;
  ends: string;
  busyUntil: string;
  /** Empty while it is held. */
  reference: string;
  name: string;
  phone: string;
  email: string;
  where: string;
  about: string;
  language: string;
  someoneElse: boolean;
  /** Id of her report. */
  report?: string;
}

/** A day or a week of everybody. */
export interface Agenda {
  people: readonly {
    id: string;
    name: string;
    team: string;
    /** When she can be given an appointment, as intervals of instants. */
    open: readonly Interval[];
  }[];
  appointments: readonly StaffAppointment[];
}

/** An appointment that lost its time, and what can be offered instead. */
export interface Withdrawn {
  appointment: StaffAppointment;
  alternatives: readonly Time[];
  none?: None;
}

export const StaffMoveSchema = v.strictObject({
  person: Uuid,
  /** When it is planned to begin. She is told the window in which that falls, or the time itself. */
  starts: v.pipe(v.string(), v.isoTimestamp()),
});
export type StaffMove = v.InferOutput<typeof StaffMoveSchema>;
