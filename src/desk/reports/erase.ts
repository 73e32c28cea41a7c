import type { Profile } from '../../contract/profile.ts';
import type { ErasureReason } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import { forgetJobs } from '../jobs/forget-jobs.ts';
import { newId } from '../ids.ts';
import { parseReference } from '../reference.ts';
import {
  addErasure,
  eraseMessage,
  eraseReport,
  partsOfReport,
  removeFiles,
} from '../repositories/erase.ts';
import type { Viewer } from '../repositories/view-log.ts';
import { monthsAfter } from './keep.ts';
import { noteViewed } from './viewed.ts';

export type Erasing = Pick<Desk, 'database' | 'attachments' | 'now'>;

export interface Erased {
  what: 'report' | 'message';
  id: string;
}

/**
 * Erases what has this reference, with everything that hangs on it: rows, files, jobs. What is left
 * says that it happened, and nothing of whom.
 *
 * @returns undefined when this association has nothing under it
 */
export async function eraseByReference(
  desk: Erasing,
  profile: Profile,
  typed: string,
  { why, by }: { why: ErasureReason; by: Viewer },
): Promise<Erased | undefined> {
  const reference = parseReference(typed);
  if (!reference) return undefined;
  const { db } = desk.database;
  const parts = await partsOfReport(profile.id, db, desk.attachments, reference);
  // The files first: what stops halfway is found again by its row, a file without a row never.
  if (parts) await removeFiles(parts.files);
  const erased = await db.transaction().execute(async (tx): Promise<Erased | undefined> => {
    const id = parts
      ? await eraseReport(profile.id, tx, parts.id)
      : await eraseMessage(profile.id, tx, reference);
    if (!id) return undefined;
    await forgetJobs(tx, parts ? parts.ids : [id]);
    await addErasure(profile.id, tx, {
      id: newId(desk.now()),
      at: new Date(desk.now()),
      reference,
      why,
      eraseAt: monthsAfter(desk.now(), profile.viewLogMonths),
    });
    await noteViewed({ ...desk, database: { ...desk.database, db: tx } }, profile, by, 'erase', id);
    return { what: parts ? 'report' : 'message', id };
  });
  // A job that was at it just now may have put one back.
  if (parts) await removeFiles(parts.files);
  return erased;
}
