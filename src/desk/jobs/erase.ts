import type { Desk } from '../desk.ts';

/** Everything with an erase date, what hangs on another first. A schema test holds this list complete. */
export const ERASED_TABLES = [
  'report_view',
  'report_event',
  'report_contact',
  'report',
  'message',
  'staff_session',
] as const;

/**
 * Erases what is due, of every association, also of one that has left: the date is in the row itself,
 * worked out when it came in.
 */
export async function erase(desk: Desk): Promise<void> {
  const { db } = desk.database;
  const now = new Date(desk.now());
  let count = await erasePhotos(desk, now);
  for (const table of ERASED_TABLES) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('erase_at', '<=', now)
      .executeTakeFirst();
    count += Number(numDeletedRows);
  }
  if (count) desk.log({ event: 'erased', count });
}

/** The file first: a row without a file is erased at the next run, a file without a row never. */
async function erasePhotos(desk: Desk, now: Date): Promise<number> {
  const { db } = desk.database;
  const due = await db
    .selectFrom('photo')
    .select(['id', 'association', 'upload'])
    .where('report_id', 'is not', null)
    .where('erase_at', '<=', now)
    .execute();
  for (const { association, id, upload } of due) {
    await desk.photos.removeClean(association, id);
    if (upload) await desk.photos.removeRaw(association, upload);
    await db
      .deleteFrom('photo')
      .where('association', '=', association)
      .where('id', '=', id)
      .execute();
  }
  return due.length;
}
