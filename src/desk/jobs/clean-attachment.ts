import { rm } from 'node:fs/promises';
import type { UploadKind } from '../../contract/upload.ts';
import type { Desk } from '../desk.ts';
import { clean, judge } from '../photos/clean.ts';
import { readPhoto } from '../photos/read.ts';
import { attachmentById, setAttachmentState } from '../repositories/attachments.ts';
import { cleanVoice, judgeVoiceFile } from '../voice/clean.ts';
import { wakeDeliveries } from './deliver.ts';

/** A raw upload that is to become a file that staff see or hear. */
interface Raw {
  association: string;
  upload: string;
  /** Where the clean one comes. */
  to: string;
}

/** Writes the clean file of each kind. @returns undefined when the raw one cannot be read */
const CLEANERS: Readonly<
  Record<UploadKind, (desk: Desk, raw: Raw) => Promise<{ seconds?: number } | undefined>>
> = {
  async photo(desk, { association, upload, to }) {
    const raw = desk.attachments.rawFile(association, upload);
    const heic = (await judge(raw)) === 'heic';
    const file = heic ? desk.attachments.decodedFile(association, upload) : raw;
    if ((await judge(file)) !== 'photo') return undefined;
    await clean(file, to);
    return {};
  },
  async voice(desk, { association, upload, to }) {
    const raw = desk.attachments.rawFile(association, upload);
    if (typeof (await judgeVoiceFile(raw)) === 'string') return undefined;
    const { seconds } = await cleanVoice(raw, to);
    return { seconds };
  },
};

/** Makes the clean file of a raw one, and only then removes the raw one. Harmless to run twice. */
export async function cleanAttachment(desk: Desk, association: string, id: string): Promise<void> {
  const { db } = desk.database;
  // She sent it before the desk had looked at it.
  await readPhoto(desk, association, id);
  const found = await attachmentById(association, db, id);
  if (!found?.upload || !(found.report_id ?? found.callback_id)) return;
  const { kind, upload } = found;
  const to = desk.attachments.cleanFile(kind, association, id);
  const made = await CLEANERS[kind](desk, { association, upload, to });
  const kept = await setAttachmentState(association, db, id, {
    state: made ? 'ready' : 'unreadable',
    upload: null,
    ...made,
  });
  // Erased while it was being made: then nothing of it may stay.
  if (!kept) await rm(to, { force: true });
  await desk.attachments.removeRaw(association, upload);
  const { callback_id: callback, report_id: report } = found;
  if (callback) desk.live.publish(association, { type: 'callback', id: callback });
  if (!report) return;
  desk.live.publish(association, { type: 'report', id: report });
  await wakeDeliveries(desk, association, report);
}
