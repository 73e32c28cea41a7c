import { createStore, del, delMany, entries, get, keys, set } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { open, seal } from './cipher.ts';
import type { Sealed } from './cipher.ts';
import { DAY } from './tab.ts';

/**
 * Everything typed or photographed, encrypted in IndexedDB with this tab's key. Where the browser
 * forbids IndexedDB (private windows of older browsers, a full disk) it lives in memory, and
 * `durable()` says so.
 */

interface Item extends Sealed {
  /** Epoch milliseconds of the last write. */
  at: number;
}

type Kind = 'draft' | 'photo' | 'outbox';

const memory = new Map<string, Item>();
let store: UseStore | undefined;
let fallen = false;

const idb = (): UseStore => (store ??= createStore('keukentafel', 'vault'));

/** Runs on IndexedDB; the first refusal moves this page to memory for good. */
async function onStore<T>(run: (idb: UseStore) => Promise<T>, inMemory: () => T): Promise<T> {
  if (fallen) return inMemory();
  try {
    return await run(idb());
  } catch {
    fallen = true;
    return inMemory();
  }
}

const nameOf = (kind: Kind, id: string): string => `${kind}/${id}`;

async function write(kind: Kind, id: string, plain: BufferSource): Promise<void> {
  const item: Item = { ...(await seal(plain)), at: Date.now() };
  const name = nameOf(kind, id);
  memory.set(name, item);
  await onStore(
    async (idb) => {
      await set(name, item, idb);
      memory.delete(name);
    },
    () => undefined,
  );
}

async function read(kind: Kind, id: string): Promise<ArrayBuffer | undefined> {
  const name = nameOf(kind, id);
  const item =
    memory.get(name) ??
    (await onStore<Item | undefined>(
      (idb) => get(name, idb),
      () => undefined,
    ));
  return item && open(item);
}

/** False when a reload will forget: the page then says so where it matters. */
export const durable = (): boolean => !fallen;

export const saveJson = (kind: Kind, id: string, value: unknown): Promise<void> =>
  write(kind, id, new TextEncoder().encode(JSON.stringify(value)));

export async function loadJson(kind: Kind, id: string): Promise<unknown> {
  const plain = await read(kind, id);
  return plain && JSON.parse(new TextDecoder().decode(plain));
}

export const saveBytes = (kind: Kind, id: string, bytes: ArrayBuffer): Promise<void> =>
  write(kind, id, bytes);

export const loadBytes = (kind: Kind, id: string): Promise<ArrayBuffer | undefined> =>
  read(kind, id);

export async function remove(kind: Kind, id: string): Promise<void> {
  const name = nameOf(kind, id);
  memory.delete(name);
  await onStore(
    (idb) => del(name, idb),
    () => undefined,
  );
}

export const idsOf = async (kind: Kind): Promise<string[]> => {
  const names = new Set([
    ...memory.keys(),
    ...(await onStore(
      (idb) => keys<string>(idb),
      () => [],
    )),
  ]);
  return [...names]
    .filter((name) => name.startsWith(`${kind}/`))
    .map((name) => name.slice(kind.length + 1));
};

/** Deletes what nobody wrote to for 24 hours, whoever's key it was: library computers. */
export async function tidy(now = Date.now()): Promise<void> {
  await onStore(
    async (idb) => {
      const old = (await entries<string, Item>(idb)).filter(([, item]) => now - item.at > DAY);
      await delMany(
        old.map(([name]) => name),
        idb,
      );
    },
    () => undefined,
  );
}
