import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the bytes of photos are: raw ones apart from clean ones, each association apart. */
export interface PhotoStore {
  /** Folder in which tus keeps raw uploads. Nothing in it is ever served. */
  rawFolder(association: string): string;
  rawFile(association: string, upload: string): string;
  cleanFile(association: string, photo: string): string;
  removeRaw(association: string, upload: string): Promise<void>;
  removeClean(association: string, photo: string): Promise<void>;
}

const UPLOAD = /^[0-9a-f]{64}$/;
const PHOTO = /^[0-9a-f-]{36}$/;

function named(name: string, shape: RegExp): string {
  if (!shape.test(name)) throw new Error('Not a name of a photo');
  return name;
}

/** @param associations the ids for which folders are made */
export function photosOnDisk(dataDir: string, associations: Iterable<string>): PhotoStore {
  const raw = (association: string) => join(dataDir, 'uploads', association);
  const clean = (association: string) => join(dataDir, 'photos', association);
  for (const each of associations)
    for (const folder of [raw(each), clean(each)])
      mkdirSync(folder, { recursive: true, mode: 0o700 });

  const store: PhotoStore = {
    rawFolder: raw,
    rawFile: (association, upload) => join(raw(association), named(upload, UPLOAD)),
    cleanFile: (association, photo) => join(clean(association), `${named(photo, PHOTO)}.jpg`),
    removeRaw: async (association, upload) => {
      const file = store.rawFile(association, upload);
      // tus keeps what it knows of an upload in a file beside it.
      await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
    },
    removeClean: (association, photo) => rm(store.cleanFile(association, photo), { force: true }),
  };
  return store;
}
