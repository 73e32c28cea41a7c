import * as v from 'valibot';
import { UPLOAD_METADATA } from '../../contract/endpoints.ts';
import { LIMITS } from '../../contract/checks.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import { sha256 } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { judge } from '../photos/clean.ts';
import {
  addPhoto,
  photoByUpload,
  photosOfDraft,
  removePhoto,
  setPhotoState,
} from '../repositories/photos.ts';

/** The rules of uploads, whichever way the bytes come: by tus, or with a plain page. */

/** Bytes of one raw photo. */
export const LARGEST_PHOTO = 10 * 1024 * 1024;

const Owner = v.object({
  [UPLOAD_METADATA.draft]: v.pipe(v.string(), v.uuid()),
  [UPLOAD_METADATA.photo]: v.pipe(v.string(), v.uuid()),
});

/**
 * Makes the row of a new upload. The same photo sent again (its first answer was lost) takes the
 * place of the one before.
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
  if (size > LARGEST_PHOTO) throw new ProblemError('too-large');
  const draftHash = sha256(owner.output.draft);
  const clientId = owner.output.photo.toLowerCase();
  const earlier = await photosOfDraft(profile.id, desk.database.db, draftHash);
  const same = earlier.filter((each) => each.client_id === clientId);
  if (earlier.length - same.length >= LIMITS.photos) throw new ProblemError('bad-request');
  for (const each of same) await forget(desk, profile, each);
  await addPhoto(profile.id, desk.database.db, {
    draftHash,
    clientId,
    upload,
    state: 'uploading',
    now: desk.now(),
  });
}

/**
 * All bytes are there: looks at what they are. What is no photo is forgotten at once.
 * @throws {ProblemError} `not-a-photo`, `photo-too-many-pixels`, `not-found`
 */
export async function accept(desk: Desk, profile: Profile, upload: string): Promise<void> {
  const photo = await photoByUpload(profile.id, desk.database.db, upload);
  if (!photo) throw new ProblemError('not-found');
  const judgement = await judge(desk.photos.rawFile(profile.id, upload));
  if (judgement !== 'photo') {
    await forget(desk, profile, photo);
    throw new ProblemError(judgement);
  }
  await setPhotoState(profile.id, desk.database.db, photo.id, { state: 'quarantined' });
}

/** Row and file of a photo that no report has claimed; a claimed one is left alone. */
export async function forget(
  desk: Desk,
  profile: Profile,
  photo: { id: string; upload: string | null },
): Promise<void> {
  if (!(await removePhoto(profile.id, desk.database.db, photo.id))) return;
  if (photo.upload) await desk.photos.removeRaw(profile.id, photo.upload);
}
