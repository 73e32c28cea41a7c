import type { KindRules, NewPerson, NewTeam } from '../../contract/appointment-staff.ts';
import type { Db } from '../db/open.ts';
import { newId } from '../ids.ts';
import { inTurn } from '../repositories/in-turn.ts';
import { monthsAfter } from '../reports/keep.ts';
import { lengthenDays, renewDays } from './days.ts';

/** Teams, people and kinds, as staff set them. Every change makes the days ahead anew. */

/** As long as the association is served here this is pushed on (`keepPlanning`); then it is forgotten. */
const KEPT_MONTHS = 12;
const keptUntil = (now: number) => monthsAfter(now, KEPT_MONTHS);

/** @param id of a team that is there; left out: a new one. @returns undefined when it is not there */
export const saveTeam = (
  association: string,
  db: Db,
  { id, now, ...team }: NewTeam & { id?: string | undefined; now: number },
): Promise<string | undefined> =>
  inTurn('appointments', association, db, async (tx) => {
    const values = {
      name: team.name,
      areas: JSON.stringify([...new Set(team.areas)]),
      erase_at: keptUntil(now),
    };
    if (id === undefined) {
      const added = newId(now);
      await tx
        .insertInto('team')
        .values({ ...values, id: added, association })
        .execute();
      return added;
    }
    const { numUpdatedRows } = await tx
      .updateTable('team')
      .set(values)
      .where('association', '=', association)
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows ? id : undefined;
  });

export const hasTeam = async (association: string, tx: Db, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('team')
    .select('id')
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined;

/**
 * @param id of a person who is there; left out: a new one
 * @returns undefined when she, or her team, is not there
 */
export const savePerson = (
  association: string,
  db: Db,
  { id, now, ...person }: NewPerson & { id?: string | undefined; now: number },
): Promise<string | undefined> =>
  inTurn('appointments', association, db, async (tx) => {
    if (!(await hasTeam(association, tx, person.team))) return undefined;
    const values = {
      team_id: person.team,
      name: person.name,
      first_name: person.firstName,
      kinds: JSON.stringify(person.kinds),
      skills: JSON.stringify(person.skills),
      seats: person.seats,
      week: JSON.stringify(person.week),
      active: person.active,
      erase_at: keptUntil(now),
    };
    const saved = id ?? newId(now);
    if (id === undefined)
      await tx
        .insertInto('person')
        .values({ ...values, id: saved, association })
        .execute();
    else {
      const { numUpdatedRows } = await tx
        .updateTable('person')
        .set(values)
        .where('association', '=', association)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!numUpdatedRows) return undefined;
    }
    await renewDays(association, tx, { person: saved, now });
    return saved;
  });

export const saveKind = (
  association: string,
  db: Db,
  { now, ...rules }: KindRules & { now: number },
): Promise<void> =>
  inTurn('appointments', association, db, async (tx) => {
    const values = {
      active: rules.active,
      minutes: rules.minutes,
      travel_minutes: rules.travelMinutes,
      step_minutes: rules.stepMinutes,
      lead_hours: rules.leadHours,
      lead_working_days: rules.leadWorkingDays,
      horizon_days: rules.horizonDays,
      change_hours: rules.changeHours,
      windows: JSON.stringify(rules.windows),
      erase_at: keptUntil(now),
    };
    await tx
      .insertInto('appointment_kind')
      .values({ ...values, id: newId(now), association, kind: rules.kind })
      .onConflict((conflict) => conflict.columns(['association', 'kind']).doUpdateSet(values))
      .execute();
    await lengthenDays(association, tx, now);
  });

/** Keeps what is set from being forgotten, and the days ahead as long as they must be. */
export const keepPlanning = (association: string, db: Db, now: number): Promise<void> =>
  inTurn('appointments', association, db, async (tx) => {
    for (const table of ['team', 'person', 'appointment_kind'] as const)
      await tx
        .updateTable(table)
        .set({ erase_at: keptUntil(now) })
        .where('association', '=', association)
        .where('erase_at', '<', monthsAfter(now, KEPT_MONTHS - 1))
        .$if(table === 'person', (query) => query.where('active' as never, '=', true as never))
        .execute();
    await lengthenDays(association, tx, now);
  });
