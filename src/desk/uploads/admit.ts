import * as v from 'valibot';
import { LIMITS } from '../../contract/checks.ts';
import { UPLOAD_KINDS, UPLOAD_METADATA, type UploadKind } from '../../contract/upload.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import { sha256 } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { judge } from '../photos/clean.ts';
import { judgeVoiceFile } from '../voice/clean.ts';
import {
  addAttachment,
  attachmentByUpload,
  attachmentsOfDraft,
  removeAttachment,
  setAttachmentState,
} from '../repositories/attachments.ts';

/** The rules of uploads, whichever way the bytes come: by tus, or with a plain page. */

interface Rules {
  /** Bytes of one raw upload. */
  largest: number;
  /** How many of them a draft may have; `newest`: one, and the next takes its place. */
  most: number | 'newest';
  /** Looks at a whole file, by its content. @returns what becomes of it, or why it cannot be taken */
  judge(file: string): Promise<{ state: 'quarantined' | 'reading' } | { problem: ProblemCode }>;
}

const MB = 1024 * 1024;

export const RULES: Readonly<Record<UploadKind, Rules>> = {
  photo: {
    largest: 10 * MB,
    most: LIMITS.photos,
    judge: async (file) => {
      const judgement = await judge(file);
      if (judgement === 'photo') return { state: 'quarantined' };
      return judgement === 'heic' ? { state: 'reading' } : { problem: judgement };
    },
  },
  voice: {
    // A minute of speech is 0.3 MB; Safari, which asks for nobody's opinion, makes 1.5.
    largest: 3 * MB,
    most: 'newest',
    judge: async (file) => {
      const judgement = await judgeVoiceFile(file);
      return typeof judgement === 'string' ? { problem: judgement } : { state: 'quarantined' };
    },
  },
};

/** Bytes: more is never taken, whatever it says it is. */
export const LARGEST_UPLOAD = Math.max(...UPLOAD_KINDS.map((kind) => RULES[kind].largest));

const Uuid = v.pipe(v.string(), v.uuid());

const Owner = v.pipe(
  v.looseObject({ [UPLOAD_METADATA.kind]: v.optional(v.picklist(UPLOAD_KINDS), 'photo') }),
  // Pages that were open before there were kinds say `photo` and an id.
  v.transform(({ photo, ...metadata }) => ({ id: photo, ...metadata })),
  v.object({
    [UPLOAD_METADATA.draft]: Uuid,
    [UPLOAD_METADATA.kind]: v.picklist(UPLOAD_KINDS),
    [UPLOAD_METADATA.id]: v.pipe(Uuid, v.toLowerCase()),
  }),
);

/**
 * Makes the row of a new upload. The same one sent again (its first answer was lost) takes the place
 * of the one before.
 *
 * @param size in bytes; undefined when it is not told beforehand
 * @throws {ProblemError} `bad-request`, `too-large`
 */
export async function admit(
  desk: Desk,
  profile: Profile,
  upload: string,
  size: number | undefined,
  metadata: unknown,
): Promise<void> {
  const owner = v.safeParse(Owner, metadata);
  if (!owner.success || !size) throw new ProblemError('bad-request');
  const { draft, kind, id: clientId } = owner.output;
  if (size > RULES[kind].largest) throw new ProblemError('too-large');
  const draftHash = sha256(draft);
  const { db } = desk.database;
  const all = await attachmentsOfDraft(profile.id, db, draftHash, kind);
  // What went along with a callback is with a member of staff: another recording does not take its place.
  const earlier = all.filter(({ callback_id }) => callback_id === null);
  const { most } = RULES[kind];
  const same = earlier.filter((each) => most === 'newest' || each.client_id === clientId);
  if (most !== 'newest' && earlier.length - same.length >= most)
    throw new ProblemError('bad-request');
  for (const each of same) await forget(desk, profile, each);
  await addAttachment(profile.id, db, { kind, draftHash, clientId, upload, now: desk.now() });
}

/**
 * All bytes are there: looks at what they are. What cannot be taken is forgotten at once.
 * @returns its id; `reading` when it must still be found out whether it can be opened
 * @throws {ProblemError} why it cannot be taken, or `not-found`
 */
export async function accept(
  desk: Desk,
  profile: Profile,
  upload: string,
): Promise<{ id: string; state: 'quarantined' | 'reading' }> {
  const { db } = desk.database;
  const attachment = await attachmentByUpload(profile.id, db, upload);
  if (!attachment) throw new ProblemError('not-found');
  const found = await RULES[attachment.kind].judge(desk.attachments.rawFile(profile.id, upload));
  if ('problem' in found) {
    await forget(desk, profile, attachment);
    throw new ProblemError(found.problem);
  }
  await setAttachmentState(profile.id, db, attachment.id, found);
  return { id: attachment.id, ...found };
}

/** Finds out in the background whether a photo can be opened. */
export async function readLater(desk: Desk, profile: Profile, photo: string): Promise<void> {
  await desk.jobs.send('read-photo', { association: profile.id, photo });
  desk.jobs.nudge('read-photo');
}

/** Row and file of one that no report has claimed; a claimed one is left alone. */
export async function forget(
  desk: Desk,
  profile: Profile,
  { id, upload }: { id: string; upload: string | null },
): Promise<void> {
  if (!(await removeAttachment(profile.id, desk.database.db, id))) return;
  if (upload) await desk.attachments.removeRaw(profile.id, upload);
}
