import { uuid } from '../ids.ts';
import { draftSlot, readTab, writeTab } from './tab.ts';
import * as vault from './vault.ts';

/**
 * One half-filled form of this tab. Its id is also the secret that owns its uploaded photos. One tab
 * owns a draft at a time (Web Lock): a duplicated tab asks first.
 */
export interface Draft<S> {
  readonly id: string;
  /**
   * The stored state, or undefined when there is none or it is of another tab.
   * @throws when the browser does not give back what it may well have
   */
  load(): Promise<S | undefined>;
  /** Writes are taken in order; the newest wins. */
  save(state: S): Promise<void>;
  /** Forgets it and its id: the next form is a new one. What is saved after it is not kept. */
  clear(): Promise<void>;
}

/** @param name the association and the form: "delinde.repair-form" */
export function draftOfTab<S>(name: string): Draft<S> {
  const slot = draftSlot(name);
  let id = readTab(slot);
  if (!id) writeTab(slot, (id = uuid()));
  const own = id;
  let writing: Promise<void> = Promise.resolve();
  let waiting: { state: S } | undefined;
  let cleared = false;
  return {
    id: own,
    async load() {
      await writing;
      return (await vault.loadJson('draft', own)) as S | undefined;
    },
    save(state) {
      if (cleared) return writing;
      const first = waiting === undefined;
      waiting = { state };
      if (first)
        writing = writing.then(() => {
          const newest = waiting!.state;
          waiting = undefined;
          return vault.saveJson('draft', own, newest);
        });
      return writing;
    },
    async clear() {
      cleared = true;
      await writing;
      writeTab(slot, undefined);
      await vault.remove('draft', own);
    },
  };
}

export type Ownership = 'ours' | 'elsewhere';

/** So long a page that is just being left may still hold its lock. */
const LEAVING = 1000;

/**
 * Claims a draft for this page.
 * @param lost called when another tab takes it over
 * @param release gives it up
 */
export async function claim(
  id: string,
  lost: () => void,
  release: AbortSignal,
  steal = false,
): Promise<Ownership> {
  if (!('locks' in navigator)) return 'ours';
  const name = `keukentafel.${id}`;
  return new Promise((resolve) => {
    let mine = false;
    const held = () => {
      mine = true;
      resolve('ours');
      return new Promise<void>((released) => {
        if (release.aborted) released();
        release.addEventListener('abort', () => released());
      });
    };
    navigator.locks
      .request(name, steal ? { steal } : { signal: heldByAnother(name, release) }, held)
      .catch(() => {
        if (!mine) resolve('elsewhere');
        else if (!release.aborted) lost();
      });
  });
}

/**
 * A signal that aborts when another page has this lock and is not being left. A slow answer is none: the
 * browser says who holds it (WebKitGTK 2.50 on a busy machine gave a free lock after more than a second).
 */
function heldByAnother(name: string, release: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const look = async () => {
    const { held = [] } = await navigator.locks.query();
    if (held.some((lock) => lock.name === name)) controller.abort();
  };
  const timer = setTimeout(() => void look(), LEAVING);
  release.addEventListener('abort', () => {
    clearTimeout(timer);
    controller.abort();
  });
  return controller.signal;
}
