import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter, Outgoing } from './port.ts';
import { Undelivered } from './undelivered.ts';

/** Last in the folder: a program that copies folders while they are written looks for it. */
const READY = 'ready';
const REPORT = 'report.json';

/**
 * A folder per report, named by its reference: `report.json`, the photos, and an empty file `ready`. It
 * is written under another name and renamed when it is whole, so that nobody ever sees half of one.
 *
 * @param folder where they come
 * @param make whether to make it when it is not there: not one that the operator named, which may be a
 *   disk that is not mounted
 */
export const folderDrop = (folder: string, make: boolean): Adapter => ({
  async deliver(outgoing) {
    try {
      await drop(folder, make, outgoing);
    } catch (error) {
      throw failureOf(error as NodeJS.ErrnoException);
    }
    return {};
  },
});

async function drop(folder: string, make: boolean, outgoing: Outgoing): Promise<void> {
  const { report, attachments, delivery } = outgoing;
  if (make) await mkdir(folder, { recursive: true, mode: 0o750 });
  const target = join(folder, named(report.reference));
  if (await isThere(target, report.id)) return;
  const making = join(folder, `.${named(delivery)}`);
  // Of an attempt that was cut off.
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o770 });
  try {
    for (const { name, content } of attachments) await write(join(making, named(name)), content);
    await write(join(making, REPORT), `${JSON.stringify(report, null, 2)}\n`);
    await write(join(making, READY), '');
    await rename(making, target);
    await sync(folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Takes back what nobody has fetched yet; one under the same number that is another report stays. What
 * cannot be taken back keeps nothing else from being erased: it had left the desk.
 */
export async function takeBack(
  folder: string,
  { id, reference }: { id: string; reference: string },
): Promise<void> {
  const target = join(folder, named(reference));
  if (await isThere(target, id).catch(() => false))
    await rm(target, { recursive: true, force: true }).catch(() => undefined);
}

/** An attempt before this one got as far as the rename. */
async function isThere(target: string, id: string): Promise<boolean> {
  const report = await readFile(join(target, REPORT), 'utf8').catch(() => undefined);
  return report !== undefined && (JSON.parse(report) as { id?: string }).id === id;
}

/** On the disk, and not only in memory: what is "delivered" is not sent again. */
async function write(file: string, content: string | Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o660);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9.-]{0,80}$/;

function named(name: string): string {
  if (!NAME.test(name)) throw new Error('Not a name for a file');
  return name;
}

const CODES: Readonly<Record<string, Undelivered['code']>> = {
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EACCES: 'no-access',
  EPERM: 'no-access',
  EROFS: 'no-access',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

const failureOf = (error: NodeJS.ErrnoException): unknown =>
  error.code && CODES[error.code] ? new Undelivered(CODES[error.code] ?? 'unknown') : error;
