import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
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

/** The system's limit on the path of a unix socket, 104 on macOS and 108 on Linux, with its NUL. */
const LONGEST_PATH = 103;

export function lockPath(folder: string): string {
  const beside = `${folder}.lock`;
  if (Buffer.byteLength(beside) <= LONGEST_PATH) return beside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return join(tmpdir(), `keukentafel-${name}.lock`);
}

/** @throws {Refusal} when another process has the folder; it says which */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = lockPath(folder);
  const token = `${process.pid} ${randomUUID()}`;
  const server = createServer((socket) => socket.on('error', () => {}).end(token));
  server.unref();
  if (!(await listen(server, path))) {
    const stale = inodeOf(path);
    const owner = await ask(path);
    if (owner) throw inUse(folder, owner);
    // Only the very socket that did not answer is removed, and whoever takes over asks afterwards
    // who holds the path now: two that take over at the same moment cannot both go on.
    if (stale !== undefined && inodeOf(path) === stale) unlinkSync(path);
    if (!(await listen(server, path))) throw inUse(folder, (await ask(path)) ?? 'another');
    await wait(100);
    const holder = await ask(path);
    if (holder !== token) {
      server.close();
      throw inUse(folder, holder ?? 'another');
    }
  }
  chmodSync(path, 0o600);
  return {
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const inUse = (folder: string, owner: string): Refusal =>
  new Refusal(
    `The data folder ${folder} is in use by process ${owner.split(' ')[0]}: stop that one, or set DATA_DIR to another folder.`,
  );

const listen = (server: Server, path: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      resolve(true);
    });
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
