import type { RepairAnswers, Receipt } from '../../contract/repair-request.ts';
import type { Channel, ShownRow } from '../../contract/staff.ts';
import type { Urgency } from '../../contract/triage/types.ts';
import type { Db } from '../db/open.ts';
import { newId } from '../ids.ts';
import { claimAttachments } from './attachments.ts';

/** What is kept of one retention class: the answers, and the words that were shown. */
export interface Kept {
  answers: RepairAnswers;
  nl: readonly ShownRow[];
  tenant: readonly ShownRow[];
  eraseAt: Date;
}

export interface NewReport {
  id: string;
  key: string;
  requestHash: string;
  receipt: Receipt;
  language: string;
  channel: Channel;
  takenBy: string | null;
  questionnaireVersion: number;
  triageVersion: string;
  urgency: Urgency;
  urgencyRank: number;
  because: readonly string[];
  what: string;
  where: { line: string; postcode: string | null; number: string | null; addition: string | null };
  report: Kept;
  contact: Kept & {
    name: string;
    reach: 'phone' | 'email' | 'letter';
    reachValue: string;
    phone: string | null;
    doorPhone: string | null;
  };
  /** Of each kind, in her order. */
  attachments: readonly { ids: readonly string[]; eraseAt: Date }[];
}

/**
 * The report with all that hangs on it, in one transaction: run `tx` of the caller's, so that its
 * jobs are sent or not sent together with it.
 *
 * @returns false when this key or this reference has been used before
 */
export async function addReport(association: string, tx: Db, added: NewReport): Promise<boolean> {
  const receivedAt = new Date(added.receipt.receivedAt);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('report')
    .values({
      id: added.id,
      association,
      reference: added.receipt.reference,
      received_at: receivedAt,
      language: added.language,
      questionnaire_version: added.questionnaireVersion,
      triage_version: added.triageVersion,
      urgency: added.urgency,
      urgency_rank: added.urgencyRank,
      because: JSON.stringify(added.because),
      status: 'new',
      what: added.what,
      where_line: added.where.line,
      postcode: added.where.postcode,
      house_number: added.where.number,
      addition: added.where.addition,
      answers: JSON.stringify(added.report.answers),
      shown_nl: JSON.stringify(added.report.nl),
      shown_tenant: JSON.stringify(added.report.tenant),
      idempotency_key: added.key,
      request_hash: added.requestHash,
      receipt: JSON.stringify(added.receipt),
      channel: added.channel,
      taken_by: added.takenBy,
      erase_at: added.report.eraseAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!Number(numInsertedOrUpdatedRows)) return false;
  await tx
    .insertInto('report_contact')
    .values({
      id: newId(),
      association,
      report_id: added.id,
      name: added.contact.name,
      reach: added.contact.reach,
      reach_value: added.contact.reachValue,
      phone: added.contact.phone,
      door_phone: added.contact.doorPhone,
      answers: JSON.stringify(added.contact.answers),
      shown_nl: JSON.stringify(added.contact.nl),
      shown_tenant: JSON.stringify(added.contact.tenant),
      erase_at: added.contact.eraseAt,
    })
    .execute();
  for (const { ids, eraseAt } of added.attachments)
    await claimAttachments(association, tx, added.id, ids, eraseAt);
  return true;
}

/** What was answered to this key before. */
export const receiptByKey = (association: string, db: Db, key: string) =>
  db
    .selectFrom('report')
    .select(['receipt', 'request_hash'])
    .where('association', '=', association)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();

/** When a report came in and how urgent it is; undefined when there is none. */
export const headOfReport = (association: string, db: Db, id: string) =>
  db
    .selectFrom('report')
    .select(['received_at', 'urgency'])
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst();
