import type { Status } from '../../contract/staff.ts';
import type { Db } from '../db/open.ts';
import type { ReportEventTable } from '../db/tables.ts';
import { newId } from '../ids.ts';

/** What members of staff do with a report; each is kept as long as the report. */

/** When a report must be gone; undefined when there is none. */
const eraseAt = async (association: string, db: Db, id: string) =>
  (
    await db
      .selectFrom('report')
      .select('erase_at')
      .where('association', '=', association)
      .where('id', '=', id)
      .executeTakeFirst()
  )?.erase_at;

export interface Act {
  by: string;
  at: Date;
}

/** @returns false when there is no such report */
export async function setStatus(
  association: string,
  db: Db,
  id: string,
  status: Status,
  act: Act,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const erase = await eraseAt(association, tx, id);
    if (!erase) return false;
    await tx
      .updateTable('report')
      .set({ status })
      .where('association', '=', association)
      .where('id', '=', id)
      .execute();
    await addEvent(association, tx, id, erase, { kind: 'status', text: status, ...act });
    return true;
  });
}

/**
 * @param key makes a note that is sent twice one note
 * @returns false when there is no such report
 */
export async function addNote(
  association: string,
  db: Db,
  id: string,
  text: string,
  act: Act & { key?: string | undefined },
): Promise<boolean> {
  return addReportEvent(association, db, id, { kind: 'note', text, ...act });
}

/** @returns false when there is no such report */
export async function addReportEvent(
  association: string,
  db: Db,
  id: string,
  event: NewEvent,
): Promise<boolean> {
  const erase = await eraseAt(association, db, id);
  if (!erase) return false;
  await addEvent(association, db, id, erase, event);
  return true;
}

interface NewEvent extends Act {
  kind: ReportEventTable['kind'];
  text: string;
  /** Its id: the same event sent twice is one event. */
  key?: string | undefined;
}

export const addEvent = (
  association: string,
  db: Db,
  report: string,
  erase: Date,
  event: NewEvent,
) =>
  db
    .insertInto('report_event')
    .values({
      id: event.key ?? newId(event.at.getTime()),
      association,
      report_id: report,
      at: event.at,
      by_name: event.by,
      kind: event.kind,
      text: event.text,
      erase_at: erase,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
