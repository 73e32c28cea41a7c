import type { Selectable } from 'kysely';
import type { KindRules, Planning } from '../../contract/appointment-staff.ts';
import type { Db } from '../db/open.ts';
import type { AppointmentKindTable } from '../db/tables.ts';

/** What staff have set, read. */

/** A row as the rules that it holds. */
const rulesIn = (row: Selectable<AppointmentKindTable>): KindRules => ({
  kind: row.kind,
  active: row.active,
  minutes: row.minutes,
  travelMinutes: row.travel_minutes,
  stepMinutes: row.step_minutes as KindRules['stepMinutes'],
  leadHours: row.lead_hours,
  leadWorkingDays: row.lead_working_days,
  horizonDays: row.horizon_days,
  changeHours: row.change_hours,
  windows: row.windows,
});

export async function rulesOf(
  association: string,
  db: Db,
  kind: KindRules['kind'],
): Promise<KindRules | undefined> {
  const row = await db
    .selectFrom('appointment_kind')
    .selectAll()
    .where('association', '=', association)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row && rulesIn(row);
}

/** What is set, whole. @param today ISO date: days and closures before it are left out */
export async function planning(association: string, db: Db, today: string): Promise<Planning> {
  const teams = await db
    .selectFrom('team')
    .select(['id', 'name', 'areas'])
    .where('association', '=', association)
    .orderBy('name')
    .execute();
  const people = await db
    .selectFrom('person')
    .selectAll()
    .where('association', '=', association)
    .orderBy('name')
    .execute();
  const kinds = await db
    .selectFrom('appointment_kind')
    .selectAll()
    .where('association', '=', association)
    .orderBy('kind')
    .execute();
  const days = await db
    .selectFrom('person_day')
    .select(['person_id as person', 'date', 'spans', 'why'])
    .where('association', '=', association)
    .where('date', '>=', today)
    .orderBy('date')
    .execute();
  const closures = await db
    .selectFrom('closure')
    .selectAll()
    .where('association', '=', association)
    .where('to_date', '>=', today)
    .orderBy('from_date')
    .execute();
  return {
    teams: teams.map((team) => ({ ...team, areas: [...team.areas] })),
    people: people.map((row) => ({
      id: row.id,
      name: row.name,
      firstName: row.first_name,
      team: row.team_id,
      kinds: [...row.kinds],
      skills: [...row.skills],
      seats: row.seats,
      week: row.week,
      active: row.active,
    })),
    kinds: kinds.map(rulesIn),
    days,
    closures: closures.map((row) => ({
      id: row.id,
      from: row.from_date,
      to: row.to_date,
      why: row.why,
      ...(row.team_id ? { team: row.team_id } : {}),
      ...(row.spans ? { spans: row.spans } : {}),
    })),
  };
}
