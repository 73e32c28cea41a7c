import type { DeliveryFailure } from '../../contract/delivery.ts';
import type { Db } from '../db/open.ts';
import type { Desk } from '../desk.ts';
import { faultOf } from '../log.ts';
import { isPending } from '../outward/attachments.ts';
import { buildOutward } from '../outward/build.ts';
import type { Route } from '../outward/outward.ts';
import type { Delivered } from '../outward/port.ts';
import { Undelivered } from '../outward/undelivered.ts';
import {
  addDelivery,
  claimDelivery,
  deliveriesOfReport,
  deliveryById,
  markDelivered,
  markFailed,
  type Delivery,
} from '../repositories/deliveries.ts';
import { headOfReport } from '../repositories/reports.ts';

/**
 * When reports leave the desk. The table says what is due; a job only says "look now". So nothing is
 * lost with a job, two jobs for one delivery do no harm, and after a crash between sending and noting it
 * the same delivery goes out once more, under the same id.
 */

const MINUTE = 60_000;
/** Before the second attempt, the third, …; then each four hours. */
const WAITS = [1, 2, 5, 10, 30, 60, 120, 240] as const;
/** A weekend with a broken system, and the Monday to mend it. */
export const GIVE_UP_AFTER = 72 * 60 * MINUTE;
/** Longer than any attempt: a process that holds a delivery for longer is no more. */
export const CLAIM = 10 * MINUTE;
/** As long as a photo that is still being cleaned may keep a report waiting. */
const PHOTO_PATIENCE = { urgent: MINUTE, other: 10 * MINUTE } as const;

/** Run it in the transaction that makes the report. */
export async function planDeliveries(
  desk: Desk,
  association: string,
  tx: Db,
  report: { id: string; receivedAt: Date; eraseAt: Date },
): Promise<void> {
  for (const route of desk.outward.routesOf(association)) {
    const delivery = await addDelivery(association, tx, {
      report: report.id,
      adapter: route.id,
      at: report.receivedAt,
      eraseAt: report.eraseAt,
    });
    await desk.jobs.send('deliver', { association, delivery }, tx);
  }
}

/** A photo is ready: what waited for it may go. */
export async function wakeDeliveries(
  desk: Desk,
  association: string,
  report: string,
): Promise<void> {
  const all = await deliveriesOfReport(association, desk.database.db, report);
  for (const { id, state } of all)
    if (state === 'waiting') await desk.jobs.send('deliver', { association, delivery: id });
  desk.jobs.nudge('deliver');
}

/** One attempt, if it is due. */
export async function deliver(desk: Desk, association: string, id: string): Promise<void> {
  const { db } = desk.database;
  const waiting = await deliveryById(association, db, id);
  if (waiting?.state !== 'waiting') return;
  const report = await headOfReport(association, db, waiting.report_id);
  if (!report) return;
  const now = desk.now();
  const patience = PHOTO_PATIENCE[report.urgency === 'urgent' ? 'urgent' : 'other'];
  const patient = now < report.received_at.getTime() + patience;
  if (patient && (await isPending(desk, association, waiting.report_id))) return;
  const until = new Date(now + CLAIM);
  const claimed = await claimDelivery(association, db, id, new Date(now), until);
  if (!claimed) return;
  const route = desk.outward.routesOf(association).find((each) => each.id === claimed.adapter);
  try {
    if (!route) throw new Undelivered('not-configured', { final: true });
    const { reference } = await attempt(desk, association, claimed, route);
    await markDelivered(association, db, id, { at: new Date(desk.now()), reference });
    desk.log({ event: 'delivered', adapter: route.kind });
    if (claimed.why) tell(desk, association, claimed);
  } catch (error) {
    await failed(desk, association, { claimed, route, error, received: report.received_at });
  }
}

async function attempt(
  desk: Desk,
  association: string,
  { id, report_id, attempts }: Delivery,
  route: Route,
): Promise<Delivered> {
  const profile = desk.profiles.get(association);
  const built = profile && (await buildOutward(desk, profile, report_id));
  // Erased a moment ago, and this delivery with it.
  if (!built) return {};
  return route.adapter.deliver({
    delivery: id,
    first: attempts === 1,
    now: desk.now(),
    ...built,
  });
}

async function failed(
  desk: Desk,
  association: string,
  about: { claimed: Delivery; route: Route | undefined; received: Date; error: unknown },
): Promise<void> {
  const { claimed, route, received, error } = about;
  const known = error instanceof Undelivered ? error : undefined;
  const why: DeliveryFailure = known?.code ?? 'unknown';
  const now = desk.now();
  const next = now + waitAfter(claimed.attempts, known?.wait);
  const over = known?.final === true || next > received.getTime() + GIVE_UP_AFTER;
  await markFailed(association, desk.database.db, claimed, {
    why,
    nextAt: over ? undefined : new Date(next),
  });
  desk.log({
    event: 'delivery-failed',
    ...(route ? { adapter: route.kind } : {}),
    ...(known ? { code: why } : faultOf(error)),
  });
  tell(desk, association, claimed);
}

/** @param asked milliseconds that the receiver wants */
function waitAfter(attempts: number, asked = 0): number {
  const longest = (WAITS.at(-1) ?? 0) * MINUTE;
  const own = (WAITS[attempts - 1] ?? WAITS.at(-1) ?? 0) * MINUTE;
  return Math.min(Math.max(own, asked), longest);
}

const tell = (desk: Desk, association: string, { report_id }: Delivery): void =>
  desk.live.publish(association, { type: 'delivery', id: report_id });

/** Asks for everything that is due: what waits for its next attempt, and what a crash left behind. */
export async function deliverDue(desk: Desk): Promise<void> {
  const now = new Date(desk.now());
  const due = await desk.database.db
    .selectFrom('delivery')
    .select(['id', 'association'])
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .where((where) =>
      where.or([where('claimed_until', 'is', null), where('claimed_until', '<=', now)]),
    )
    .orderBy('next_at')
    .limit(AT_A_TIME)
    .execute();
  for (const { association, id } of due)
    await desk.jobs.send('deliver', { association, delivery: id });
  if (due.length) desk.jobs.nudge('deliver');
}

/** A minute's work for a desk whose receivers all hang until their time is up. */
const AT_A_TIME = 100;
