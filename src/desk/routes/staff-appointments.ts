import { Hono } from 'hono';
import * as v from 'valibot';
import { STAFF_APPOINTMENTS } from '../../contract/appointment-endpoints.ts';
import { StaffMoveSchema } from '../../contract/appointment-staff.ts';
import { DaySchema } from '../../contract/repair-request.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { dutchDate } from '../opening-rules.ts';
import { agenda, withdrawnAppointments } from '../slots/agenda.ts';
import { cancelAppointment } from '../slots/appointments.ts';
import { staffMove } from '../slots/staff-move.ts';
import { uuidOf } from './staff-reports.ts';

const AGENDA = {
  summary: 'A day or a week: who works when, and every appointment.',
  query: { from: 'The first day, an ISO date; today.', days: '1 to 7; 1.' },
  answers: { 200: 'People with their open time, and the appointments of those days.' },
  problems: ['bad-request'] as const,
  staff: true,
};
const WITHDRAWN = {
  summary: 'Appointments that lost their time, each with what can be offered instead.',
  answers: { 200: 'The soonest first.' },
  staff: true,
};
const MOVE = {
  summary: 'Plan an appointment at another time or with somebody else.',
  body: StaffMoveSchema,
  answers: { 204: 'Moved.' },
  problems: ['bad-request', 'wrong-origin', 'taken'] as const,
  staff: true,
};
const CANCEL = {
  summary: 'Cancel an appointment.',
  answers: { 204: 'Cancelled.' },
  problems: ['wrong-origin'] as const,
  staff: true,
};

const Days = v.object({
  from: v.pipe(DaySchema, v.regex(/^20/)),
  days: v.pipe(v.string(), v.regex(/^[1-7]$/), v.transform(Number)),
});

/** The days as they are planned. */
export const staffAppointmentRoutes = (desk: Desk) => {
  const { db } = desk.database;
  const tell = (association: string, id: string) =>
    desk.live.publish(association, { type: 'appointment', id });
  return new Hono<Env>()
    .get(STAFF_APPOINTMENTS.staffAppointments, describe(AGENDA), async (c) => {
      const today = dutchDate(desk.now()).toString();
      const { from = today, days = '1' } = c.req.query();
      const asked = v.safeParse(Days, { from, days });
      if (!asked.success) throw new ProblemError('bad-request');
      return c.json(await agenda(c.var.profile.id, db, asked.output.from, asked.output.days));
    })
    .get(STAFF_APPOINTMENTS.staffWithdrawn, describe(WITHDRAWN), async (c) =>
      c.json({ items: await withdrawnAppointments(desk, c.var.profile) }),
    )
    .put(
      STAFF_APPOINTMENTS.staffAppointmentMove,
      describe(MOVE),
      limitBody(SMALL_BODY),
      async (c) => {
        const id = uuidOf(c.req.param('id'));
        const move = await jsonBody(c, StaffMoveSchema);
        if (!(Date.parse(move.starts) > desk.now())) throw new ProblemError('bad-request');
        const change = { by: c.var.session.name, at: new Date(desk.now()) };
        const done = await staffMove(c.var.profile.id, db, id, move, change);
        if (done !== 'moved') throw new ProblemError(done);
        tell(c.var.profile.id, id);
        return c.body(null, 204);
      },
    )
    .post(STAFF_APPOINTMENTS.staffAppointmentCancel, describe(CANCEL), async (c) => {
      const id = uuidOf(c.req.param('id'));
      const change = { by: c.var.session.name, at: new Date(desk.now()) };
      if (!(await cancelAppointment(c.var.profile.id, db, id, change)))
        throw new ProblemError('not-found');
      tell(c.var.profile.id, id);
      return c.body(null, 204);
    });
};
