import { createStore, del, delMany, entries, get, set } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import type { UploadKind } from '../../contract/upload.ts';
import { within } from '../deadline.ts';
import { open, seal } from './cipher.ts';
import type { Sealed } from './cipher.ts';
import { isRefused } from './durable.ts';
import { DAY } from './tab.ts';

/**
 * Everything typed or photographed, encrypted in IndexedDB with this tab's key. What the browser
 * will not keep (private windows of older browsers, a full disk, a page that is not https) lives in
 * this page's memory, and `durable()` says so.
 */

interface Item extends Sealed {
  /** Epoch milliseconds of the last write. */
  at: number;
}

type Kind = 'draft' | UploadKind | 'outbox';
type Bytes = ArrayBuffer | Uint8Array<ArrayBuffer>;

/** Safari's IndexedDB may never answer (WebKit bug 226547): nobody waits longer for it. */
const PATIENCE = 4000;
/** Once it was silent, until it answers again: a pressed Send stands behind three of its answers. */
const IMPATIENCE = 400;

/** What is being written, and what could not be. */
const memory = new Map<string, Bytes>();
let store: UseStore | undefined;

/** Safari closes connections behind our back: what fails is tried once more on a new one. */
async function onStore<T>(run: (idb: UseStore) => Promise<T>): Promise<T> {
  try {
    return await run((store ??= createStore('keukentafel', 'vault')));
  } catch {
    store = createStore('keukentafel', 'vault');
    return run(store);
  }
}

let patience = PATIENCE;

async function inTime<T>(work: Promise<T>): Promise<T> {
  work.then(
    () => (patience = PATIENCE),
    () => undefined,
  );
  try {
    return await within(patience, work);
  } catch (error) {
    patience = IMPATIENCE;
    throw error;
  }
}

const nameOf = (kind: Kind, id: string): string => `${kind}/${id}`;

async function write(kind: Kind, id: string, plain: Bytes): Promise<void> {
  const name = nameOf(kind, id);
  memory.set(name, plain);
  await inTime(keep(name, plain)).catch(() => isRefused(name, true));
}

async function keep(name: string, plain: Bytes): Promise<void> {
  const item: Item = { ...(await seal(plain)), at: Date.now() };
  await onStore((idb) => set(name, item, idb));
  // Late, it may have been overtaken.
  if (memory.get(name) !== plain) return;
  isRefused(name, false);
  memory.delete(name);
}

async function read(kind: Kind, id: string): Promise<Bytes | undefined> {
  const name = nameOf(kind, id);
  const here = memory.get(name);
  if (here) return here;
  const item = await inTime(onStore((idb) => get<Item>(name, idb)));
  return item && open(item);
}

export const saveJson = (kind: Kind, id: string, value: unknown): Promise<void> =>
  write(kind, id, new TextEncoder().encode(JSON.stringify(value)));

/** @throws when the browser does not give back what it may well have */
export async function loadJson(kind: Kind, id: string): Promise<unknown> {
  const plain = await read(kind, id);
  return plain && JSON.parse(new TextDecoder().decode(plain));
}

export const saveBytes = (kind: Kind, id: string, bytes: ArrayBuffer): Promise<void> =>
  write(kind, id, bytes);

/** @throws when the browser does not give back what it may well have */
export const loadBytes = (kind: Kind, id: string): Promise<Bytes | undefined> => read(kind, id);

export async function remove(kind: Kind, id: string): Promise<void> {
  const name = nameOf(kind, id);
  memory.delete(name);
  isRefused(name, false);
  // Where nothing can be deleted, nothing was kept.
  await inTime(onStore((idb) => del(name, idb))).catch(() => undefined);
}

/**
 * Deletes what nobody wrote to for 24 hours, whoever's key it was: library computers. A day in the
 * future is as far: the clock was wrong when it was written, and nobody knows how old it is.
 */
export async function tidy(now = Date.now()): Promise<void> {
  await onStore(async (idb) => {
    const all = await entries<string, Item>(idb);
    const old = all.filter(([, item]) => Math.abs(now - item.at) > DAY);
    await delMany(
      old.map(([name]) => name),
      idb,
    );
  }).catch(() => undefined);
}
