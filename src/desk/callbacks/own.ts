import { timingSafeEqual } from 'node:crypto';
import type { CallbackAccess, CallbackChange, CallbackView } from '../../contract/callback.ts';
import { checkCallback } from '../../contract/callback-choices.ts';
import type { Profile } from '../../contract/profile.ts';
import { teamFor } from '../callback-settings.ts';
import type { Desk } from '../desk.ts';
import { sha256 } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { toE164 } from '../phone.ts';
import { recognitionWordIn } from '../recognition-word.ts';
import { parseReference } from '../reference.ts';
import {
  addCallbackAttempt,
  callbackById,
  callbackByReference,
  cancelCallback,
  changeCallback,
  lockQueue,
  type CallbackRow,
} from '../repositories/callbacks.ts';
import { callbacksOf, columnsOf, planIn, promiseIn } from './queue.ts';

/** What she does with her own callback, by the link or by its reference and her number. */

/** So long a link works: no call is planned further ahead. */
export const LINK_DAYS = 30;

/** @throws {ProblemError} `not-found`, whatever is wrong with it */
export async function openOwn(
  desk: Desk,
  profile: Profile,
  access: CallbackAccess,
): Promise<CallbackRow> {
  const { db } = desk.database;
  const row =
    'id' in access
      ? await callbackById(profile.id, db, access.id)
      : await callbackByReference(profile.id, db, parseReference(access.reference) ?? '');
  if (!row || !isHers(desk, row, access)) throw new ProblemError('not-found');
  return row;
}

function isHers(desk: Desk, row: CallbackRow, access: CallbackAccess): boolean {
  if ('id' in access) {
    const age = desk.now() - row.received_at.getTime();
    const right = timingSafeEqual(Buffer.from(row.secret_hash), Buffer.from(sha256(access.secret)));
    return right && age <= LINK_DAYS * 24 * 3_600_000;
  }
  const tel = toE164(access.phone);
  return row.tel ? row.tel === tel : row.phone === access.phone.trim();
}

export const viewOf = (desk: Desk, profile: Profile, row: CallbackRow): CallbackView => ({
  reference: row.reference,
  receivedAt: row.received_at.toISOString(),
  state:
    row.state === 'open' && row.claimed_until && row.claimed_until.getTime() > desk.now()
      ? 'calling'
      : row.state,
  topic: row.topic,
  when: row.preferred,
  phone: row.phone,
  about: row.about,
  word: recognitionWordIn(desk.texts, profile, row.word, row.language),
  promise: promiseIn(row),
  callFrom: profile.callbacks?.callFrom ?? [],
  ...(row.missed_at ? { missedAt: row.missed_at.toISOString() } : {}),
});

/** @throws {ProblemError} `not-found`, `wrong-answers`, `no-longer` when it is over */
export async function changeOwn(
  desk: Desk,
  profile: Profile,
  { access, topic, when, phone, about }: CallbackChange,
): Promise<CallbackView> {
  const settings = callbacksOf(profile);
  const before = await openOwn(desk, profile, access);
  const errors = checkCallback({ phone: phone ?? before.phone, about });
  if (errors.length) throw new ProblemError('wrong-answers', errors);
  const now = desk.now();
  const team = topic && topic !== before.topic ? teamFor(settings, topic).id : before.team;
  const elsewhere = team !== before.team || (when !== undefined && when !== before.preferred);
  const row = await desk.database.db.transaction().execute(async (tx) => {
    await lockQueue(profile.id, tx);
    const wish = {
      team:
        settings.teams.find(({ id }) => id === team) ?? teamFor(settings, topic ?? before.topic),
      when: when ?? before.preferred,
      now,
      without: before.id,
    };
    const changed = await changeCallback(profile.id, tx, before.id, {
      topic: topic ?? before.topic,
      preferred: when ?? before.preferred,
      ...(phone === undefined ? {} : { phone: phone.trim(), tel: toE164(phone) ?? null }),
      ...(about === undefined ? {} : { about: about.trim() }),
      team: wish.team.id,
      ...(elsewhere ? columnsOf(await planIn(profile, tx, wish)) : {}),
    });
    if (changed)
      await addCallbackAttempt(profile.id, tx, changed, {
        at: new Date(now),
        by: '',
        kind: 'changed',
        text: '',
      });
    return changed;
  });
  if (!row) throw new ProblemError('no-longer');
  desk.live.publish(profile.id, { type: 'callback', id: row.id });
  return viewOf(desk, profile, row);
}

/** Cancelled twice is cancelled. @throws {ProblemError} `not-found`, `no-longer` when we have spoken */
export async function cancelOwn(
  desk: Desk,
  profile: Profile,
  access: CallbackAccess,
): Promise<CallbackView> {
  const row = await openOwn(desk, profile, access);
  const first = await desk.database.db.transaction().execute(async (tx) => {
    const cancelled = await cancelCallback(profile.id, tx, row.id);
    if (cancelled)
      await addCallbackAttempt(profile.id, tx, row, {
        at: new Date(desk.now()),
        by: '',
        kind: 'cancelled',
        text: '',
      });
    return cancelled;
  });
  if (first) desk.live.publish(profile.id, { type: 'callback', id: row.id });
  const now = await callbackById(profile.id, desk.database.db, row.id);
  if (now?.state !== 'cancelled') throw new ProblemError('no-longer');
  return viewOf(desk, profile, now);
}
