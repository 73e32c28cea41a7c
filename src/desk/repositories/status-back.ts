import type { StatusBack } from '../../contract/status-back.ts';
import type { Db } from '../db/open.ts';
import { addEvent, type Act } from './staff-acts.ts';

/**
 * Makes a report what the association's own system says it is. Said twice it is done once: only a
 * difference is written, and stands in the history.
 *
 * @returns the report as it is then, and whether anything changed; undefined when there is none
 */
export async function applyStatusBack(
  association: string,
  db: Db,
  reference: string,
  { status, takenOverIn }: StatusBack,
  act: Act,
) {
  return db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('report')
      .select(['id', 'status', 'taken_over_in', 'erase_at'])
      .where('association', '=', association)
      .where('reference', '=', reference)
      .forUpdate()
      .executeTakeFirst();
    if (!before) return undefined;
    const { id } = before;
    const after = {
      status: status ?? before.status,
      taken_over_in: takenOverIn ?? before.taken_over_in,
    };
    const moved = after.status !== before.status;
    const taken = after.taken_over_in !== before.taken_over_in;
    if (moved || taken)
      await tx
        .updateTable('report')
        .set(after)
        .where('association', '=', association)
        .where('id', '=', id)
        .execute();
    const write = (kind: 'status' | 'taken-over', text: string, at = act.at) =>
      addEvent(association, tx, id, before.erase_at, { kind, text, by: act.by, at });
    if (taken) await write('taken-over', after.taken_over_in ?? '');
    // A millisecond later, so that the history keeps this order.
    if (moved) await write('status', after.status, new Date(act.at.getTime() + 1));
    return { id, changed: moved || taken, ...after };
  });
}
