import * as vault from './vault.ts';

/** The photos of a draft, already small and without metadata, with how far each has been sent. */
export interface StoredPhoto {
  blob: Blob;
  /** Where the desk is receiving it; undefined until it has answered once. */
  uploadUrl?: string;
}

interface Facts {
  type: string;
  uploadUrl?: string;
}

export async function savePhoto(id: string, blob: Blob): Promise<void> {
  await vault.saveBytes('photo', id, await blob.arrayBuffer());
  await vault.saveJson('photo', `${id}.facts`, { type: blob.type } satisfies Facts);
}

/**
 * Undefined when it is not, or no longer, in the store.
 * @throws when the browser does not give back what it may well have
 */
export async function loadPhoto(id: string): Promise<StoredPhoto | undefined> {
  const [bytes, facts] = await Promise.all([
    vault.loadBytes('photo', id),
    vault.loadJson('photo', `${id}.facts`) as Promise<Facts | undefined>,
  ]);
  return bytes && facts
    ? { blob: new Blob([bytes], { type: facts.type }), uploadUrl: facts.uploadUrl }
    : undefined;
}

export async function rememberUpload(id: string, uploadUrl: string): Promise<void> {
  const facts = (await vault.loadJson('photo', `${id}.facts`).catch(() => undefined)) as
    Facts | undefined;
  if (facts) await vault.saveJson('photo', `${id}.facts`, { ...facts, uploadUrl } satisfies Facts);
}

export async function removePhoto(id: string): Promise<void> {
  await vault.remove('photo', id);
  await vault.remove('photo', `${id}.facts`);
}
