import { pathOf } from '../../contract/endpoints.ts';
import type { Profile } from '../../contract/profile.ts';
import type { CallbackDetail, CallbackLine, CallbackList } from '../../contract/staff-callback.ts';
import type { Desk } from '../desk.ts';
import { dutchDate, openingIntervals } from '../opening-rules.ts';
import { recognitionWordIn } from '../recognition-word.ts';
import { ATTACHMENT_STATES, recordingOf } from '../reports/show.ts';
import { attachmentsOfCallback } from '../repositories/attachments.ts';
import { callbackById, type CallbackRow } from '../repositories/callbacks.ts';
import { attemptsOf, openCallbacks, spokenAmong } from '../repositories/staff-callbacks.ts';
import { hoursToAgreeOn } from './plan.ts';
import { promiseIn } from './queue.ts';

/** Callbacks as a member of staff sees them. */

/** Working hours to choose from when she asks for another time. */
const HOURS = 40;
const DAYS = 14;

const teamsOf = ({ callbacks }: Profile) =>
  (callbacks?.teams ?? []).map(({ id, name }) => ({ id, name }));

/** What is promised is late after that; what is not, a working day after it was to be done. */
export const isLate = ({ promised_until: until, due_at: due }: CallbackRow, now: number): boolean =>
  (until?.getTime() ?? due.getTime() + 24 * 3_600_000) < now;

interface Around {
  profile: Profile;
  /** Who looks. */
  person: string;
  now: number;
  spoken: ReadonlySet<string>;
}

function lineOf(row: CallbackRow, { profile, person, now, spoken }: Around): CallbackLine {
  const { claimed_by: by, claimed_until: until } = row;
  return {
    id: row.id,
    reference: row.reference,
    receivedAt: row.received_at.toISOString(),
    topic: row.topic,
    when: row.preferred,
    team: teamsOf(profile).find(({ id }) => id === row.team) ?? { id: row.team, name: row.team },
    who: row.name,
    language: row.language,
    interpreter: row.interpreter,
    dueAt: row.due_at.toISOString(),
    promise: promiseIn(row),
    late: row.state === 'open' && isLate(row, now),
    misses: row.misses,
    ...(by && until && until.getTime() > now
      ? { claimed: { by, mine: row.claimed_person === person, until: until.toISOString() } }
      : {}),
    filledIn: row.filled_in !== null,
    spoken: spoken.has(row.id),
  };
}

/** @param person who looks */
export async function listCallbacks(
  desk: Desk,
  profile: Profile,
  person: string,
): Promise<CallbackList> {
  const { db } = desk.database;
  const now = desk.now();
  const rows = await openCallbacks(profile.id, db);
  const ids = rows.map(({ id }) => id);
  const spoken = await spokenAmong(profile.id, db, ids);
  const today = dutchDate(now).toString();
  return {
    items: rows.map((row) => lineOf(row, { profile, person, now, spoken })),
    teams: teamsOf(profile),
    figures: {
      open: rows.length,
      late: rows.filter((row) => isLate(row, now)).length,
      today: rows.filter(({ due_at: due }) => dutchDate(due.getTime()).toString() === today).length,
    },
    now: new Date(now).toISOString(),
  };
}

/** One callback, whole; undefined when this association has none with this id. */
export async function showCallback(
  desk: Desk,
  profile: Profile,
  id: string,
  person: string,
): Promise<CallbackDetail | undefined> {
  const { db } = desk.database;
  const now = desk.now();
  const row = await callbackById(profile.id, db, id);
  if (!row) return undefined;
  const attachments = await attachmentsOfCallback(profile.id, db, id);
  const voice = attachments.find(({ kind }) => kind === 'voice');
  const spoken = new Set(voice ? [id] : []);
  const open = openingIntervals(profile.phoneHours, now, DAYS);
  return {
    ...lineOf(row, { profile, person, now, spoken }),
    state: row.state,
    word: recognitionWordIn(desk.texts, profile, row.word, row.language),
    phone: row.phone,
    ...(row.tel ? { tel: row.tel } : {}),
    someoneElse: row.someone_else,
    about: row.about,
    from: row.from_screen,
    ...(voice ? { recording: recordingOf(profile.id, voice) } : {}),
    voiceLost: row.voice_lost,
    shown: { nl: row.shown_nl, tenant: row.shown_tenant },
    pictures: attachments
      .filter(({ kind }) => kind === 'photo')
      .map((photo) => ({
        id: photo.id,
        url: pathOf('staffPhoto', { association: profile.id, id: photo.id }),
        state: ATTACHMENT_STATES[photo.state],
      })),
    history: (await attemptsOf(profile.id, db, id)).map(({ at, by_name: by, kind, text }) => ({
      at: at.toISOString(),
      by,
      kind,
      text,
    })),
    teams: teamsOf(profile),
    hours: hoursToAgreeOn(open, now, HOURS).map((each) => new Date(each).toISOString()),
    now: new Date(now).toISOString(),
  };
}
