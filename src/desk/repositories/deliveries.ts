import type { DeliveryFailure, DeliveryLine } from '../../contract/delivery.ts';
import type { Db } from '../db/open.ts';
import type { DeliveryState } from '../db/tables.ts';
import { newId } from '../ids.ts';

/** What went where; see `jobs/deliver.ts` for when. */

export interface Delivery {
  id: string;
  report_id: string;
  adapter: string;
  state: DeliveryState;
  attempts: number;
  why: DeliveryFailure | null;
  delivered_at: Date | null;
  reference: string | null;
}

const COLUMNS = [
  'id',
  'report_id',
  'adapter',
  'state',
  'attempts',
  'why',
  'delivered_at',
  'reference',
] as const;

const deliveries = (association: string, db: Db) =>
  db.selectFrom('delivery').select(COLUMNS).where('association', '=', association);

/** Run it in the transaction that makes the report. @returns its id */
export async function addDelivery(
  association: string,
  tx: Db,
  added: { report: string; adapter: string; at: Date; eraseAt: Date },
): Promise<string> {
  const id = newId(added.at.getTime());
  await tx
    .insertInto('delivery')
    .values({
      id,
      association,
      report_id: added.report,
      adapter: added.adapter,
      state: 'waiting',
      attempts: 0,
      next_at: added.at,
      erase_at: added.eraseAt,
    })
    .execute();
  return id;
}

export const deliveryById = (
  association: string,
  db: Db,
  id: string,
): Promise<Delivery | undefined> =>
  deliveries(association, db).where('id', '=', id).executeTakeFirst();

export const deliveriesOfReport = (
  association: string,
  db: Db,
  report: string,
): Promise<Delivery[]> =>
  deliveries(association, db).where('report_id', '=', report).orderBy('id').execute();

/**
 * Takes it for one attempt, which is counted, unless somebody else has it or it is not due.
 * @param until when another may try, should this process die
 */
export const claimDelivery = (
  association: string,
  db: Db,
  id: string,
  now: Date,
  until: Date,
): Promise<Delivery | undefined> =>
  db
    .updateTable('delivery')
    .set((set) => ({ attempts: set('attempts', '+', 1), claimed_until: until }))
    .where('association', '=', association)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .where((where) =>
      where.or([where('claimed_until', 'is', null), where('claimed_until', '<=', now)]),
    )
    .returning(COLUMNS)
    .executeTakeFirst();

export async function markDelivered(
  association: string,
  db: Db,
  id: string,
  { at, reference }: { at: Date; reference: string | undefined },
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      state: 'delivered',
      delivered_at: at,
      reference: reference ?? null,
      why: null,
      claimed_until: null,
    })
    .where('association', '=', association)
    .where('id', '=', id)
    .execute();
}

/**
 * Only when this attempt is still the last one, and nobody took it over meanwhile.
 * @param nextAt undefined: never again by itself
 */
export async function markFailed(
  association: string,
  db: Db,
  { id, attempts }: Pick<Delivery, 'id' | 'attempts'>,
  { why, nextAt }: { why: DeliveryFailure; nextAt: Date | undefined },
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      why,
      claimed_until: null,
      ...(nextAt ? { next_at: nextAt } : { state: 'failed' as const }),
    })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'waiting')
    .execute();
}

/** Not delivered and known to have failed: the most urgent first, then the oldest. */
export async function listFailed(association: string, db: Db): Promise<readonly FailedLine[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('report', (join) =>
      join
        .onRef('report.association', '=', 'delivery.association')
        .onRef('report.id', '=', 'delivery.report_id'),
    )
    .select([
      'delivery.id',
      'delivery.adapter',
      'delivery.state',
      'delivery.why',
      'delivery.attempts',
      'delivery.next_at',
      'report.id as report_id',
      'report.reference',
      'report.what',
      'report.urgency',
      'report.received_at',
    ])
    .where('delivery.association', '=', association)
    .where('delivery.why', 'is not', null)
    .where('delivery.state', 'in', ['waiting', 'failed'])
    .orderBy('report.urgency_rank')
    .orderBy('delivery.id')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    adapter: row.adapter,
    report: {
      id: row.report_id,
      reference: row.reference,
      what: row.what,
      urgency: row.urgency,
    },
    receivedAt: row.received_at.toISOString(),
    why: row.why ?? 'unknown',
    attempts: row.attempts,
    ...(row.state === 'waiting' ? { nextAt: row.next_at.toISOString() } : {}),
  }));
}
export type FailedLine = Omit<DeliveryLine, 'to'> & { adapter: string };

/** More than anybody works off by hand: then it is the system that needs mending. */
const MOST_SHOWN = 200;

/** @returns false when there is none that waits or failed */
export async function tryAgain(
  association: string,
  db: Db,
  id: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ state: 'waiting', next_at: now })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'failed'])
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Somebody typed it over by hand. @returns what it was; undefined when there is none that waits or failed */
export const takeOver = (association: string, tx: Db, id: string): Promise<Delivery | undefined> =>
  tx
    .updateTable('delivery')
    .set({ state: 'taken-over', claimed_until: null })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'failed'])
    .returning(COLUMNS)
    .executeTakeFirst();
