import type { Page } from '../../contract/staff.ts';
import type { Message } from '../../contract/message.ts';
import type { MessageLine } from '../../contract/staff.ts';
import type { Db } from '../db/open.ts';
import { placeAfter } from './after.ts';

export interface NewMessage {
  id: string;
  reference: string;
  receivedAt: Date;
  message: Message;
  key: string | undefined;
  requestHash: string;
  eraseAt: Date;
}

/** @returns false when this key has been used before, or the reference is taken */
export async function addMessage(association: string, db: Db, added: NewMessage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('message')
    .values({
      id: added.id,
      association,
      reference: added.reference,
      received_at: added.receivedAt,
      name: added.message.name?.trim() ?? '',
      reach: added.message.reach.trim(),
      text: added.message.text,
      language: added.message.language,
      from_screen: added.message.from,
      idempotency_key: added.key ?? null,
      request_hash: added.requestHash,
      erase_at: added.eraseAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export const messageByKey = (association: string, db: Db, key: string) =>
  db
    .selectFrom('message')
    .select(['reference', 'received_at', 'request_hash'])
    .where('association', '=', association)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();

const PAGE = 50;

/** Not answered first, then newest. */
export async function listMessages(
  association: string,
  db: Db,
  after: string | undefined,
): Promise<Page<MessageLine>> {
  const place = placeAfter(after, 1);
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('association', '=', association)
    .$if(place !== undefined, (query) =>
      query.where((where) => {
        const done = where('answered_at', 'is not', null);
        const older = where('id', '<', place?.id ?? '');
        return place?.keys[0] === 1
          ? where.and([done, older])
          : where.or([done, where.and([where.not(done), older])]);
      }),
    )
    .orderBy((order) => order('answered_at', 'is not', null))
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      reference: row.reference,
      receivedAt: row.received_at.toISOString(),
      name: row.name,
      reach: row.reach,
      text: row.text,
      language: row.language,
      from: row.from_screen,
      answered: row.answered_at !== null,
    })),
    ...(rows.length > PAGE && last ? { next: `${last.answered_at ? 1 : 0}.${last.id}` } : {}),
  };
}

/**
 * @param by who answered it; undefined makes it unanswered again
 * @returns false when there is no such message
 */
export async function setAnswered(
  association: string,
  db: Db,
  id: string,
  by: string | undefined,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ answered_at: by === undefined ? null : at, answered_by: by ?? null })
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}
