import { rm } from 'node:fs/promises';
import type { ErasureReason } from '../../contract/staff.ts';
import { OWNED_TABLES, type OwnedTable } from '../db/owned.ts';
import type { Db } from '../db/open.ts';
import { sha256 } from '../hash.ts';
import type { AttachmentStore } from '../uploads/store.ts';
import { leaveStatus } from './merging.ts';

/**
 * Erases what is due, of every association, also of one that has left: the date is in the row itself,
 * worked out when it came in.
 *
 * @returns how many rows went
 */
export async function eraseDue(db: Db, store: AttachmentStore, now: Date): Promise<number> {
  let count = 0;
  for (const owned of OWNED_TABLES) {
    if (owned.table === 'report') await leaveStatus(db, { due: now });
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

/** Reports that are to be erased now. */
export const reportsDue = (db: Db, now: Date) =>
  db
    .selectFrom('report')
    .select(['id', 'association', 'reference'])
    .where('erase_at', '<=', now)
    .execute();

/**
 * The file first: a row without a file is erased at the next run, a file without a row never. Uploads
 * that nothing has claimed are another job's (`forget-uploads`): a report may claim them now.
 */
async function eraseDueFiles(owned: OwnedTable, db: Db, store: AttachmentStore, now: Date) {
  const due = await db
    .selectFrom(owned.table)
    .selectAll()
    .where('erase_at', '<=', now)
    .where((where) =>
      where.or([
        where('report_id' as never, 'is not', null),
        where('callback_id' as never, 'is not', null),
      ]),
    )
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

/** One report with all that hangs on it. */
export interface Parts {
  id: string;
  /** Of the report and of every row that hangs on it: what jobs may be told. */
  ids: string[];
  files: string[];
}

export async function partsOfReport(
  association: string,
  db: Db,
  store: AttachmentStore,
  reference: string,
): Promise<Parts | undefined> {
  const report = await db
    .selectFrom('report')
    .select('id')
    .where('association', '=', association)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!report) return undefined;
  const parts: Parts = { id: report.id, ids: [report.id], files: [] };
  for (const owned of OWNED_TABLES.filter(({ ofReport }) => ofReport)) {
    const rows = await db
      .selectFrom(owned.table)
      .selectAll()
      .where('association', '=', association)
      .where('report_id' as never, '=', report.id as never)
      .execute();
    for (const row of rows) {
      parts.ids.push(row.id);
      const { shown, raw } = owned.files?.(store, row) ?? { shown: [], raw: [] };
      parts.files.push(...shown, ...raw);
    }
  }
  return parts;
}

export async function removeFiles(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
}

/** The row and every row that hangs on it. @returns its id, when it was there */
export async function eraseReport(
  association: string,
  tx: Db,
  id: string,
): Promise<string | undefined> {
  for (const { table } of OWNED_TABLES.filter(({ ofReport }) => ofReport))
    await tx
      .deleteFrom(table)
      .where('association', '=', association)
      .where('report_id' as never, '=', id as never)
      .execute();
  await leaveStatus(tx, { association, id });
  const gone = await tx
    .deleteFrom('report')
    .where('association', '=', association)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone?.id;
}

/** The files of a callback that no report has claimed, and the ids of all that hangs on it. */
export async function partsOfCallback(
  association: string,
  db: Db,
  store: AttachmentStore,
  reference: string,
): Promise<Parts | undefined> {
  const callback = await db
    .selectFrom('callback')
    .select('id')
    .where('association', '=', association)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!callback) return undefined;
  const parts: Parts = { id: callback.id, ids: [callback.id], files: [] };
  const attachment = OWNED_TABLES.find(({ table }) => table === 'attachment');
  const rows = await ofCallback(association, db, callback.id).selectAll().execute();
  for (const row of rows) {
    parts.ids.push(row.id);
    const { shown, raw } = attachment?.files?.(store, row as never) ?? { shown: [], raw: [] };
    parts.files.push(...shown, ...raw);
  }
  return parts;
}

/** What came along with it and belongs to no report. */
const ofCallback = (association: string, db: Db, id: string) =>
  db
    .selectFrom('attachment')
    .where('association', '=', association)
    .where('callback_id', '=', id)
    .where('report_id', 'is', null);

/** The row and every row that hangs on it. @returns its id, when it was there */
export async function eraseCallback(
  association: string,
  tx: Db,
  id: string,
): Promise<string | undefined> {
  await tx
    .deleteFrom('attachment')
    .where('association', '=', association)
    .where('callback_id', '=', id)
    .where('report_id', 'is', null)
    .execute();
  const gone = await tx
    .deleteFrom('callback')
    .where('association', '=', association)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone?.id;
}

export async function eraseMessage(
  association: string,
  tx: Db,
  reference: string,
): Promise<string | undefined> {
  const gone = await tx
    .deleteFrom('message')
    .where('association', '=', association)
    .where('reference', '=', reference)
    .returning('id')
    .executeTakeFirst();
  return gone?.id;
}

/** That something was erased: recognised by who has the reference, and by nobody else. */
export async function addErasure(
  association: string,
  tx: Db,
  { id, at, reference, why, eraseAt }: NewErasure,
): Promise<void> {
  await tx
    .insertInto('erasure')
    .values({
      id,
      association,
      at,
      reference_hash: sha256(`${association} ${reference}`),
      why,
      erase_at: eraseAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface NewErasure {
  id: string;
  at: Date;
  reference: string;
  why: ErasureReason;
  eraseAt: Date;
}
