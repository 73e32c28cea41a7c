import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Profile } from '../../contract/profile.ts';
import { BOM, csvLine } from '../commands/csv.ts';
import { NOT_EXPORTED, OWNED_TABLES, type OwnedTable } from '../db/owned.ts';
import type { Database, Db } from '../db/open.ts';
import { Refusal } from '../refusal.ts';
import { rowsOf, type OwnedRow } from '../repositories/export.ts';
import type { AttachmentStore } from '../uploads/store.ts';

interface From {
  database: Database;
  attachments: AttachmentStore;
}

export interface Exported {
  /** Table → how many rows. */
  rows: Readonly<Record<string, number>>;
  files: number;
  /** Photos that are still being made. */
  missing: number;
}

/**
 * Writes everything of one association into a new folder: `<table>.json`, `<table>.csv`, the files that
 * staff see, and its profile; all of one moment, whatever comes in meanwhile. It is made under another
 * name, so that half of it is never taken for the whole.
 *
 * @throws {Refusal} when the folder is there already, or cannot be made
 */
export async function exportAll(
  { database, attachments }: From,
  profile: Profile,
  folder: string,
): Promise<Exported> {
  const making = `${folder}.part`;
  for (const each of [folder, making])
    if (existsSync(each)) throw new Refusal(`${each} is there already: choose another folder.`);
  await mkdir(making, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${making} cannot be made (${error.code}): choose another folder.`);
  });
  try {
    const exported = await database.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => writeTables(tx, attachments, profile.id, making));
    await writeNew(join(making, 'profile.json'), `${JSON.stringify(profile, null, 2)}\n`);
    await rename(making, folder);
    return exported;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

const writeNew = (file: string, text: string) => writeFile(file, text, { flag: 'wx', mode: 0o600 });

async function writeTables(
  tx: Db,
  store: AttachmentStore,
  association: string,
  folder: string,
): Promise<Exported> {
  const rows: Record<string, number> = {};
  let [files, missing] = [0, 0];
  for (const owned of OWNED_TABLES.filter(({ signingIn, derived }) => !signingIn && !derived)) {
    const lines = openTable(join(folder, owned.table));
    for await (const row of rowsOf(association, tx, owned.table)) {
      const taken = await copyFiles(owned, store, row, folder);
      if (taken) [files, missing] = [files + taken.length, missing + (taken.length ? 0 : 1)];
      await lines.add({ ...shownOf(row), ...(taken ? { files: taken } : {}) });
    }
    rows[owned.table] = await lines.end();
  }
  return { rows, files, missing };
}

const shownOf = (row: OwnedRow): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !NOT_EXPORTED.has(column)));

/** @returns where they are in the folder; undefined for rows that have none */
async function copyFiles(owned: OwnedTable, store: AttachmentStore, row: OwnedRow, folder: string) {
  if (!owned.files) return undefined;
  const there = owned.files(store, row as never).shown.filter((file) => existsSync(file));
  const place = 'files';
  if (there.length) await mkdir(join(folder, place), { recursive: true, mode: 0o700 });
  for (const file of there) await copyFile(file, join(folder, place, basename(file)));
  return there.map((file) => `${place}/${basename(file)}`);
}

/** The same rows twice: as a list in JSON, and as a sheet with the names of the columns on top. */
function openTable(path: string) {
  const [json, csv] = ['json', 'csv'].map((ending) =>
    createWriteStream(`${path}.${ending}`, { flags: 'wx', mode: 0o600 }),
  ) as [WriteStream, WriteStream];
  let count = 0;
  return {
    async add(row: Record<string, unknown>): Promise<void> {
      await write(json, `${count ? ',\n' : '[\n'}${JSON.stringify(row)}`);
      if (!count) await write(csv, BOM + csvLine(Object.keys(row)));
      await write(csv, csvLine(Object.values(row)));
      count += 1;
    },
    async end(): Promise<number> {
      json.end(count ? '\n]\n' : '[]\n');
      csv.end();
      await Promise.all([finished(json), finished(csv)]);
      return count;
    },
  };
}

/** Waits for the disk: an association of years is more than what fits into memory. */
async function write(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
