import { repairQuestionsFor } from '../../../components/repair-form/questions.ts';
import { askedAnswers } from '../../contract/asked.ts';
import type { Callback, CallbackReceipt } from '../../contract/callback.ts';
import { checkCallback } from '../../contract/callback-choices.ts';
import type { FilledIn } from '../../contract/filled-in.ts';
import type { Profile } from '../../contract/profile.ts';
import { summarise } from '../../contract/summary.ts';
import { teamFor } from '../callback-settings.ts';
import type { Desk } from '../desk.ts';
import { hashOf, sha256 } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { toE164 } from '../phone.ts';
import { newRecognitionWord, recognitionWordIn } from '../recognition-word.ts';
import { newReference } from '../reference.ts';
import { eraseDates } from '../reports/keep.ts';
import { holdAttachments } from '../repositories/attachments.ts';
import {
  addCallback,
  callbackByKey,
  lockQueue,
  wordsOpenFor,
  type CallbackRow,
  type NewCallback,
} from '../repositories/callbacks.ts';
import { settingsOf } from '../triage-settings.ts';
import { alongWith } from './along.ts';
import { callbacksOf, columnsOf, planIn, promiseIn } from './queue.ts';

/**
 * The desk keeps of a key and of the secret of a link only what recognises them, and must answer the same
 * link when an answer was lost: so the secret is made of the key, which only she who sent it has.
 */
const secretFrom = (association: string, key: string): string =>
  sha256(`callback link ${association} ${key}`);

/**
 * Takes a callback in, once per key, and promises what there is room for.
 * @throws {ProblemError} `not-found` where nobody calls back, `wrong-answers` with the fields, `key-reused`
 */
export async function receiveCallback(
  desk: Desk,
  profile: Profile,
  asked: Callback,
  key: string,
): Promise<{ receipt: CallbackReceipt; again: boolean }> {
  const team = teamFor(callbacksOf(profile), asked.topic);
  const errors = checkCallback(asked);
  if (errors.length) throw new ProblemError('wrong-answers', errors);
  const known = { keyHash: sha256(`callback ${profile.id} ${key}`), requestHash: hashOf(asked) };
  const earlier = await earlierRow(desk, profile, known);
  if (earlier) return { receipt: receiptOf(desk, profile, earlier, key), again: true };
  const along = await alongWith(desk, profile.id, asked);
  // A reference that is taken is made anew; with 78 thousand million of them, hardly ever twice.
  for (let attempt = 0; attempt < 5; attempt++) {
    const now = desk.now();
    const base = rowOf(desk, profile, asked, { now, key, ...known, voiceLost: along.voiceLost });
    const added = await desk.database.db.transaction().execute(async (tx) => {
      await lockQueue(profile.id, tx);
      const plan = await planIn(profile, tx, { team, when: asked.when, now });
      const word = newRecognitionWord(await wordsOpenFor(profile.id, tx, base));
      const row = { ...base, ...columnsOf(plan), team: team.id, word };
      if (!(await addCallback(profile.id, tx, row))) return undefined;
      const erase = eraseDates(profile.retentionMonths, now);
      const held = along.uploads.map(({ id, kind }) => ({
        id,
        eraseAt: new Date(Math.min(erase[kind].getTime(), erase.contact.getTime())),
      }));
      await holdAttachments(profile.id, tx, row.id, held);
      for (const { id: photo } of held)
        await desk.jobs.send('clean-photo', { association: profile.id, photo }, tx);
      return row;
    });
    if (added) {
      if (along.uploads.length) desk.jobs.nudge('clean-photo');
      desk.live.publish(profile.id, { type: 'callback', id: added.id });
      return { receipt: receiptOf(desk, profile, added, key), again: false };
    }
    // The other click of a double click was first.
    const meanwhile = await earlierRow(desk, profile, known);
    if (meanwhile) return { receipt: receiptOf(desk, profile, meanwhile, key), again: true };
  }
  throw new Error('No free reference');
}

interface Known {
  keyHash: string;
  requestHash: string;
}

async function earlierRow(desk: Desk, profile: Profile, { keyHash, requestHash }: Known) {
  const row = await callbackByKey(profile.id, desk.database.db, keyHash);
  if (row && row.request_hash !== requestHash) throw new ProblemError('key-reused');
  return row;
}

type Unplanned = Omit<NewCallback, 'team' | 'word' | 'due_at' | 'promised_from' | 'promised_until'>;

function rowOf(
  desk: Desk,
  profile: Profile,
  asked: Callback,
  {
    now,
    key,
    keyHash,
    requestHash,
    voiceLost,
  }: Known & { now: number; key: string; voiceLost: boolean },
): Unplanned {
  const { filledIn } = asked;
  return {
    id: newId(now),
    reference: newReference(),
    received_at: new Date(now),
    topic: asked.topic,
    preferred: asked.when,
    phone: asked.phone.trim(),
    tel: toE164(asked.phone) ?? null,
    name: asked.name?.trim() ?? '',
    someone_else: asked.someoneElse === true,
    language: asked.language,
    interpreter: asked.interpreter === true,
    about: asked.about?.trim() ?? '',
    from_screen: asked.from,
    voice_lost: voiceLost,
    secret_hash: sha256(secretFrom(profile.id, key)),
    key_hash: keyHash,
    request_hash: requestHash,
    erase_at: eraseDates(profile.retentionMonths, now).contact,
    ...(filledIn
      ? shownFrom(desk, profile, filledIn)
      : { filled_in: null, shown_nl: [], shown_tenant: [] }),
  };
}

/** As check-answers would show it to her, in Dutch and in her language, as far as she came. */
function shownFrom(desk: Desk, profile: Profile, { draft: _, ...filledIn }: FilledIn) {
  const questions = repairQuestionsFor(settingsOf(profile));
  const answers = askedAnswers(questions, filledIn.answers);
  const rows = (language: string) => {
    const words = desk.texts(profile, language);
    return summarise(questions, answers, words.t, words.language).map(({ id, label, value }) => ({
      id,
      label,
      value,
    }));
  };
  return {
    filled_in: { ...filledIn, answers },
    shown_nl: rows('nl'),
    shown_tenant: rows(filledIn.language),
  };
}

type Answered = Pick<
  CallbackRow,
  | 'id'
  | 'reference'
  | 'received_at'
  | 'word'
  | 'language'
  | 'promised_from'
  | 'promised_until'
  | 'voice_lost'
>;

const receiptOf = (desk: Desk, profile: Profile, row: Answered, key: string): CallbackReceipt => ({
  reference: row.reference,
  receivedAt: row.received_at.toISOString(),
  word: recognitionWordIn(desk.texts, profile, row.word, row.language),
  promise: promiseIn(row),
  callFrom: profile.callbacks?.callFrom ?? [],
  link: { id: row.id, secret: secretFrom(profile.id, key) },
  ...(row.voice_lost ? { voiceLost: true as const } : {}),
});
