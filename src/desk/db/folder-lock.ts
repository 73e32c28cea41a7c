import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, linkSync, lstatSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';

/**
 * One process a data folder: two PGlites in one folder lose data. The lock is a unix socket beside
 * the folder on which its owner listens, so it cannot outlive a killed process unnoticed: nobody
 * answers, and the next one takes it over.
 */
export interface FolderLock {
  release(): Promise<void>;
}

/** The system's limit on the path of a unix socket is 104 on macOS and 108 on Linux, with its NUL. */
const LONGEST_PATH = 103;
const SUFFIX = 8;

export function lockPath(folder: string): string {
  const beside = `${folder}.lock`;
  if (Buffer.byteLength(beside) + SUFFIX <= LONGEST_PATH) return beside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return join(tmpdir(), `keukentafel-${name}.lock`);
}

/** @throws {Refusal} when another process has the folder; it says which */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = lockPath(folder);
  const token = `${process.pid} ${randomUUID()}`;
  const server = createServer((socket) => socket.on('error', () => {}).end(token));
  server.unref();
  // Under a name of its own first: the lock itself then appears whole, or not at all.
  const own = `${path}.${randomUUID().slice(0, SUFFIX - 1)}`;
  await listen(server, own);
  chmodSync(own, 0o600);
  const inode = inodeOf(own);
  const lost = (owner: string): Refusal => {
    server.close();
    return inUse(folder, owner);
  };
  try {
    if (!appear(own, path)) {
      const stale = inodeOf(path);
      const owner = await ask(path);
      if (owner) throw lost(owner);
      // Only the very socket that did not answer is removed.
      if (inodeOf(path) === stale) remove(path);
      if (!appear(own, path)) throw lost((await ask(path)) ?? 'another');
      // Somebody else may have removed ours, taking it for the stale one, in the same blink.
      await wait(100);
      if (inodeOf(path) !== inode) throw lost((await ask(path)) ?? 'another');
    }
  } finally {
    remove(own);
  }
  return {
    release: () => {
      if (inodeOf(path) === inode) remove(path);
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Gives the socket its second name; false when something has that name already. */
function appear(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const remove = (path: string): void => rmSync(path, { force: true });

const inUse = (folder: string, owner: string): Refusal =>
  new Refusal(
    `The data folder ${folder} is in use by process ${owner.split(' ')[0]}: stop that one, or set DATA_DIR to another folder.`,
  );

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });

/** What the owner says; undefined when nobody listens there any more. */
const ask = (path: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    let said = '';
    const socket = connect(path)
      .setEncoding('utf8')
      .setTimeout(2000, () => socket.destroy())
      .on('data', (part: string) => (said += part))
      .on('error', () => resolve(undefined))
      // An owner that is stopped (SIGSTOP) or busy still holds the folder.
      .on('close', () => resolve(said || 'another'));
  });

function inodeOf(path: string): number | undefined {
  try {
    return lstatSync(path).ino;
  } catch {
    return undefined;
  }
}
