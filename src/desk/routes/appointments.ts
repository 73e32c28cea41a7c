import { Hono } from 'hono';
import { APPOINTMENTS } from '../../contract/appointment-endpoints.ts';
import {
  AppointmentSchema,
  BookingAnswerSchema,
  BookingSchema,
  FreeTimesRequestSchema,
  FreeTimesSchema,
  HoldAnswerSchema,
  HoldRequestSchema,
  MoveAnswerSchema,
  MoveSchema,
  ProofSchema,
  ReleaseSchema,
} from '../../contract/appointment.ts';
import type { Desk } from '../desk.ts';
import { profileOrigins } from '../http/cors.ts';
import { describe, type Description } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { keyOf } from '../http/idempotency-key.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { atMost } from '../slots/one-flight.ts';
import { appointmentState, book, cancel, holdTime, move, releaseTime } from '../slots/tenant.ts';
import { answered, freeTimes } from '../slots/times.ts';

const FREE: Description = {
  summary: 'Free times: the five soonest, or all of a month. None at all is an answer, with why.',
  body: FreeTimesRequestSchema,
  answers: { 200: FreeTimesSchema },
  problems: ['bad-request', 'wrong-origin'],
};
const HOLD: Description = {
  summary: 'Hold a time while she finishes. The same again makes it last; another one replaces it.',
  body: HoldRequestSchema,
  answers: { 200: HoldAnswerSchema },
  problems: ['bad-request', 'wrong-origin'],
};
const RELEASE: Description = {
  summary: 'Let go of what is held.',
  body: ReleaseSchema,
  answers: { 204: 'Nothing is held under it.' },
  problems: ['bad-request', 'wrong-origin'],
};
const BOOK: Description = {
  summary: 'Book a time, held or free. The same again under the same key gives the same answer.',
  body: BookingSchema,
  answers: { 200: BookingAnswerSchema },
  problems: ['bad-request', 'wrong-answers', 'key-reused', 'wrong-origin', 'too-large'],
  key: true,
};
const STATE: Description = {
  summary: 'An appointment, for whoever has its link, or its number and postcode. Changes nothing.',
  body: ProofSchema,
  answers: { 200: AppointmentSchema },
  problems: ['bad-request', 'wrong-origin'],
};
const MOVE: Description = {
  summary: 'Give an appointment another time. When that is gone, the old one stays.',
  body: MoveSchema,
  answers: { 200: MoveAnswerSchema },
  problems: ['bad-request', 'wrong-origin', 'too-late'],
};
const CANCEL: Description = {
  summary: 'Cancel an appointment.',
  body: ProofSchema,
  answers: { 200: AppointmentSchema },
  problems: ['bad-request', 'wrong-origin', 'too-late'],
};

/** Transactions on times that may run at once. */
const TOGETHER = 4;

/** What a tenant's page may do with appointments. */
export function appointmentRoutes(desk: Desk, limit: RateLimit) {
  const origins = profileOrigins(desk);
  const small = limitBody(SMALL_BODY);
  const queued = atMost(TOGETHER);
  return new Hono<Env>()
    .use(APPOINTMENTS.freeTimes, origins, limit('look'), small)
    .use(APPOINTMENTS.appointmentHold, origins, limit('hold'), small)
    .use(APPOINTMENTS.appointmentRelease, origins, limit('hold'), small)
    .use(APPOINTMENTS.appointments, origins, limit('send'), small)
    .use(APPOINTMENTS.appointmentState, origins, limit('prove'), small)
    .use(APPOINTMENTS.appointmentMove, origins, limit('prove'), small)
    .use(APPOINTMENTS.appointmentCancel, origins, limit('prove'), small)
    .use('/api/v1/:association/appointments/*', async (c, next) => {
      c.header('Cache-Control', 'no-store');
      await next();
    })
    .post(APPOINTMENTS.freeTimes, describe(FREE), async (c) => {
      c.header('Cache-Control', 'no-store');
      const asked = await jsonBody(c, FreeTimesRequestSchema);
      return c.json(await freeTimes(desk, c.var.profile, asked));
    })
    .post(APPOINTMENTS.appointmentHold, describe(HOLD), async (c) => {
      const asked = await jsonBody(c, HoldRequestSchema);
      return c.json(await answered(await queued(() => holdTime(desk, c.var.profile, asked))));
    })
    .post(APPOINTMENTS.appointmentRelease, describe(RELEASE), async (c) => {
      await releaseTime(desk, c.var.profile, (await jsonBody(c, ReleaseSchema)).hold);
      return c.body(null, 204);
    })
    .post(APPOINTMENTS.appointments, describe(BOOK), async (c) => {
      c.header('Cache-Control', 'no-store');
      const key = keyOf(c);
      const booking = await jsonBody(c, BookingSchema);
      return c.json(await answered(await queued(() => book(desk, c.var.profile, booking, key))));
    })
    .post(APPOINTMENTS.appointmentState, describe(STATE), async (c) =>
      c.json(await appointmentState(desk, c.var.profile, await jsonBody(c, ProofSchema))),
    )
    .post(APPOINTMENTS.appointmentMove, describe(MOVE), async (c) => {
      const asked = await jsonBody(c, MoveSchema);
      return c.json(await answered(await queued(() => move(desk, c.var.profile, asked))));
    })
    .post(APPOINTMENTS.appointmentCancel, describe(CANCEL), async (c) => {
      const proof = await jsonBody(c, ProofSchema);
      return c.json(await queued(() => cancel(desk, c.var.profile, proof)));
    });
}
