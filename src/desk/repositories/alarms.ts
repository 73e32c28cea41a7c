import type { Selectable } from 'kysely';
import type { Db } from '../db/open.ts';
import type { AlarmTable } from '../db/tables.ts';

export type AlarmRow = Selectable<AlarmTable>;

export type NewAlarm = Pick<
  AlarmRow,
  | 'id'
  | 'raised_at'
  | 'idempotency_key'
  | 'request_hash'
  | 'merged_into'
  | 'report_id'
  | 'phone'
  | 'tel'
  | 'where_line'
  | 'what'
  | 'someone_else'
  | 'language'
  | 'secret'
  | 'next_at'
  | 'erase_at'
>;

/** @returns false when this key has been used before */
export async function addAlarm(association: string, db: Db, alarm: NewAlarm): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('alarm')
    .values({ ...alarm, association })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export const alarmById = (association: string, db: Db, id: string): Promise<AlarmRow | undefined> =>
  db
    .selectFrom('alarm')
    .selectAll()
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst();

export const alarmByKey = (
  association: string,
  db: Db,
  key: string,
): Promise<AlarmRow | undefined> =>
  db
    .selectFrom('alarm')
    .selectAll()
    .where('association', '=', association)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();

/** One that was raised from this number since, and that nobody has taken. */
export const openAlarmFrom = (
  association: string,
  db: Db,
  { phone, tel }: { phone: string; tel: string | null },
  since: Date,
): Promise<AlarmRow | undefined> =>
  db
    .selectFrom('alarm')
    .selectAll()
    .where('association', '=', association)
    .where('merged_into', 'is', null)
    .where('acknowledged_at', 'is', null)
    .where('raised_at', '>', since)
    .where((where) => (tel ? where('tel', '=', tel) : where('phone', '=', phone)))
    .orderBy('id')
    .executeTakeFirst();

/** What she told the second time and not the first. */
export async function completeAlarm(
  association: string,
  db: Db,
  id: string,
  told: Partial<Pick<AlarmRow, 'where_line' | 'report_id'>>,
): Promise<void> {
  if (!Object.keys(told).length) return;
  await db
    .updateTable('alarm')
    .set(told)
    .where('association', '=', association)
    .where('id', '=', id)
    .execute();
}

/** Her report, by the key under which it was sent: where, what about, and her number if she gave it. */
export const reportForAlarm = (association: string, db: Db, key: string) =>
  db
    .selectFrom('report')
    .leftJoin('report_contact', (join) =>
      join
        .onRef('report_contact.report_id', '=', 'report.id')
        .onRef('report_contact.association', '=', 'report.association'),
    )
    .select([
      'report.id',
      'report.what',
      'report.where_line',
      'report_contact.reach',
      'report_contact.reach_value',
    ])
    .where('report.association', '=', association)
    .where('report.idempotency_key', '=', key)
    .executeTakeFirst();

/**
 * Takes it for one attempt: nobody else sends it until then.
 * @returns undefined when it is not due, is acknowledged, or somebody else has it
 */
export const claimAlarm = (
  association: string,
  db: Db,
  id: string,
  now: Date,
  until: Date,
): Promise<AlarmRow | undefined> =>
  db
    .updateTable('alarm')
    .set((set) => ({ claimed_until: until, attempts: set('attempts', '+', 1) }))
    .where('association', '=', association)
    .where('id', '=', id)
    .where('next_at', '<=', now)
    .where('acknowledged_at', 'is', null)
    .where((where) =>
      where.or([where('claimed_until', 'is', null), where('claimed_until', '<=', now)]),
    )
    .returningAll()
    .executeTakeFirst();

/** Notes how the attempt went, unless somebody else has claimed it since. */
export async function markAttempt(
  association: string,
  db: Db,
  { id, attempts }: AlarmRow,
  outcome: { sentAt: Date; nextAt: Date | null } | { failure: string; nextAt: Date | null },
): Promise<void> {
  await db
    .updateTable('alarm')
    .set((set) => ({
      claimed_until: null,
      next_at: outcome.nextAt,
      ...('sentAt' in outcome
        ? { sent_at: outcome.sentAt, failure: null, messages: set('messages', '+', 1) }
        : { failure: outcome.failure }),
    }))
    .where('association', '=', association)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .execute();
}

/** The first to say so is who it is. @returns false when somebody was before, or there is none */
export async function acknowledgeAlarm(
  association: string,
  db: Db,
  id: string,
  by: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alarm')
    .set({ acknowledged_at: at, acknowledged_by: by, next_at: null })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** How it went: then it no longer stands in the console. @returns false when there is no such alarm */
export async function setAlarmOutcome(
  association: string,
  db: Db,
  id: string,
  { text, by, at }: { text: string; by: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alarm')
    .set({ outcome: text, outcome_by: by, outcome_at: at })
    .where('association', '=', association)
    .where('id', '=', id)
    .where('acknowledged_at', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/**
 * Those that are not done with: not taken before taken, and who has waited longest first.
 * @param takenSince what was taken longer ago is left out
 */
export const openAlarms = (association: string, db: Db, takenSince: Date) =>
  db
    .selectFrom('alarm')
    .leftJoin('report', (join) =>
      join
        .onRef('report.id', '=', 'alarm.report_id')
        .onRef('report.association', '=', 'alarm.association'),
    )
    .selectAll('alarm')
    .select('report.reference')
    .where('alarm.association', '=', association)
    .where('alarm.merged_into', 'is', null)
    .where('alarm.outcome_at', 'is', null)
    .where((where) =>
      where.or([
        where('alarm.acknowledged_at', 'is', null),
        where('alarm.acknowledged_at', '>', takenSince),
      ]),
    )
    .orderBy((order) => order('alarm.acknowledged_at', 'is not', null))
    .orderBy('alarm.id')
    .execute();
