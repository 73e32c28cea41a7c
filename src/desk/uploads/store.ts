import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UPLOAD_KINDS, type UploadKind } from '../../contract/upload.ts';

/** Where the bytes of attachments are: raw ones apart from clean ones, each association apart. */
export interface AttachmentStore {
  /** Folder in which tus keeps raw uploads. Nothing in it is ever served. */
  rawFolder(association: string): string;
  rawFile(association: string, upload: string): string;
  /** What the desk made of a raw one that others cannot open. */
  decodedFile(association: string, upload: string): string;
  /** That one, and all that lies beside it. */
  rawFiles(association: string, upload: string): string[];
  /** What staff see: made by the desk, or found to be harmless. */
  cleanFile(kind: UploadKind, association: string, id: string): string;
  removeRaw(association: string, upload: string): Promise<void>;
}

const UPLOAD = /^[0-9a-f]{64}$/;
const ID = /^[0-9a-f-]{36}$/;

/** Folder and ending of the clean files of each kind. */
const CLEAN: Readonly<Record<UploadKind, { folder: string; ending: string }>> = {
  photo: { folder: 'photos', ending: 'jpg' },
  // WebM or MP4: its first bytes say which.
  voice: { folder: 'recordings', ending: 'sound' },
};

function named(name: string, shape: RegExp): string {
  if (!shape.test(name)) throw new Error('Not a name of an attachment');
  return name;
}

/** @param associations the ids for which folders are made */
export function attachmentsOnDisk(
  dataDir: string,
  associations: Iterable<string>,
): AttachmentStore {
  const raw = (association: string) => join(dataDir, 'uploads', association);
  const clean = (kind: UploadKind, association: string) =>
    join(dataDir, CLEAN[kind].folder, association);
  for (const each of associations)
    for (const folder of [raw(each), ...UPLOAD_KINDS.map((kind) => clean(kind, each))])
      mkdirSync(folder, { recursive: true, mode: 0o700 });

  const store: AttachmentStore = {
    rawFolder: raw,
    rawFile: (association, upload) => join(raw(association), named(upload, UPLOAD)),
    cleanFile: (kind, association, id) =>
      join(clean(kind, association), `${named(id, ID)}.${CLEAN[kind].ending}`),
    rawFiles: (association, upload) => {
      const file = store.rawFile(association, upload);
      // tus keeps what it knows of an upload in a file beside it.
      return [file, `${file}.json`, `${file}.jpeg`, `${file}.jpeg.part`];
    },
    decodedFile: (association, upload) => `${store.rawFile(association, upload)}.jpeg`,
    removeRaw: async (association, upload) => {
      for (const file of store.rawFiles(association, upload)) await rm(file, { force: true });
    },
  };
  return store;
}
