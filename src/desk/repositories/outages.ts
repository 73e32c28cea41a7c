import { sql } from 'kysely';
import type { NewOutage, Outage } from '../../contract/outages.ts';
import type { Db } from '../db/open.ts';
import { newId } from '../ids.ts';

/** Known outages of one association. */

export interface CurrentOutage extends NewOutage {
  association: string;
}

export async function addOutage(
  association: string,
  db: Db,
  added: NewOutage & { by: string; at: Date; eraseAt: Date },
): Promise<string> {
  const id = newId(added.at.getTime());
  await db
    .insertInto('outage')
    .values({
      id,
      association,
      kind: added.kind,
      areas: JSON.stringify(added.areas),
      text: added.text,
      by_name: added.by,
      started_at: added.at,
      until: new Date(added.until),
      ended_at: null,
      erase_at: added.eraseAt,
    })
    .execute();
  return id;
}

/** @returns false when there is no such outage, or it is over already */
export async function endOutage(
  association: string,
  db: Db,
  id: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outage')
    .set({ ended_at: at })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('until', '>', at)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Those that last now, of every association, the newest first. */
export async function currentOutages(db: Db, now: Date): Promise<CurrentOutage[]> {
  const rows = await db
    .selectFrom('outage')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    association: row.association,
    kind: row.kind,
    areas: [...row.areas],
    text: row.text,
    until: row.until.toISOString(),
  }));
}

const LATEST = 50;

/** For staff: those that last now first, then the latest; each with how many reports it brought. */
export async function listOutages(association: string, db: Db, now: Date): Promise<Outage[]> {
  const rows = await db
    .selectFrom('outage')
    .selectAll()
    .select((select) =>
      select
        .selectFrom('report')
        .whereRef('report.association', '=', 'outage.association')
        .whereRef('report.received_at', '>=', 'outage.started_at')
        .where(sql<boolean>`report.received_at <= least(outage.until, outage.ended_at)`)
        .where(
          sql<boolean>`jsonb_exists_any(outage.areas, array[report.postcode, left(report.postcode, 4)])`,
        )
        .select(sql<number>`count(*)::int`.as('count'))
        .as('reports'),
    )
    .where('association', '=', association)
    .orderBy(sql`ended_at is null and until > ${now}`, 'desc')
    .orderBy('id', 'desc')
    .limit(LATEST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    areas: [...row.areas],
    text: row.text,
    until: row.until.toISOString(),
    startedAt: row.started_at.toISOString(),
    ...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
    by: row.by_name,
    reports: row.reports ?? 0,
  }));
}
