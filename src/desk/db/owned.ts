import type { Selectable } from 'kysely';
import type { AttachmentStore } from '../uploads/store.ts';
import type { Tables } from './tables.ts';

/** A table whose rows belong to an association and have a day on which they must be gone. */
export type OwnedTableName = {
  [Name in keyof Tables]: Tables[Name] extends { association: string } ? Name : never;
}[keyof Tables];

export interface OwnedTable<Name extends OwnedTableName = OwnedTableName> {
  table: Name;
  /** Has `report_id`: its rows go when their report goes. */
  ofReport?: true;
  /** Has `callback_id`: its rows go when their callback goes, unless a report has claimed them. */
  ofCallback?: true;
  /** Who is signed in now: no part of what an association takes along. */
  signingIn?: true;
  /** Worked out from other tables: no part of it either. */
  derived?: true;
  /**
   * The files of a row, on the disk or already gone. `shown` are those that staff see, and that an
   * export holds; `raw` is what they were made of.
   */
  files?(store: AttachmentStore, row: Selectable<Tables[Name]>): { shown: string[]; raw: string[] };
}

const owned = <Name extends OwnedTableName>(table: OwnedTable<Name>): OwnedTable =>
  table as unknown as OwnedTable;

/** Columns that open something, or only tell two sends apart: they stay at the desk. */
export const NOT_EXPORTED: ReadonlySet<string> = new Set([
  'secret',
  'draft_hash',
  'hold_hash',
  'upload',
  'secret_hash',
  'idempotency_key',
  'key_hash',
  'request_hash',
]);

/**
 * Every such table, once: erasure, export and the tests walk this list. What hangs on another stands
 * before it. `schema.test.ts` fails for a table that is not here.
 */
export const OWNED_TABLES: readonly OwnedTable[] = [
  owned({ table: 'report_event', ofReport: true }),
  owned({ table: 'report_contact', ofReport: true }),
  owned({
    table: 'attachment',
    ofReport: true,
    ofCallback: true,
    files: (store, { association, kind, id, upload }) => ({
      shown: [store.cleanFile(kind, association, id)],
      raw: upload ? store.rawFiles(association, upload) : [],
    }),
  }),
  owned({ table: 'delivery', ofReport: true }),
  owned({ table: 'alarm', ofReport: true }),
  owned({ table: 'callback_attempt', ofCallback: true }),
  owned({ table: 'appointment', ofReport: true }),
  owned({ table: 'day_free', derived: true }),
  owned({ table: 'person_day' }),
  owned({ table: 'closure' }),
  owned({ table: 'person' }),
  owned({ table: 'team' }),
  owned({ table: 'appointment_kind' }),
  owned({ table: 'report' }),
  owned({ table: 'callback' }),
  owned({ table: 'message' }),
  owned({ table: 'outage' }),
  owned({ table: 'danger_call' }),
  owned({ table: 'view_log' }),
  owned({ table: 'erasure' }),
  owned({ table: 'staff_session', signingIn: true }),
  owned({ table: 'sign_in_attempt', signingIn: true }),
];
