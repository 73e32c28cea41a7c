import type { Profile } from '../../contract/profile.ts';
import type { ErasureReason } from '../../contract/staff.ts';
import type { Db } from '../db/open.ts';
import type { Desk } from '../desk.ts';
import { forgetJobs } from '../jobs/forget-jobs.ts';
import { newId } from '../ids.ts';
import { takeBack } from '../outward/folder.ts';
import { foldersOf } from '../outward/outward.ts';
import { parseReference } from '../reference.ts';
import { deliveriesOfReport } from '../repositories/deliveries.ts';
import {
  addErasure,
  eraseCallback,
  eraseMessage,
  eraseReport,
  partsOfCallback,
  partsOfReport,
  removeFiles,
  type Parts,
} from '../repositories/erase.ts';
import type { Viewer } from '../repositories/view-log.ts';
import { monthsAfter } from './keep.ts';
import { noteViewed } from './viewed.ts';

export type Erasing = Pick<Desk, 'database' | 'attachments' | 'now' | 'dataDir'>;

export interface Erased {
  what: 'report' | 'callback' | 'message';
  id: string;
  /** Where it went before, and must be asked for: "Itris OV-118". */
  elsewhere: readonly string[];
}

/**
 * Erases what has this reference, with everything that hangs on it: rows, files, jobs, and what waits
 * in a folder to be fetched. What is left says that it happened, and nothing of whom.
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
  const found = await partsUnder(desk, profile.id, reference);
  const { what, parts } = found;
  const elsewhere = what === 'report' ? await placesOf(db, profile, parts.id) : [];
  // The files first: what stops halfway is found again by its row, a file without a row never.
  if (parts) await removeAll(desk, profile, { ...parts, reference });
  const erased = await db.transaction().execute(async (tx): Promise<Erased | undefined> => {
    const id = await eraseRows(profile.id, tx, reference, found);
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
    return { what, id, elsewhere };
  });
  // A job that was at it just now may have put one back.
  if (parts) await removeAll(desk, profile, { ...parts, reference });
  return erased;
}

/** What has the reference; a message has no parts. */
type Under =
  | { what: 'report'; parts: Parts }
  | { what: 'callback'; parts: Parts }
  | { what: 'message'; parts?: undefined };

async function partsUnder(
  { database: { db }, attachments }: Erasing,
  association: string,
  reference: string,
): Promise<Under> {
  const report = await partsOfReport(association, db, attachments, reference);
  if (report) return { what: 'report', parts: report };
  const callback = await partsOfCallback(association, db, attachments, reference);
  return callback ? { what: 'callback', parts: callback } : { what: 'message' };
}

/** @returns the id of what was there */
function eraseRows(association: string, tx: Db, reference: string, under: Under) {
  if (under.what === 'report') return eraseReport(association, tx, under.parts.id);
  if (under.what === 'callback') return eraseCallback(association, tx, under.parts.id);
  return eraseMessage(association, tx, reference);
}

async function removeAll(
  { dataDir }: Erasing,
  profile: Profile,
  report: Parts & { reference: string },
): Promise<void> {
  await removeFiles(report.files);
  for (const folder of foldersOf(profile, dataDir)) await takeBack(folder, report);
}

async function placesOf(db: Db, { id: association, outward }: Profile, report: string) {
  const all = await deliveriesOfReport(association, db, report);
  return all
    .filter(({ delivered_at }) => delivered_at)
    .map(({ adapter, reference }) =>
      [outward.find(({ id }) => id === adapter)?.name ?? adapter, reference]
        .filter(Boolean)
        .join(' '),
    );
}
