import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { LIMITS } from '../../contract/checks.ts';
import { UPLOAD_METADATA } from '../../contract/upload.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import { newSecret, sha256 } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { clean } from '../photos/clean.ts';
import { readPhoto } from '../photos/read.ts';
import { attachmentById, attachmentsOfDraft } from '../repositories/attachments.ts';
import { accept, admit, forget, readLater } from '../uploads/admit.ts';
import type { PlainState } from './state.ts';

/** How long a page waits for one photo to be opened, in milliseconds. */
const PATIENCE = 20_000;

export interface Added {
  state: PlainState;
  /** Text key of what went wrong with one of them. */
  notice: string | undefined;
}

const NOTICES: Partial<Record<string, string>> = {
  'too-large': 'photos:too-large',
  'not-a-photo': 'photos:unreadable',
  'photo-too-many-pixels': 'photos:too-large',
};

/** Takes files in by the same rules as tus uploads. One that fails does not hold up the others. */
export async function addPhotos(
  desk: Desk,
  profile: Profile,
  state: PlainState,
  files: readonly File[],
): Promise<Added> {
  const photos = [...(state.answers.photos ?? [])];
  let notice: string | undefined;
  // A browser sends an empty file for a control that nothing was chosen in.
  for (const file of files.filter(({ size }) => size > 0)) {
    if (photos.length >= LIMITS.photos) {
      notice = 'photos:too-many';
      break;
    }
    const [upload, photo] = [newSecret(), randomUUID()];
    try {
      const owner = {
        [UPLOAD_METADATA.draft]: state.draft,
        [UPLOAD_METADATA.kind]: 'photo',
        [UPLOAD_METADATA.id]: photo,
      };
      await admit(desk, profile, upload, file.size, owner);
      const bytes = Buffer.from(await file.arrayBuffer());
      await writeFile(desk.attachments.rawFile(profile.id, upload), bytes, { mode: 0o600 });
      const { id, state: found } = await accept(desk, profile, upload);
      await stripped(desk, profile, { id, upload, heic: found === 'reading' });
      photos.push(photo);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      notice = NOTICES[error.code] ?? 'photos:refused';
    }
  }
  return { state: withPhotos(state, photos), notice };
}

/**
 * Nothing of the file that a browser without script sends was taken out before it came: what lies on
 * the disk until the form is sent is a picture alone. A HEIC that takes its time goes on by itself.
 *
 * @throws {ProblemError} `not-a-photo` when it turns out to be none that can be opened
 */
async function stripped(
  desk: Desk,
  profile: Profile,
  { id, upload, heic }: { id: string; upload: string; heic: boolean },
): Promise<void> {
  const raw = desk.attachments.rawFile(profile.id, upload);
  const made = desk.attachments.decodedFile(profile.id, upload);
  if (!heic) await clean(raw, made);
  else {
    const state = await Promise.race([
      readPhoto(desk, profile.id, id)
        .catch(() => undefined)
        .then(() => attachmentById(profile.id, desk.database.db, id))
        .then((row) => row?.state),
      wait(PATIENCE, undefined, { ref: false }),
    ]);
    if (state === 'unreadable') {
      await forget(desk, profile, { id, upload });
      throw new ProblemError('not-a-photo');
    }
    if (state !== 'quarantined') return readLater(desk, profile, id);
  }
  await rename(made, raw);
}

export async function removePhoto(
  desk: Desk,
  profile: Profile,
  state: PlainState,
  photo: string,
): Promise<PlainState> {
  const uploaded = await attachmentsOfDraft(
    profile.id,
    desk.database.db,
    sha256(state.draft),
    'photo',
  );
  const row = uploaded.find((each) => each.client_id === photo);
  if (row) await forget(desk, profile, row);
  return withPhotos(
    state,
    (state.answers.photos ?? []).filter((each) => each !== photo),
  );
}

const withPhotos = (state: PlainState, photos: string[]): PlainState => {
  const { photos: _, ...answers } = state.answers;
  return { ...state, answers: photos.length ? { ...answers, photos } : answers };
};
