import { sql } from 'kysely';
import type { Figures } from '../../contract/figures.ts';
import { dateOf } from '../../contract/opening-hours.ts';
import { urgencies } from '../../contract/triage/types.ts';
import type { Db } from '../db/open.ts';
import { closed } from './staff-reports.ts';

/** Figures of the queue. No query here reads who did something. */

const DAY = 86_400_000;
const SHOWN = 7;
const WEEKS = 4;

/** The date in the Netherlands, `ago` days before; reckoned from noon, for days of 23 and 25 hours. */
const daysBefore = (now: number, ago: number): string =>
  dateOf(Date.parse(`${dateOf(now)}T12:00:00Z`) - ago * DAY);

/** The least id of this moment: an id sorts by when it was made, and has an index with its association. */
const firstIdAt = (moment: number): string =>
  moment
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})(.{4})$/, '$1-$2-0000-0000-000000000000');

const onDay = (moment: string) =>
  sql<string>`to_char(${sql.ref(moment)} at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`;

export async function figuresOf(association: string, db: Db, now: number): Promise<Figures> {
  const since = firstIdAt(now - (SHOWN * (WEEKS + 1) + 1) * DAY);
  const [open, oldest, came, done] = [
    await db
      .selectFrom('report')
      .select(['urgency', sql<number>`count(*)::int`.as('count')])
      .where('association', '=', association)
      .where((where) => where.not(closed))
      .groupBy('urgency')
      .execute(),
    await db
      .selectFrom('report')
      .select(['id', 'reference', 'received_at', 'urgency'])
      .where('association', '=', association)
      .where('status', '=', 'new')
      .where('merged_into', 'is', null)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst(),
    await db
      .selectFrom('report')
      .select([onDay('received_at').as('date'), sql<number>`count(*)::int`.as('count')])
      .where('association', '=', association)
      .where('id', '>=', since)
      .groupBy('date')
      .execute(),
    // Of what is finished now, the last time that it was: what was reopened is not done.
    await db
      .selectFrom((from) =>
        from
          .selectFrom('report_event')
          .innerJoin('report', (join) =>
            join
              .onRef('report.association', '=', 'report_event.association')
              .onRef('report.id', '=', 'report_event.report_id'),
          )
          .select([sql<Date>`max(report_event.at)`.as('at')])
          .where('report_event.association', '=', association)
          .where('report_event.id', '>=', since)
          .where('report_event.kind', '=', 'status')
          .where('report_event.text', '=', 'done')
          .where('report.status', '=', 'done')
          .groupBy('report_event.report_id')
          .as('finished'),
      )
      .select([onDay('finished.at').as('date'), sql<number>`count(*)::int`.as('count')])
      .groupBy('date')
      .execute(),
  ];
  const on = (rows: typeof came, ago: number): number =>
    rows.find(({ date }) => date === daysBefore(now, ago))?.count ?? 0;
  return {
    open: Object.fromEntries(
      urgencies.map((each) => [each, open.find(({ urgency }) => urgency === each)?.count ?? 0]),
    ) as Figures['open'],
    ...(oldest
      ? {
          oldest: {
            id: oldest.id,
            reference: oldest.reference,
            receivedAt: oldest.received_at.toISOString(),
            urgency: oldest.urgency,
          },
        }
      : {}),
    days: Array.from({ length: SHOWN }, (_, ago) => {
      const before = Array.from({ length: WEEKS }, (_week, week) => on(came, ago + 7 * (week + 1)));
      return {
        date: daysBefore(now, ago),
        in: on(came, ago),
        done: on(done, ago),
        usual: Math.round(before.reduce((sum, each) => sum + each, 0) / WEEKS),
      };
    }),
  };
}
