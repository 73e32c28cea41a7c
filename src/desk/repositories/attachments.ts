import type { UploadKind } from '../../contract/upload.ts';
import type { Db } from '../db/open.ts';
import type { AttachmentState } from '../db/tables.ts';
import { newId } from '../ids.ts';

/** An upload that no report claims is forgotten after this. */
export const UNCLAIMED_HOURS = 24;

export interface Attachment {
  id: string;
  kind: UploadKind;
  client_id: string;
  upload: string | null;
  state: AttachmentState;
  report_id: string | null;
  callback_id: string | null;
  seconds: number | null;
  erase_at: Date;
}

const COLUMNS = [
  'id',
  'kind',
  'client_id',
  'upload',
  'state',
  'report_id',
  'callback_id',
  'seconds',
  'erase_at',
] as const;

const attachmentsOf = (association: string, db: Db) =>
  db.selectFrom('attachment').select(COLUMNS).where('association', '=', association);

export const attachmentById = (
  association: string,
  db: Db,
  id: string,
): Promise<Attachment | undefined> =>
  attachmentsOf(association, db).where('id', '=', id).executeTakeFirst();

export const attachmentByUpload = (
  association: string,
  db: Db,
  upload: string,
): Promise<Attachment | undefined> =>
  attachmentsOf(association, db).where('upload', '=', upload).executeTakeFirst();

/** Those of a draft that no report has claimed yet. */
export const attachmentsOfDraft = (
  association: string,
  db: Db,
  draftHash: string,
  kind: UploadKind,
): Promise<Attachment[]> =>
  attachmentsOf(association, db)
    .where('draft_hash', '=', draftHash)
    .where('kind', '=', kind)
    .where('report_id', 'is', null)
    .orderBy('id')
    .execute();

export const attachmentsOfReport = (
  association: string,
  db: Db,
  report: string,
  kind: UploadKind,
): Promise<Attachment[]> =>
  attachmentsOf(association, db)
    .where('report_id', '=', report)
    .where('kind', '=', kind)
    .orderBy('position')
    .execute();

/** Those that came along with a callback, also when a report has claimed them since. */
export const attachmentsOfCallback = (
  association: string,
  db: Db,
  callback: string,
): Promise<Attachment[]> =>
  attachmentsOf(association, db).where('callback_id', '=', callback).orderBy('id').execute();

export interface NewAttachment {
  kind: UploadKind;
  draftHash: string;
  clientId: string;
  upload: string;
  now: number;
}

export async function addAttachment(
  association: string,
  db: Db,
  { kind, draftHash, clientId, upload, now }: NewAttachment,
): Promise<void> {
  await db
    .insertInto('attachment')
    .values({
      id: newId(now),
      association,
      kind,
      draft_hash: draftHash,
      client_id: clientId,
      upload,
      state: 'uploading',
      created_at: new Date(now),
      erase_at: new Date(now + UNCLAIMED_HOURS * 3_600_000),
    })
    .execute();
}

/** @returns false when it is no longer there */
export async function setAttachmentState(
  association: string,
  db: Db,
  id: string,
  change: { state: AttachmentState; upload?: null; seconds?: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attachment')
    .set(change)
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** @returns how many tries there have been, this one included */
export async function countAttempt(association: string, db: Db, id: string): Promise<number> {
  const row = await db
    .updateTable('attachment')
    .set((set) => ({ attempts: set('attempts', '+', 1) }))
    .where('association', '=', association)
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts ?? 0;
}

/** @returns how many there were: none when a report or a callback has it meanwhile */
export async function removeAttachment(association: string, db: Db, id: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('attachment')
    .where('association', '=', association)
    .where('id', '=', id)
    .where('report_id', 'is', null)
    .where('callback_id', 'is', null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** They go along with a callback, and stay free for the report that she may send after it. */
export async function holdAttachments(
  association: string,
  tx: Db,
  callback: string,
  held: readonly { id: string; eraseAt: Date }[],
): Promise<void> {
  for (const { id, eraseAt } of held)
    await tx
      .updateTable('attachment')
      .set({ callback_id: callback, erase_at: eraseAt })
      .where('association', '=', association)
      .where('id', '=', id)
      .where('report_id', 'is', null)
      .execute();
}

/** Makes these the report's own, in this order. Run it in the transaction that makes the report. */
export async function claimAttachments(
  association: string,
  tx: Db,
  report: string,
  ids: readonly string[],
  eraseAt: Date,
): Promise<void> {
  for (const [position, id] of ids.entries())
    await tx
      .updateTable('attachment')
      .set({ report_id: report, position, erase_at: eraseAt })
      .where('association', '=', association)
      .where('id', '=', id)
      .where('report_id', 'is', null)
      .execute();
}
