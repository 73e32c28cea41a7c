import type { Desk } from '../desk.ts';
import { clean, judge } from '../photos/clean.ts';
import { photoById, setPhotoState } from '../repositories/photos.ts';

/** Makes the clean photo of a raw one, and only then removes the raw one. Harmless to run twice. */
export async function cleanPhoto(desk: Desk, association: string, id: string): Promise<void> {
  const { db } = desk.database;
  const photo = await photoById(association, db, id);
  if (!photo?.upload || !photo.report_id) return;
  const raw = desk.photos.rawFile(association, photo.upload);
  const readable = (await judge(raw)) === 'photo';
  if (readable) await clean(raw, desk.photos.cleanFile(association, id));
  await setPhotoState(association, db, id, {
    state: readable ? 'ready' : 'unreadable',
    upload: null,
  });
  await desk.photos.removeRaw(association, photo.upload);
  desk.live.publish(association, { type: 'report', id: photo.report_id });
}
