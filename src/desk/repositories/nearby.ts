import { sql } from 'kysely';
import type { ReportLine } from '../../contract/staff.ts';
import type { Address } from '../../contract/repair-request.ts';
import type { Db } from '../db/open.ts';
import { lines, shownLines } from './staff-reports.ts';

/**
 * Other reports at an address and in its building. Nobody tells the desk what a building is: it is the
 * same house number with another addition, or a number of the same postcode at most this far off; a
 * postcode of six covers one side of a part of one street. See docs/decisions/0014.
 */
const DOORS = 10;

/** What was finished longer ago than this tells nothing of the building any more. */
const RECENT_DAYS = 30;

/** At most so many of each. */
const SHOWN = 20;

interface Home {
  id: string;
  postcode: string | null;
  house_number: string | null;
  addition: string | null;
  where_line: string;
  answers: { address?: Address };
}

export async function reportsNear(
  association: string,
  db: Db,
  home: Home,
  now: number,
): Promise<{ atAddress: ReportLine[]; inBuilding: ReportLine[] }> {
  const rows = await found(association, db, home)
    .orderBy('id', 'desc')
    .limit(10 * SHOWN)
    .execute();
  const since = now - RECENT_DAYS * 86_400_000;
  const here = (row: (typeof rows)[number]) =>
    row.house_number === home.house_number && plain(row.addition) === plain(home.addition);
  const telling = (row: (typeof rows)[number]) =>
    !row.closed || row.received_at.getTime() >= since || row.merged_into === home.id;
  const shown = (some: typeof rows) => shownLines(association, db, some.slice(0, SHOWN));
  return {
    atAddress: await shown(rows.filter(here)),
    inBuilding: await shown(rows.filter((row) => !here(row) && telling(row))),
  };
}

/** "12-A", "12 a." and "12a" are one door. */
const plain = (addition: string | null): string =>
  (addition ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function found(association: string, db: Db, home: Home) {
  const others = lines(association, db).where('id', '!=', home.id);
  const number = Number(home.house_number);
  if (!number) return others.where('where_line', '=', home.where_line);
  const doors = Array.from({ length: 2 * DOORS + 1 }, (_, index) => String(number - DOORS + index));
  const beside = others.where('house_number', 'in', doors);
  if (home.postcode) return beside.where('postcode', '=', home.postcode);
  const { street = '', city = '' } = home.answers.address ?? {};
  const same = (part: 'street' | 'city', typed: string) =>
    sql<boolean>`lower(answers -> 'address' ->> ${sql.lit(part)}) = lower(${typed})`;
  return beside
    .where('postcode', 'is', null)
    .where(same('street', street))
    .where(same('city', city));
}
