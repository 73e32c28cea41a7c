import { rm } from 'node:fs/promises';
import { OWNED_TABLES, type OwnedTable } from '../db/owned.ts';
import type { Db } from '../db/open.ts';
import type { AttachmentStore } from '../uploads/store.ts';

/**
 * Erases what is due, of every association, also of one that has left: the date is in the row itself,
 * worked out when it came in.
 *
 * @returns how many rows went
 */
export async function eraseDue(db: Db, store: AttachmentStore, now: Date): Promise<number> {
  let count = 0;
  for (const owned of OWNED_TABLES) {
    if (owned.files) {
      count += await eraseDueFiles(owned, db, store, now);
      continue;
    }
    const { numDeletedRows } = await db
      .deleteFrom(owned.table)
      .where('erase_at', '<=', now)
      .executeTakeFirst();
    count += Number(numDeletedRows);
  }
  return count;
}

/**
 * The file first: a row without a file is erased at the next run, a file without a row never. Uploads
 * that no report has claimed are another job's (`forget-uploads`): a report may claim them now.
 */
async function eraseDueFiles(owned: OwnedTable, db: Db, store: AttachmentStore, now: Date) {
  const due = await db
    .selectFrom(owned.table)
    .selectAll()
    .where('erase_at', '<=', now)
    .$if(owned.ofReport === true, (query) => query.where('report_id' as never, 'is not', null))
    .execute();
  for (const row of due) {
    const { shown, raw } = owned.files!(store, row);
    for (const file of [...shown, ...raw]) await rm(file, { force: true });
    await db
      .deleteFrom(owned.table)
      .where('association', '=', row.association)
      .where('id', '=', row.id)
      .execute();
  }
  return due.length;
}
