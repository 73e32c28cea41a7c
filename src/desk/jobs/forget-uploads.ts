import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from '../desk.ts';
import {
  attachmentByUpload,
  removeAttachment,
  UNCLAIMED_HOURS,
} from '../repositories/attachments.ts';

/**
 * Forgets what no report claimed within a day: rows and files. Files are looked for on the disk as
 * well, so that one whose row is gone (a crash in between) does not stay for ever.
 */
export async function forgetUploads(desk: Desk): Promise<void> {
  const { db } = desk.database;
  const now = desk.now();
  let count = 0;
  const due = await db
    .selectFrom('attachment')
    .select(['id', 'association', 'upload'])
    .where('report_id', 'is', null)
    .where('callback_id', 'is', null)
    .where('erase_at', '<=', new Date(now))
    .execute();
  for (const { association, id, upload } of due) {
    if (!(await removeAttachment(association, db, id))) continue;
    if (upload) await desk.attachments.removeRaw(association, upload);
    count += 1;
  }
  for (const association of desk.profiles.keys()) {
    const folder = desk.attachments.rawFolder(association);
    for (const name of await readdir(folder)) {
      const upload = name.replace(/\..*$/, '');
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs < UNCLAIMED_HOURS * 3_600_000) continue;
      if (await attachmentByUpload(association, db, upload)) continue;
      await desk.attachments.removeRaw(association, upload);
      count += 1;
    }
  }
  if (count) desk.log({ event: 'uploads-forgotten', count });
}
