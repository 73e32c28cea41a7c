import type { Desk } from '../desk.ts';
import { takeOver } from '../repositories/deliveries.ts';
import { addReportEvent } from '../repositories/staff-acts.ts';

/**
 * Somebody brought a report by hand to where it should have gone: it is not sent there any more, and the
 * history says who did it.
 *
 * @returns false when there is no such delivery that waits or failed
 */
export async function deliverByHand(
  desk: Desk,
  association: string,
  delivery: string,
  by: string,
): Promise<boolean> {
  const taken = await desk.database.db.transaction().execute(async (tx) => {
    const found = await takeOver(association, tx, delivery);
    if (!found) return undefined;
    const route = desk.outward.routesOf(association).find(({ id }) => id === found.adapter);
    await addReportEvent(association, tx, found.report_id, {
      kind: 'by-hand',
      text: route?.name ?? found.adapter,
      by,
      at: new Date(desk.now()),
    });
    return found;
  });
  if (taken) desk.live.publish(association, { type: 'delivery', id: taken.report_id });
  return taken !== undefined;
}
