import type { UploadKind } from '../../contract/upload.ts';
import * as vault from './vault.ts';

/** What goes with a draft (photos small and without metadata), with how far each has been sent. */
export interface StoredAttachment {
  blob: Blob;
  /** Where the desk is receiving it; undefined until it has answered once. */
  uploadUrl?: string;
  /** How long a recording lasts. */
  seconds?: number;
}

/** Which one: what it is, and the id that this browser gave it. */
export interface Attachment {
  kind: UploadKind;
  id: string;
}

interface Facts {
  type: string;
  uploadUrl?: string;
  seconds?: number;
}

export const photo = (id: string): Attachment => ({ kind: 'photo', id });
/** A spoken message. */
export const voice = (id: string): Attachment => ({ kind: 'voice', id });

const factsOf = async ({ kind, id }: Attachment): Promise<Facts | undefined> =>
  (await vault.loadJson(kind, `${id}.facts`)) as Facts | undefined;

const saveFacts = ({ kind, id }: Attachment, facts: Facts): Promise<void> =>
  vault.saveJson(kind, `${id}.facts`, facts);

/** @param seconds how long a recording lasts */
export async function saveAttachment(
  which: Attachment,
  blob: Blob,
  seconds?: number,
): Promise<void> {
  await vault.saveBytes(which.kind, which.id, await blob.arrayBuffer());
  await saveFacts(which, { type: blob.type, seconds });
}

/**
 * Undefined when it is not, or no longer, in the store.
 * @throws when the browser does not give back what it may well have
 */
export async function loadAttachment(which: Attachment): Promise<StoredAttachment | undefined> {
  const [bytes, facts] = await Promise.all([vault.loadBytes(which.kind, which.id), factsOf(which)]);
  return bytes && facts
    ? {
        blob: new Blob([bytes], { type: facts.type }),
        uploadUrl: facts.uploadUrl,
        seconds: facts.seconds,
      }
    : undefined;
}

export async function rememberUpload(which: Attachment, uploadUrl: string): Promise<void> {
  const facts = await factsOf(which).catch(() => undefined);
  if (facts) await saveFacts(which, { ...facts, uploadUrl });
}

/** What this browser can show of one that it cannot open itself. */
export async function savePreview({ kind, id }: Attachment, preview: Blob): Promise<void> {
  await vault.saveBytes(kind, `${id}.preview`, await preview.arrayBuffer());
}

/** @returns a JPEG; undefined where there is none */
export async function loadPreview({ kind, id }: Attachment): Promise<Blob | undefined> {
  const bytes = await vault.loadBytes(kind, `${id}.preview`);
  return bytes && new Blob([bytes], { type: 'image/jpeg' });
}

export async function removeAttachment({ kind, id }: Attachment): Promise<void> {
  for (const part of ['', '.facts', '.preview']) await vault.remove(kind, id + part);
}
