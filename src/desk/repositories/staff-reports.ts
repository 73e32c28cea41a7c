import { sql } from 'kysely';
import type { Page, ReportLine } from '../../contract/staff.ts';
import type { Db } from '../db/open.ts';
import type { Search } from '../search.ts';
import { placeAfter } from './after.ts';
import { countFollowers, leadersOf } from './merging.ts';
import { viewsOf } from './view-log.ts';

/** What members of staff see of reports, in the order in which they want it. */

const PAGE = 50;

/** As the index `report_list` says it. */
export const closed = sql<boolean>`(status in ('done', 'cancelled') or merged_into is not null)`;

/** Reports as far as a line of them goes; for `shownLines`. */
export const lines = (association: string, db: Db) =>
  db
    .selectFrom('report')
    .select((select) => [
      'id',
      'reference',
      'received_at',
      'urgency',
      'urgency_rank',
      'status',
      'what',
      'where_line',
      'house_number',
      'addition',
      'language',
      'merged_into',
      closed.as('closed'),
      select
        .selectFrom('report_contact')
        .whereRef('report_contact.association', '=', 'report.association')
        .whereRef('report_contact.report_id', '=', 'report.id')
        .select('name')
        .as('who'),
      countFollowers.as('merged'),
      select
        .selectFrom('attachment')
        .whereRef('attachment.association', '=', 'report.association')
        .whereRef('attachment.report_id', '=', 'report.id')
        .where('attachment.kind', '=', 'photo')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('photos'),
      select
        .exists(
          select
            .selectFrom('attachment')
            .whereRef('attachment.association', '=', 'report.association')
            .whereRef('attachment.report_id', '=', 'report.id')
            .where('attachment.kind', '=', 'voice')
            .select('attachment.id'),
        )
        .as('spoken'),
    ])
    .where('association', '=', association);

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

/** With who leads them, where another does. */
export async function shownLines(
  association: string,
  db: Db,
  rows: readonly Row[],
): Promise<ReportLine[]> {
  const leaders = await leadersOf(association, db, rows);
  return rows.map((row) => {
    const leader = leaders.get(row.id);
    if (!leader) return lineOf(row);
    const { id, reference, status } = leader;
    return { ...lineOf(row), mergedInto: { id, reference, status } };
  });
}

const lineOf = (row: Row): ReportLine => ({
  id: row.id,
  reference: row.reference,
  receivedAt: row.received_at.toISOString(),
  urgency: row.urgency,
  status: row.status,
  what: row.what,
  where: row.where_line,
  who: row.who ?? '',
  language: row.language,
  photos: row.photos ?? 0,
  merged: row.merged,
  spoken: Boolean(row.spoken),
});

/** Open ones first; of those the most urgent, then the newest (an id sorts by its moment). */
export async function listReports(
  association: string,
  db: Db,
  { search, after }: { search?: Search | undefined; after?: string | undefined },
): Promise<Page<ReportLine>> {
  const place = placeAfter(after, 2);
  const [wasClosed = 0, rank = 0] = place?.keys ?? [];
  const rows = await found(lines(association, db), association, db, search)
    .$if(place !== undefined, (query) =>
      query.where(
        sql<boolean>`(${closed}, urgency_rank) > (${wasClosed === 1}, ${rank})
          or ((${closed}, urgency_rank) = (${wasClosed === 1}, ${rank}) and id < ${place?.id})`,
      ),
    )
    .orderBy(closed)
    .orderBy('urgency_rank')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: await shownLines(association, db, shown),
    ...(rows.length > PAGE && last
      ? { next: `${last.closed ? 1 : 0}.${last.urgency_rank}.${last.id}` }
      : {}),
  };
}

function found(query: ReturnType<typeof lines>, association: string, db: Db, search?: Search) {
  switch (search?.kind) {
    case 'reference':
      return query.where('reference', '=', search.reference);
    case 'phone':
      return query.where(
        'id',
        'in',
        db
          .selectFrom('report_contact')
          .select('report_id')
          .where('association', '=', association)
          .where((where) =>
            where.or([where('phone', '=', search.phone), where('door_phone', '=', search.phone)]),
          ),
      );
    case 'place':
      return query
        .where('postcode', '=', search.postcode)
        .$if(search.number !== undefined, (some) =>
          some.where('house_number', '=', search.number as string),
        )
        .$if(search.addition !== undefined, (some) =>
          some.where(sql`lower(addition)`, '=', search.addition as string),
        );
    case 'words':
      return search.words.reduce(
        (some, word) => some.where('what', 'ilike', `%${word.replace(/[\\%_]/g, '\\$&')}%`),
        query,
      );
    default:
      return query;
  }
}

export const hasReport = async (association: string, db: Db, id: string): Promise<boolean> =>
  (await db
    .selectFrom('report')
    .select('id')
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined;

/** One report with the contact data that is still kept. */
export async function reportById(association: string, db: Db, id: string) {
  const report = await db
    .selectFrom('report')
    .selectAll()
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!report) return undefined;
  const of = { association, report_id: id } as const;
  const [contact, events, views, [line]] = [
    await db
      .selectFrom('report_contact')
      .selectAll()
      .where((w) => w.and(of))
      .executeTakeFirst(),
    await db
      .selectFrom('report_event')
      .selectAll()
      .where((w) => w.and(of))
      .orderBy('at')
      .orderBy('id')
      .execute(),
    await viewsOf(association, db, id),
    await linesOf(association, db, [id]),
  ];
  if (!line) return undefined;
  return { report, contact, events, views, line };
}

/** Of these reports, the newest first. */
export const linesOf = async (
  association: string,
  db: Db,
  ids: readonly string[],
): Promise<ReportLine[]> =>
  ids.length
    ? shownLines(
        association,
        db,
        await lines(association, db).where('id', 'in', ids).orderBy('id', 'desc').execute(),
      )
    : [];
