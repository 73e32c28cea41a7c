import type { Db } from '../db/open.ts';
import type { PhotoState } from '../db/tables.ts';
import { newId } from '../ids.ts';

/** An upload that no report claims is forgotten after this. */
export const UNCLAIMED_HOURS = 24;

export interface Photo {
  id: string;
  client_id: string;
  upload: string | null;
  state: PhotoState;
  report_id: string | null;
}

const COLUMNS = ['id', 'client_id', 'upload', 'state', 'report_id'] as const;

const photosOf = (association: string, db: Db) =>
  db.selectFrom('photo').select(COLUMNS).where('association', '=', association);

export const photoById = (association: string, db: Db, id: string): Promise<Photo | undefined> =>
  photosOf(association, db).where('id', '=', id).executeTakeFirst();

export const photoByUpload = (
  association: string,
  db: Db,
  upload: string,
): Promise<Photo | undefined> =>
  photosOf(association, db).where('upload', '=', upload).executeTakeFirst();

/** The photos of a draft that no report has claimed yet. */
export const photosOfDraft = (association: string, db: Db, draftHash: string): Promise<Photo[]> =>
  photosOf(association, db)
    .where('draft_hash', '=', draftHash)
    .where('report_id', 'is', null)
    .orderBy('id')
    .execute();

export const photosOfReport = (association: string, db: Db, report: string): Promise<Photo[]> =>
  photosOf(association, db).where('report_id', '=', report).orderBy('position').execute();

export async function addPhoto(
  association: string,
  db: Db,
  photo: { draftHash: string; clientId: string; upload: string; state: PhotoState; now: number },
): Promise<string> {
  const id = newId(photo.now);
  await db
    .insertInto('photo')
    .values({
      id,
      association,
      draft_hash: photo.draftHash,
      client_id: photo.clientId,
      upload: photo.upload,
      state: photo.state,
      created_at: new Date(photo.now),
      erase_at: new Date(photo.now + UNCLAIMED_HOURS * 3_600_000),
    })
    .execute();
  return id;
}

export async function setPhotoState(
  association: string,
  db: Db,
  id: string,
  change: { state: PhotoState; upload?: null },
): Promise<void> {
  await db
    .updateTable('photo')
    .set(change)
    .where('association', '=', association)
    .where('id', '=', id)
    .execute();
}

/** @returns how many there were: none when a report has claimed it meanwhile */
export async function removePhoto(association: string, db: Db, id: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('photo')
    .where('association', '=', association)
    .where('id', '=', id)
    .where('report_id', 'is', null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Makes these the report's own, in this order. Run it in the transaction that makes the report. */
export async function claimPhotos(
  association: string,
  tx: Db,
  report: string,
  photos: readonly string[],
  eraseAt: Date,
): Promise<void> {
  for (const [position, id] of photos.entries())
    await tx
      .updateTable('photo')
      .set({ report_id: report, position, erase_at: eraseAt })
      .where('association', '=', association)
      .where('id', '=', id)
      .where('report_id', 'is', null)
      .execute();
}
