import type { Profile } from '../../contract/profile.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { veraOf } from '../../contract/triage/vera.ts';
import type { Desk } from '../desk.ts';
import { toE164 } from '../phone.ts';
import { inOrder } from '../reports/show.ts';
import { reportById } from '../repositories/staff-reports.ts';
import { readAttachments, type Attachment } from './attachments.ts';
import type { OutwardReport } from './outward-report.ts';

/** The neutral shape of a stored report; undefined when it was erased. */
export async function buildOutward(
  desk: Desk,
  profile: Profile,
  id: string,
): Promise<{ report: OutwardReport; attachments: Attachment[] } | undefined> {
  const found = await reportById(profile.id, desk.database.db, id);
  if (!found) return undefined;
  const { report, contact, line } = found;
  const { attachments, missing } = await readAttachments(desk, profile.id, id);
  const answers: RepairAnswers = { ...report.answers, ...contact?.answers };
  const console = new URL('/console/', desk.publicOrigin);
  console.search = String(new URLSearchParams({ association: profile.id, report: id }));
  return {
    attachments,
    report: {
      version: 1,
      id,
      reference: report.reference,
      association: profile.id,
      receivedAt: line.receivedAt,
      language: report.language,
      urgency: { level: report.urgency, because: [...report.because] },
      what: report.what,
      where: { line: report.where_line, ...answers.address },
      contact: contactOf(answers, contact?.name ?? ''),
      rows: inOrder(report.shown_nl, contact?.shown_nl),
      answers,
      triageVersion: report.triage_version,
      vera: veraCodes(answers),
      promise: report.receipt.promise,
      attachments: attachments.map(({ content, eraseAt, ...about }) => ({
        ...about,
        bytes: content.length,
        eraseAt: eraseAt.toISOString(),
      })),
      missing:
        missing + (report.receipt.photosLost?.length ?? 0) + (report.receipt.voiceLost ? 1 : 0),
      eraseAt: {
        report: report.erase_at.toISOString(),
        contact: (contact?.erase_at ?? report.erase_at).toISOString(),
      },
      console: console.href,
    },
  };
}

function contactOf(answers: RepairAnswers, name: string): OutwardReport['contact'] {
  const { phone, email, doorName = '', doorPhone = '' } = answers;
  const phoneE164 = toE164(phone ?? '');
  const doorE164 = toE164(doorPhone);
  return {
    name,
    reach: answers.reach ?? 'letter',
    ...(phone ? { phone } : {}),
    ...(phoneE164 ? { phoneE164 } : {}),
    ...(email ? { email } : {}),
    letter: answers.letter === true || (answers.reach ?? 'letter') === 'letter',
    someoneElse: answers.someoneElse === true,
    ...(doorName || doorPhone
      ? {
          door: {
            name: doorName,
            phone: doorPhone,
            ...(doorE164 ? { phoneE164: doorE164 } : {}),
          },
        }
      : {}),
  };
}

function veraCodes(answers: RepairAnswers): OutwardReport['vera'] {
  const { location, element, defect, cause, specialism } = veraOf(answers);
  return {
    location,
    ...(element ? { element } : {}),
    defect,
    ...(cause ? { cause } : {}),
    specialism,
  };
}
