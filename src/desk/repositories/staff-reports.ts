import { sql } from 'kysely';
import type { Page, ReportLine } from '../../contract/staff.ts';
import type { Db } from '../db/open.ts';
import type { Search } from '../search.ts';
import { placeAfter } from './after.ts';
import { viewsOf } from './view-log.ts';

/** What members of staff see of reports, in the order in which they want it. */

const PAGE = 50;

/** As the index `report_list` says it. */
const closed = sql<boolean>`(status in ('done', 'cancelled') or merged_into is not null)`;

const lines = (association: string, db: Db) =>
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
      'language',
      closed.as('closed'),
      select
        .selectFrom('attachment')
        .whereRef('attachment.association', '=', 'report.association')
        .whereRef('attachment.report_id', '=', 'report.id')
        .where('attachment.kind', '=', 'photo')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('photos'),
    ])
    .where('association', '=', association);

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

const lineOf = (row: Row): ReportLine => ({
  id: row.id,
  reference: row.reference,
  receivedAt: row.received_at.toISOString(),
  urgency: row.urgency,
  status: row.status,
  what: row.what,
  where: row.where_line,
  language: row.language,
  photos: row.photos ?? 0,
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
    items: shown.map(lineOf),
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

/** Earlier and open reports at the same address, newest first. */
export async function reportsAtAddress(
  association: string,
  db: Db,
  report: { id: string; postcode: string | null; house_number: string | null; where_line: string },
): Promise<ReportLine[]> {
  const rows = await lines(association, db)
    .where('id', '!=', report.id)
    .where((where) =>
      report.postcode
        ? where.and([
            where('postcode', '=', report.postcode),
            where('house_number', '=', report.house_number),
          ])
        : where('where_line', '=', report.where_line),
    )
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map(lineOf);
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
  const [contact, events, views, line] = [
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
    await lines(association, db).where('id', '=', id).executeTakeFirstOrThrow(),
  ];
  return { report, contact, events, views, line: lineOf(line) };
}
