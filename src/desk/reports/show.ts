import { problemOf, repairQuestions, safetyOf } from '../../../components/repair-form/questions.ts';
import { pathOf } from '../../contract/endpoints.ts';
import type { Profile } from '../../contract/profile.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import type { HistoryKind, Recording, Report, ShownRow } from '../../contract/staff.ts';
import { safetyKey } from '../../contract/triage/danger.ts';
import { veraOf } from '../../contract/triage/vera.ts';
import type { DeliveryState } from '../db/tables.ts';
import type { Desk } from '../desk.ts';
import { attachmentsOfReport, type Attachment } from '../repositories/attachments.ts';
import { deliveriesOfReport } from '../repositories/deliveries.ts';
import { followersOf, referencesOf } from '../repositories/merging.ts';
import { reportsNear } from '../repositories/nearby.ts';
import { linesOf, reportById } from '../repositories/staff-reports.ts';
import { settingsOf } from '../triage-settings.ts';

/** What staff see of how far an attachment is. */
export const ATTACHMENT_STATES = {
  ready: 'ready',
  unreadable: 'unreadable',
  quarantined: 'pending',
  reading: 'pending',
  uploading: 'pending',
} as const;

export const recordingOf = (
  association: string,
  { id, state, seconds }: Attachment,
): Recording => ({
  id,
  url: pathOf('staffVoice', { association, id }),
  state: ATTACHMENT_STATES[state],
  ...(seconds ? { seconds } : {}),
});

/** A report as a member of staff sees it; undefined when this association has none with this id. */
export async function showReport(
  desk: Desk,
  profile: Profile,
  id: string,
): Promise<Report | undefined> {
  const { db } = desk.database;
  const found = await reportById(profile.id, db, id);
  if (!found) return undefined;
  const { report, contact, events, views, line } = found;
  const photos = await attachmentsOfReport(profile.id, db, id, 'photo');
  const [voice] = await attachmentsOfReport(profile.id, db, id, 'voice');
  const problem = problemOf(report.answers);
  const hints = problem && veraOf(report.answers);
  const sent = await sentTo(desk, profile, id);
  const others = line.mergedInto ? [line.mergedInto.id] : await followersOf(profile.id, db, id);
  const about = events.filter(isMerging).map(({ text }) => text);
  const references = await referencesOf(profile.id, db, about);
  return {
    ...line,
    channel: report.channel,
    // Contact data may be erased before the report: what is left is her address.
    reach: contact
      ? { kind: contact.reach, value: contact.reach_value }
      : { kind: 'letter', value: report.where_line },
    someoneElse: report.answers.someoneElse === true,
    because: report.because,
    safety: safetyInWords(desk, profile, report.answers),
    story: report.answers.story ?? '',
    shown: {
      nl: inOrder(report.shown_nl, contact?.shown_nl),
      tenant: inOrder(report.shown_tenant, contact?.shown_tenant),
    },
    pictures: photos.map((photo) => ({
      id: photo.id,
      url: pathOf('staffPhoto', { association: profile.id, id: photo.id }),
      state: ATTACHMENT_STATES[photo.state],
    })),
    ...(voice
      ? {
          recording: recordingOf(profile.id, voice),
        }
      : {}),
    ...(await reportsNear(profile.id, db, report, desk.now())),
    together: await linesOf(profile.id, db, others),
    history: [
      { at: line.receivedAt, by: report.taken_by ?? '', kind: 'received', text: '' },
      ...events.map((each) => ({
        at: each.at.toISOString(),
        by: each.by_name,
        kind: each.kind,
        text: isMerging(each) ? (references.get(each.text) ?? '') : each.text,
      })),
      ...sent.delivered,
    ],
    viewed: views.map(({ at, act, by_name: by }) => ({ at: at.toISOString(), by, act })),
    payer: (problem && profile.triage[problem.id]?.payer) ?? hints?.payer,
    specialism: hints?.specialism.naam,
    takenOverIn: report.taken_over_in ?? undefined,
    notWith: sent.notWith,
  };
}

function safetyInWords(desk: Desk, profile: Profile, answers: RepairAnswers): string[] {
  const safety = safetyOf(answers, settingsOf(profile));
  if (!safety) return [];
  const { t } = desk.texts(profile, 'nl');
  const steps = Array.from({ length: safety.steps }, (_, index) => `step.${index + 1}` as const);
  return ['title' as const, ...steps].map((part) => t(safetyKey(safety.id, part)));
}

const isMerging = ({ kind }: { kind: HistoryKind }): boolean =>
  kind === 'merged' || kind === 'unmerged';

/** Where it went, for the history; and where it should be and is not. */
async function sentTo(desk: Desk, { id: association }: Profile, report: string) {
  const routes = desk.outward.routesOf(association);
  const all = (await deliveriesOfReport(association, desk.database.db, report)).map((each) => ({
    ...each,
    to: routes.find(({ id }) => id === each.adapter)?.name ?? each.adapter,
  }));
  return {
    delivered: all.flatMap(({ delivered_at: at, to, reference }) =>
      at
        ? [
            {
              at: at.toISOString(),
              by: '',
              kind: 'delivered' as const,
              text: [to, reference].filter(Boolean).join(' '),
            },
          ]
        : [],
    ),
    notWith: all.filter(({ why, state }) => why && WITHOUT.includes(state)).map(({ to }) => to),
  };
}

const WITHOUT: readonly DeliveryState[] = ['waiting', 'failed'];

const ORDER = repairQuestions.screens.flatMap(({ questions }) => questions);

/** As on her last screen, with what is kept for a shorter time in its place. */
export const inOrder = (
  report: readonly ShownRow[],
  contact: readonly ShownRow[] = [],
): ShownRow[] => {
  const place = ({ id }: ShownRow) => ORDER.findIndex((each) => each === id.split('.')[0]);
  return [...report, ...contact].sort((a, b) => place(a) - place(b));
};
