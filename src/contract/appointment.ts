import * as v from 'valibot';
import { checkAddress } from './address-check.ts';
import { APPOINTMENT_KINDS } from './appointment-kinds.ts';
import { email, LIMITS } from './checks.ts';
import { checkPhone, line } from './question-checks.ts';
import type { FieldError } from './questionnaire.ts';
import { AddressSchema } from './repair-request.ts';

/**
 * Appointments on the wire, between a tenant's page and the desk: what is free, holding one while she
 * finishes, booking, moving, cancelling. Times are instants in UTC; the page shows them in Dutch time
 * (`DUTCH_TIME`), whatever the clock and the zone of the device say. Everything is posted: a postcode
 * and a secret belong in no address.
 *
 * A time that is gone is an answer (`outcome: 'gone'`, status 200) with the nearest ones, and no problem:
 * she chooses another, or is called.
 */

const Id = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,60}$/));
const Line = v.pipe(v.string(), v.maxLength(LIMITS.text));
const Uuid = v.pipe(v.string(), v.uuid());
const Instant = v.pipe(v.string(), v.isoTimestamp());
const Kind = v.picklist(APPOINTMENT_KINDS);
const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9-]{1,20})?$/i));

/**
 * What she is told. Of a visit the hours between which somebody comes ("tussen 8 en 12 uur"); of a
 * conversation when it begins, and when it ends at the latest. Which of the two: see `shows`.
 */
const Time = { from: Instant, to: Instant };
export const TimeSchema = v.object(Time);
export type Time = v.InferOutput<typeof TimeSchema>;

const Shows = v.picklist(['window', 'time']);
export type Shows = v.InferOutput<typeof Shows>;

/**
 * Why nothing is free: all is taken as far ahead as one can book (`full`), nobody comes to that postcode
 * or it is not known (`outside-area`), the association does not offer this (`not-offered`). "Wij bellen u"
 * is the way on in each of them.
 */
export const NONE = ['full', 'outside-area', 'not-offered'] as const;
const None = v.picklist(NONE);
export type None = v.InferOutput<typeof None>;

/** What decides who can come, beside the kind. */
const Wanted = {
  kind: Kind,
  /** As typed; for a visit. */
  postcode: v.optional(Line),
  /** Id of a problem in the triage: the desk knows which trade that is. */
  problem: v.optional(Id),
};

export const FreeTimesRequestSchema = v.strictObject({
  ...Wanted,
  /** "2026-12": all that is free in that month, in Dutch time. Left out: the five soonest. */
  month: v.optional(v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))),
});
export type FreeTimesRequest = v.InferOutput<typeof FreeTimesRequestSchema>;

export const FreeTimesSchema = v.object({
  shows: Shows,
  /** Soonest first. Of a month none may be free, and of another one some. */
  times: v.array(TimeSchema),
  /** There is nothing to choose, in no month. */
  none: v.optional(None),
  /** ISO date, the last day that can be booked: where the date grid ends. */
  lastDay: v.string(),
  /** The desk's clock. */
  now: Instant,
});
export type FreeTimes = v.InferOutput<typeof FreeTimesSchema>;

/** What is there instead of a time that is gone: the nearest first, or why there is nothing. */
const GoneSchema = v.object({
  outcome: v.literal('gone'),
  shows: Shows,
  alternatives: v.array(TimeSchema),
  none: v.optional(None),
});
export type Gone = v.InferOutput<typeof GoneSchema>;

/**
 * A uuid that the page makes, and keeps to itself: who has it has the hold. One hold at a time: holding
 * another time under it lets the first one go, the same time again makes the hold last longer.
 */
export const HoldRequestSchema = v.strictObject({ hold: Uuid, ...Wanted, ...Time });
export type HoldRequest = v.InferOutput<typeof HoldRequestSchema>;

export const HoldAnswerSchema = v.variant('outcome', [
  v.object({
    outcome: v.literal('held'),
    ...Time,
    /** Nobody else gets it before then. Ask again when half of that is over; never show it as a clock. */
    until: Instant,
  }),
  GoneSchema,
]);
export type HoldAnswer = v.InferOutput<typeof HoldAnswerSchema>;

export const ReleaseSchema = v.strictObject({ hold: Uuid });

export const BookingSchema = v.strictObject({
  /** Left out, or run out: the time is taken when it is still free. */
  hold: v.optional(Uuid),
  kind: Kind,
  problem: v.optional(Id),
  ...Time,
  name: v.optional(Line),
  phone: v.optional(Line),
  email: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.email))),
  address: v.optional(AddressSchema),
  /** Where the work is, or what she wants to talk about. */
  about: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.story))),
  /** It is for somebody else. */
  someoneElse: v.optional(v.boolean()),
  /** The key under which her report was sent: who she is and where she lives stands in that one. */
  report: v.optional(Uuid),
  language: Language,
});
export type Booking = v.InferOutput<typeof BookingSchema>;

/**
 * `withdrawn`: we cannot come at that time after all (somebody is ill), and she has not chosen another.
 */
export const APPOINTMENT_STATES = ['booked', 'withdrawn', 'cancelled'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** As she may see it. */
export const AppointmentSchema = v.object({
  reference: v.string(),
  kind: Kind,
  shows: Shows,
  ...Time,
  state: v.picklist(APPOINTMENT_STATES),
  /** First name of who comes or calls. */
  who: v.string(),
  /** Until then she can move or cancel it herself; after that we are called. */
  changeUntil: Instant,
  /** For `withdrawn`: times that are free now, the nearest to the old one first. */
  alternatives: v.optional(v.array(TimeSchema)),
  none: v.optional(None),
  now: Instant,
});
export type Appointment = v.InferOutput<typeof AppointmentSchema>;

export const BookingAnswerSchema = v.variant('outcome', [
  v.object({
    outcome: v.literal('booked'),
    appointment: AppointmentSchema,
    /** For a link to this appointment, behind its "#". Opens this one and nothing else. */
    id: Uuid,
    secret: v.string(),
  }),
  GoneSchema,
]);
export type BookingAnswer = v.InferOutput<typeof BookingAnswerSchema>;

/** By the link, or by the number that she reads from paper and her postcode. */
const ByLink = { id: Uuid, secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) };
const ByReference = { reference: Line, postcode: Line };
export const ProofSchema = v.union([v.strictObject(ByLink), v.strictObject(ByReference)]);
export type Proof = v.InferOutput<typeof ProofSchema>;

/** The time that is held under `hold`; without one, or when it ran out, when it is still free. */
const NewTime = { hold: v.optional(Uuid), ...Time };
export const MoveSchema = v.union([
  v.strictObject({ ...ByLink, ...NewTime }),
  v.strictObject({ ...ByReference, ...NewTime }),
]);
export type Move = v.InferOutput<typeof MoveSchema>;

export const MoveAnswerSchema = v.variant('outcome', [
  v.object({ outcome: v.literal('moved'), appointment: AppointmentSchema }),
  GoneSchema,
]);
export type MoveAnswer = v.InferOutput<typeof MoveAnswerSchema>;

/** What is wrong with a booking; empty when she can be found and reached. */
export function checkBooking({ report, kind, ...booking }: Booking): FieldError[] {
  if (report !== undefined) return [];
  const { phone = '', email: mail = '', address = {} } = booking;
  const mustCall = kind === 'phone' || !mail.trim();
  return [
    ...line('name', booking.name),
    ...checkPhone('phone', phone, mustCall),
    ...(mail.trim() && !email(mail) ? [{ field: 'email', code: 'email' } as const] : []),
    ...checkAddress(address),
  ];
}
