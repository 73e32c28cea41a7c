import type { Callback } from '../../contract/callback.ts';
import { UPLOAD_KINDS, type UploadKind } from '../../contract/upload.ts';
import type { Desk } from '../desk.ts';
import { sha256 } from '../hash.ts';
import { attachmentsOfDraft } from '../repositories/attachments.ts';
import { isUsable } from '../uploads/usable.ts';

export interface Along {
  uploads: { id: string; kind: UploadKind }[];
  voiceLost: boolean;
}

/**
 * What she sent up and that goes along: the recording about the call, and the photos and the recording of
 * what she had filled in. Each is looked at: an upload may have been lost, or forgotten after a day.
 */
export async function alongWith(
  desk: Desk,
  association: string,
  { draft, voice, filledIn }: Callback,
): Promise<Along> {
  const own = draft && voice ? await usable(desk, association, draft, [voice]) : [];
  const { photos = [], voice: told } = filledIn?.answers ?? {};
  const theirs = filledIn
    ? await usable(desk, association, filledIn.draft, [...photos, ...(told ? [told] : [])])
    : [];
  const uploads = [...own, ...theirs];
  return {
    uploads: uploads.filter(({ id }, at) => uploads.findIndex((each) => each.id === id) === at),
    voiceLost: voice !== undefined && !own.length,
  };
}

async function usable(
  desk: Desk,
  association: string,
  draft: string,
  asked: readonly string[],
): Promise<Along['uploads']> {
  const wanted = new Set(asked.map((id) => id.toLowerCase()));
  const found: Along['uploads'] = [];
  for (const kind of UPLOAD_KINDS)
    for (const row of await attachmentsOfDraft(association, desk.database.db, sha256(draft), kind))
      if (wanted.has(row.client_id) && (await isUsable(desk, association, row)))
        found.push({ id: row.id, kind });
  return found;
}
