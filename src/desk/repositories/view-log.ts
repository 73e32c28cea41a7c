import type { Db } from '../db/open.ts';
import type { ViewedAct } from '../../contract/staff.ts';
import { newId } from '../ids.ts';

/**
 * Who saw what of whom. Kept for a time of its own, also when what was seen is gone. It is read per
 * report and as a whole file, and never counted per person.
 */

/** Who did it: a member of staff, or a command on the desk's own machine. */
export interface Viewer {
  name: string;
  /** As the administrator knows her. */
  account: string;
}

export interface NewView {
  act: ViewedAct;
  /** Id of the report or the message; none of a search or an export. */
  about?: string | undefined;
  by: Viewer;
  at: number;
  eraseAt: Date;
}

export async function addView(association: string, db: Db, view: NewView): Promise<void> {
  await db
    .insertInto('view_log')
    .values({
      id: newId(view.at),
      association,
      at: new Date(view.at),
      act: view.act,
      about_id: view.about ?? null,
      by_name: view.by.name,
      by_account: view.by.account,
      erase_at: view.eraseAt,
    })
    .execute();
}

/** The last ones of one report, newest first. */
export const viewsOf = (association: string, db: Db, about: string) =>
  db
    .selectFrom('view_log')
    .select(['at', 'act', 'by_name'])
    .where('association', '=', association)
    .where('about_id', '=', about)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();

const CHUNK = 500;

/** All of it, oldest first, with the reference of what was seen as long as that is there. */
export async function* allViews(association: string, db: Db) {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await db
      .selectFrom('view_log')
      .leftJoin('report', (join) =>
        join
          .onRef('report.id', '=', 'view_log.about_id')
          .onRef('report.association', '=', 'view_log.association'),
      )
      .select([
        'view_log.id as id',
        'view_log.at as at',
        'view_log.act as act',
        'view_log.about_id as about_id',
        'view_log.by_name as by_name',
        'view_log.by_account as by_account',
        'report.reference as reference',
      ])
      .where('view_log.association', '=', association)
      .where('view_log.id', '>', after)
      .orderBy('view_log.id')
      .limit(CHUNK)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return;
    after = last.id;
  }
}
