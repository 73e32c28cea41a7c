import { takeBack } from '../outward/folder.ts';
import { foldersOf } from '../outward/outward.ts';
import type { Desk } from '../desk.ts';
import { eraseDue, reportsDue } from '../repositories/erase.ts';

/** Erases what is due, and of a report also what still waits in a folder to be fetched. */
export async function erase(desk: Desk): Promise<void> {
  const now = new Date(desk.now());
  for (const report of await reportsDue(desk.database.db, now)) {
    const profile = desk.profiles.get(report.association);
    for (const folder of profile ? foldersOf(profile, desk.dataDir) : [])
      await takeBack(folder, report);
  }
  const count = await eraseDue(desk.database.db, desk.attachments, now);
  if (count) desk.log({ event: 'erased', count });
}
