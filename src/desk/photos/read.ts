import { rename } from 'node:fs/promises';
import type { Desk } from '../desk.ts';
import { attachmentById, countAttempt, setAttachmentState } from '../repositories/attachments.ts';
import { cleanPixels } from './clean.ts';
import { decodeHeic } from './heic.ts';

/** A photo at which the decoder died or hung this often is given up. */
const MOST_ATTEMPTS = 3;

/**
 * Makes a JPEG beside a raw HEIC photo, which the tenant may see a preview of before she sends it and
 * of which the clean photo is made afterwards. The raw one stays, as tus counts its bytes.
 *
 * @throws when the decoder died or hung: the job tries again
 */
export async function readPhoto(desk: Desk, association: string, id: string): Promise<void> {
  const { db } = desk.database;
  const photo = await attachmentById(association, db, id);
  if (!photo?.upload || photo.state !== 'reading') return;
  // Counted before, so that a photo that takes the whole desk down with it is given up too.
  const attempts = await countAttempt(association, db, id);
  const found =
    attempts > MOST_ATTEMPTS ? false : await decodeBeside(desk, association, photo.upload);
  const now = await attachmentById(association, db, id);
  // Taken away or cleaned meanwhile: what was made of it goes too.
  if (!now?.upload) return desk.attachments.removeRaw(association, photo.upload);
  // Another reader may have been first.
  if (now.state === 'reading')
    await setAttachmentState(association, db, id, { state: found ? 'quarantined' : 'unreadable' });
}

async function decodeBeside(desk: Desk, association: string, upload: string): Promise<boolean> {
  const picture = await decodeHeic(desk.attachments.rawFile(association, upload));
  if (!picture) return false;
  const beside = desk.attachments.decodedFile(association, upload);
  await cleanPixels(picture, `${beside}.part`);
  await rename(`${beside}.part`, beside);
  return true;
}
