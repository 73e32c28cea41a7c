import { sql } from 'kysely';
import type { Agenda, StaffAppointment, Withdrawn } from '../../contract/appointment-staff.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Db } from '../db/open.ts';
import type { Desk } from '../desk.ts';
import { postcodeOf, type AppointmentRow } from './appointments.ts';
import { dayOf, daysAfter } from './dutch-day.ts';
import { rulesOf } from './planning.ts';
import { insteadOf } from './times.ts';

/** What staff see of the days. */

/** With what stands in her report, when she sent one. */
type Row = AppointmentRow & {
  report_name: string | null;
  report_phone: string | null;
  report_where: string | null;
  report_what: string | null;
};

const withReport = (association: string, db: Db) =>
  db
    .selectFrom('appointment')
    .leftJoin('report', (join) =>
      join
        .onRef('report.id', '=', 'appointment.report_id')
        .onRef('report.association', '=', 'appointment.association'),
    )
    .leftJoin('report_contact', (join) =>
      join
        .onRef('report_contact.report_id', '=', 'report.id')
        .onRef('report_contact.association', '=', 'report.association'),
    )
    .selectAll('appointment')
    .select([
      'report_contact.name as report_name',
      'report_contact.phone as report_phone',
      'report.where_line as report_where',
      'report.what as report_what',
    ])
    .where('appointment.association', '=', association);

const shown = (row: Row): StaffAppointment => ({
  id: row.id,
  state: row.state,
  kind: row.kind,
  shows: isTime(row) ? 'time' : 'window',
  from: row.shown_from.toISOString(),
  to: row.shown_to.toISOString(),
  person: row.person_id,
  seat: row.seat,
  starts: row.starts_at.toISOString(),
  ends: row.ends_at.toISOString(),
  busyUntil: row.busy_until.toISOString(),
  reference: row.reference ?? '',
  name: row.name || (row.report_name ?? ''),
  phone: row.phone || (row.report_phone ?? ''),
  email: row.email,
  where: row.where_line || (row.report_where ?? ''),
  about: row.about || (row.report_what ?? ''),
  language: row.language ?? '',
  someoneElse: row.someone_else,
  ...(row.report_id ? { report: row.report_id } : {}),
});

/** What she was told is when it begins and ends, and no hours around it. */
const isTime = ({ shown_from, shown_to, starts_at, ends_at }: Row): boolean =>
  shown_from.getTime() === starts_at.getTime() && shown_to.getTime() === ends_at.getTime();

/** @param first ISO date @param days how many from there on */
export async function agenda(
  association: string,
  db: Db,
  first: string,
  days: number,
): Promise<Agenda> {
  const last = daysAfter(first, days - 1);
  const { rows: people } = await sql<{
    id: string;
    name: string;
    team: string;
    open: [string, string][];
  }>`
    select p.id, p.name, p.team_id as team, coalesce((
      select jsonb_agg(jsonb_build_array(lower(span), upper(span)) order by lower(span))
      from day_free f cross join unnest(f.open) span
      where f.person_id = p.id and f.seat = 1 and f.day between ${first}::date and ${last}::date
    ), '[]') as open
    from person p where p.association = ${association} and (p.active or exists (
      select from appointment a where a.person_id = p.id
        and a.starts_at >= ${new Date(dayOf(first)[0])}::timestamptz))
    order by p.name`.execute(db);
  const rows = await withReport(association, db)
    .where('appointment.starts_at', '>=', new Date(dayOf(first)[0]))
    .where('appointment.starts_at', '<', new Date(dayOf(last)[1]))
    .where('appointment.state', '<>', 'cancelled')
    .orderBy('appointment.starts_at')
    .execute();
  return {
    people: people.map(({ open, ...person }) => ({
      ...person,
      open: open.map(([from, to]) => [new Date(from).toISOString(), new Date(to).toISOString()]),
    })),
    appointments: rows.map(shown),
  };
}

/** Appointments that lost their time and have no other yet; who is first is shown first. */
export async function withdrawnAppointments(desk: Desk, profile: Profile): Promise<Withdrawn[]> {
  const { db } = desk.database;
  const rows = await withReport(profile.id, db)
    .where('appointment.state', '=', 'withdrawn')
    .where('appointment.shown_to', '>', new Date(desk.now()))
    .orderBy('appointment.shown_from')
    .execute();
  const found: Withdrawn[] = [];
  for (const row of rows) {
    const rules = await rulesOf(profile.id, db, row.kind);
    if (!rules) continue;
    const postcode = await postcodeOf(profile.id, db, row);
    const wanted = { kind: row.kind, problem: row.problem, postcode };
    const search = { wanted, rules, now: desk.now() };
    const instead = await insteadOf(desk, profile.id, search, row.shown_from.getTime());
    found.push({ appointment: shown(row), ...instead });
  }
  return found;
}
