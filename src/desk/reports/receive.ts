import {
  inDanger,
  repairQuestionsFor,
  urgencyOfAnswers,
} from '../../../components/repair-form/questions.ts';
import { email } from '../../contract/checks.ts';
import { askedAnswers } from '../../contract/asked.ts';
import type { Profile } from '../../contract/profile.ts';
import { checkAll } from '../../contract/questionnaire.ts';
import type { Receipt, RepairAnswers, RepairRequest } from '../../contract/repair-request.ts';
import type { Channel } from '../../contract/staff.ts';
import { urgencies } from '../../contract/triage/types.ts';
import { UPLOAD_KINDS, type UploadKind } from '../../contract/upload.ts';
import type { Desk } from '../desk.ts';
import { hashOf, sha256 } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { planDeliveries } from '../jobs/deliver.ts';
import { toE164 } from '../phone.ts';
import { isUsable } from '../uploads/usable.ts';
import { promiseOf } from '../promise.ts';
import { settingsOf } from '../triage-settings.ts';
import { newReference } from '../reference.ts';
import { attachmentsOfDraft } from '../repositories/attachments.ts';
import { addReport, receiptByKey, type NewReport } from '../repositories/reports.ts';
import { placeOf } from './address.ts';
import { answersKeptWith, eraseDates, rowsKeptWith } from './keep.ts';
import { becauseInWords, whatInWords } from './words.ts';

/** How it came, and the member of staff who wrote it down when it was told to one. */
export interface Came {
  channel: Channel;
  takenBy?: string;
}

/**
 * Takes a repair request in, once. The API and the plain pages both come here.
 *
 * @param key an idempotency key: the same request under it gives the same receipt, and `again`
 * @throws {ProblemError} `wrong-answers` with the fields, or `key-reused`
 */
export async function receiveRepair(
  desk: Desk,
  profile: Profile,
  request: RepairRequest,
  key: string,
  came: Came = { channel: 'form' },
): Promise<{ receipt: Receipt; again: boolean }> {
  const requestHash = hashOf(request);
  const earlier = await earlierReceipt(desk, profile, key, requestHash);
  if (earlier) return { receipt: earlier, again: true };
  check(profile, request);
  const uploads = await usableUploads(desk, profile, request);
  // A reference that is taken is made anew; with 78 thousand million of them, hardly ever twice.
  for (let attempt = 0; attempt < 5; attempt++) {
    const report = reportOf(desk, profile, request, { key, requestHash, uploads, came });
    const added = await desk.database.db.transaction().execute(async (tx) => {
      const fresh = await addReport(profile.id, tx, report);
      if (!fresh) return false;
      for (const photo of report.attachments.flatMap(({ ids }) => ids))
        await desk.jobs.send('clean-photo', { association: profile.id, photo }, tx);
      await planDeliveries(desk, profile.id, tx, {
        id: report.id,
        receivedAt: new Date(report.receipt.receivedAt),
        eraseAt: report.report.eraseAt,
      });
      return true;
    });
    if (added) {
      if (report.attachments.some(({ ids }) => ids.length)) desk.jobs.nudge('clean-photo');
      desk.jobs.nudge('deliver');
      desk.live.publish(profile.id, { type: 'report', id: report.id });
      return { receipt: report.receipt, again: false };
    }
    // The other click of a double click was first.
    const meanwhile = await earlierReceipt(desk, profile, key, requestHash);
    if (meanwhile) return { receipt: meanwhile, again: true };
  }
  throw new Error('No free reference');
}

async function earlierReceipt(desk: Desk, profile: Profile, key: string, requestHash: string) {
  const earlier = await receiptByKey(profile.id, desk.database.db, key);
  if (earlier && earlier.request_hash !== requestHash) throw new ProblemError('key-reused');
  return earlier?.receipt;
}

function check(profile: Profile, { answers }: RepairRequest): void {
  // Her page may be of before self-help was offered for this: that is no reason to send her back.
  const errors = checkAll(repairQuestionsFor(settingsOf(profile)), answers).filter(
    ({ field }) => field !== 'selfHelp',
  );
  // In danger the form stops: nobody may think that a form brings help.
  if (inDanger(answers)) errors.push({ field: 'danger', code: 'unknown-choice' });
  if (errors.length) throw new ProblemError('wrong-answers', errors);
}

interface Uploads {
  /** Ids of rows, in her order. */
  kept: string[];
  /** Ids that the browser gave them. */
  lost: string[];
}

/** Of each kind, the ids that she sent along. */
const SENT: Readonly<Record<UploadKind, (answers: RepairAnswers) => readonly string[]>> = {
  photo: ({ photos }) => photos ?? [],
  voice: ({ voice }) => (voice ? [voice] : []),
};

/** Each is looked at again: an upload may have been lost, or forgotten after a day. */
async function usableUploads(
  desk: Desk,
  profile: Profile,
  { draft, answers }: RepairRequest,
): Promise<Record<UploadKind, Uploads>> {
  const found = { photo: { kept: [], lost: [] }, voice: { kept: [], lost: [] } } as Record<
    UploadKind,
    Uploads
  >;
  for (const kind of UPLOAD_KINDS) {
    const uploaded = await attachmentsOfDraft(profile.id, desk.database.db, sha256(draft), kind);
    for (const asked of new Set(SENT[kind](answers))) {
      const row = uploaded.findLast((each) => each.client_id === asked.toLowerCase());
      if (row && (await isUsable(desk, profile.id, row))) found[kind].kept.push(row.id);
      else found[kind].lost.push(asked);
    }
  }
  return found;
}

interface Particulars {
  key: string;
  requestHash: string;
  uploads: Record<UploadKind, Uploads>;
  came: Came;
}

function reportOf(
  desk: Desk,
  profile: Profile,
  request: RepairRequest,
  { key, requestHash, uploads, came }: Particulars,
): NewReport {
  const now = desk.now();
  const place = placeOf(request.answers.address ?? {});
  const settings = settingsOf(profile);
  const questions = repairQuestionsFor(settings);
  const answers = { ...askedAnswers(questions, request.answers), address: place.address };
  const { urgency } = urgencyOfAnswers(answers, settings);
  const dutch = desk.texts(profile, 'nl');
  const tenant = desk.texts(profile, request.language);
  const erase = eraseDates(profile.retentionMonths, now);
  const kept = (retention: 'report' | 'contact') => ({
    answers: answersKeptWith(answers, retention),
    nl: rowsKeptWith(answers, retention, dutch, questions),
    tenant: rowsKeptWith(answers, retention, tenant, questions),
    eraseAt: erase[retention],
  });
  const reach = answers.reach ?? 'letter';
  const mail = answers.email && (email(answers.email) ?? answers.email);
  const reached = { phone: answers.phone, email: mail, letter: place.line };
  return {
    id: newId(now),
    key,
    requestHash,
    receipt: {
      reference: newReference(),
      receivedAt: new Date(now).toISOString(),
      promise: promiseOf(profile, urgency, now),
      photosLost: uploads.photo.lost,
      ...(uploads.voice.lost.length ? { voiceLost: true as const } : {}),
    },
    language: request.language,
    channel: came.channel,
    takenBy: came.takenBy ?? null,
    questionnaireVersion: request.questionnaireVersion,
    triageVersion: request.triageVersion,
    urgency,
    urgencyRank: urgencies.indexOf(urgency),
    because: becauseInWords(answers, dutch, settings),
    what: whatInWords(answers, dutch),
    where: place,
    report: kept('report'),
    contact: {
      ...kept('contact'),
      name: answers.name?.trim() ?? '',
      reach,
      reachValue: reached[reach]?.trim() ?? '',
      phone: toE164(answers.phone ?? '') ?? null,
      doorPhone: toE164(answers.doorPhone ?? '') ?? null,
    },
    attachments: UPLOAD_KINDS.map((kind) => ({
      ids: uploads[kind].kept,
      eraseAt: erase[kind],
    })),
  };
}
