import type { DangerCall, NewDangerCall } from '../../contract/staff.ts';
import type { Db } from '../db/open.ts';

/** As many as a member of staff looks back on. */
const LATEST = 20;

interface Added extends NewDangerCall {
  /** The idempotency key: a call that is noted twice is noted once. */
  id: string;
  at: Date;
  by: string;
  eraseAt: Date;
}

export const addDangerCall = (association: string, db: Db, added: Added) =>
  db
    .insertInto('danger_call')
    .values({
      id: added.id,
      association,
      at: added.at,
      by_name: added.by,
      danger: added.danger,
      words: added.words,
      erase_at: added.eraseAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Newest first. */
export async function listDangerCalls(association: string, db: Db): Promise<DangerCall[]> {
  const rows = await db
    .selectFrom('danger_call')
    .select(['id', 'at', 'by_name', 'danger', 'words'])
    .where('association', '=', association)
    .orderBy('at', 'desc')
    .limit(LATEST)
    .execute();
  return rows.map(({ id, at, by_name, danger, words }) => ({
    id,
    at: at.toISOString(),
    by: by_name,
    danger,
    words,
  }));
}
