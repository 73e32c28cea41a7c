import { rm } from 'node:fs/promises';
import type { Desk } from '../desk.ts';
import { clean, judge } from '../photos/clean.ts';
import { readPhoto } from '../photos/read.ts';
import { attachmentById, setAttachmentState } from '../repositories/attachments.ts';
import { wakeDeliveries } from './deliver.ts';

/** Makes the clean photo of a raw one, and only then removes the raw one. Harmless to run twice. */
export async function cleanPhoto(desk: Desk, association: string, id: string): Promise<void> {
  const { db } = desk.database;
  // She sent it before the desk had looked at it.
  await readPhoto(desk, association, id);
  const photo = await attachmentById(association, db, id);
  if (!photo?.upload || !photo.report_id) return;
  const raw = desk.attachments.rawFile(association, photo.upload);
  const heic = (await judge(raw)) === 'heic';
  const file = heic ? desk.attachments.decodedFile(association, photo.upload) : raw;
  const readable = (await judge(file)) === 'photo';
  if (readable) await clean(file, desk.attachments.cleanFile('photo', association, id));
  const kept = await setAttachmentState(association, db, id, {
    state: readable ? 'ready' : 'unreadable',
    upload: null,
  });
  // Erased while it was being made: then nothing of it may stay.
  if (!kept) await rm(desk.attachments.cleanFile('photo', association, id), { force: true });
  await desk.attachments.removeRaw(association, photo.upload);
  desk.live.publish(association, { type: 'report', id: photo.report_id });
  await wakeDeliveries(desk, association, photo.report_id);
}
