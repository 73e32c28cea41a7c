import { Hono } from 'hono';
import { STAFF_APPOINTMENTS } from '../../contract/appointment-endpoints.ts';
import {
  ClosureSchema,
  KindRulesSchema,
  PersonDaySchema,
  PersonSchema,
  TeamSchema,
} from '../../contract/appointment-staff.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { dutchDate } from '../opening-rules.ts';
import { withdrawnAppointments } from '../slots/agenda.ts';
import { addClosure, removeClosure, setPersonDay } from '../slots/other-days.ts';
import { saveKind, savePerson, saveTeam } from '../slots/people.ts';
import { planning } from '../slots/planning.ts';
import { uuidOf } from './staff-reports.ts';

const changes = ['bad-request', 'wrong-origin'] as const;
const PLANNING = {
  summary: 'Teams, people, kinds of appointments, and the days that are other than usual.',
  answers: { 200: 'All that is set.' },
  staff: true,
};
const added = { 201: 'Added: its id.' };
const saved = { 204: 'Saved.' };
const NEW_TEAM = { summary: 'Add a team.', body: TeamSchema, answers: added };
const TEAM = { summary: 'Change a team.', body: TeamSchema, answers: saved };
const NEW_PERSON = { summary: 'Add a person.', body: PersonSchema, answers: added };
const PERSON = { summary: 'Change a person.', body: PersonSchema, answers: saved };
const DAY = {
  summary:
    'Set one day of a person, or withdraw it. Who had an appointment then is offered others.',
  body: PersonDaySchema,
  answers: { 200: 'The appointments that lost their time, with what can be offered instead.' },
};
const NEW_CLOSURE = { summary: 'Add days that are closed.', body: ClosureSchema, answers: added };
const CLOSURE = { summary: 'Open on those days after all.', answers: { 204: 'Taken away.' } };
const KIND = {
  summary: 'Set how a kind of appointment is planned.',
  body: KindRulesSchema,
  answers: saved,
};
const staff = { problems: changes, staff: true };

const found = <T>(there: T | undefined): T => {
  if (there === undefined) throw new ProblemError('not-found');
  return there;
};

/** Who works when, where and on what. */
export const staffPlanningRoutes = (desk: Desk) => {
  const { db } = desk.database;
  const small = limitBody(SMALL_BODY);
  return new Hono<Env>()
    .get(STAFF_APPOINTMENTS.staffPlanning, describe(PLANNING), async (c) =>
      c.json(await planning(c.var.profile.id, db, dutchDate(desk.now()).toString())),
    )
    .post(STAFF_APPOINTMENTS.staffTeams, describe({ ...NEW_TEAM, ...staff }), small, async (c) => {
      const team = await jsonBody(c, TeamSchema);
      const id = await saveTeam(c.var.profile.id, db, { ...team, now: desk.now() });
      return c.json({ id }, 201);
    })
    .put(STAFF_APPOINTMENTS.staffTeam, describe({ ...TEAM, ...staff }), small, async (c) => {
      const id = uuidOf(c.req.param('id'));
      const team = await jsonBody(c, TeamSchema);
      found(await saveTeam(c.var.profile.id, db, { ...team, id, now: desk.now() }));
      return c.body(null, 204);
    })
    .post(
      STAFF_APPOINTMENTS.staffPeople,
      describe({ ...NEW_PERSON, ...staff }),
      small,
      async (c) => {
        const person = await jsonBody(c, PersonSchema);
        const id = await savePerson(c.var.profile.id, db, { ...person, now: desk.now() });
        return c.json({ id: found(id) }, 201);
      },
    )
    .put(STAFF_APPOINTMENTS.staffPerson, describe({ ...PERSON, ...staff }), small, async (c) => {
      const id = uuidOf(c.req.param('id'));
      const person = await jsonBody(c, PersonSchema);
      found(await savePerson(c.var.profile.id, db, { ...person, id, now: desk.now() }));
      return c.body(null, 204);
    })
    .put(STAFF_APPOINTMENTS.staffPersonDay, describe({ ...DAY, ...staff }), small, async (c) => {
      const id = uuidOf(c.req.param('id'));
      const day = await jsonBody(c, PersonDaySchema);
      const { profile, session } = c.var;
      const by = { by: session.name, now: desk.now() };
      const lost = new Set(found(await setPersonDay(profile.id, db, id, day, by)));
      for (const each of lost) desk.live.publish(profile.id, { type: 'appointment', id: each });
      const all = lost.size ? await withdrawnAppointments(desk, profile) : [];
      return c.json({ items: all.filter(({ appointment }) => lost.has(appointment.id)) });
    })
    .post(
      STAFF_APPOINTMENTS.staffClosures,
      describe({ ...NEW_CLOSURE, ...staff }),
      small,
      async (c) => {
        const closure = await jsonBody(c, ClosureSchema);
        const by = { by: c.var.session.name, now: desk.now() };
        return c.json({ id: found(await addClosure(c.var.profile.id, db, closure, by)) }, 201);
      },
    )
    .delete(STAFF_APPOINTMENTS.staffClosure, describe({ ...CLOSURE, ...staff }), async (c) => {
      const id = uuidOf(c.req.param('id'));
      if (!(await removeClosure(c.var.profile.id, db, id, desk.now())))
        throw new ProblemError('not-found');
      return c.body(null, 204);
    })
    .put(
      STAFF_APPOINTMENTS.staffAppointmentKinds,
      describe({ ...KIND, ...staff }),
      small,
      async (c) => {
        const rules = await jsonBody(c, KindRulesSchema);
        await saveKind(c.var.profile.id, db, { ...rules, now: desk.now() });
        return c.body(null, 204);
      },
    );
};
