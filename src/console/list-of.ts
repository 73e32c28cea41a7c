import type { Page } from '../contract/staff.ts';
import { whyThrown } from './fault.ts';
import { nothingYet } from './remote.ts';
import type { Remote } from './remote.ts';

interface Line {
  id: string;
  /** ISO 8601 instant. */
  receivedAt: string;
}

const newest = (lines: readonly Line[]): number =>
  Math.max(0, ...lines.map(({ receivedAt }) => Date.parse(receivedAt)));

/**
 * A list that grows while somebody reads it. What is new waits until she asks for it; what changed is
 * changed where it stands. So nothing ever moves under her eyes.
 */
export class ListOf<T extends Line> {
  shown: Remote<Page<T>> = nothingYet;
  /** New since the list was fetched, in the desk's order. */
  waiting: readonly T[] = [];
  moreFailed = false;
  readonly #fetch: (after?: string) => Promise<Page<T>>;
  readonly #changed: () => void;
  #turn = 0;

  constructor(fetch: (after?: string) => Promise<Page<T>>, changed: () => void) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  get items(): readonly T[] {
    return this.shown.value?.items ?? [];
  }

  /** Fetches the list anew, in the desk's order. What is on the screen stays until it is there. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    this.#set({ value: this.shown.value, busy: true });
    try {
      const value = await this.#fetch();
      if (turn !== this.#turn) return;
      this.waiting = [];
      this.#set({ value, busy: false });
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#set({ value: this.shown.value, busy: false, failed: whyThrown(error) });
    }
  }

  /** Something changed at the desk. @returns what is new and was not waiting before */
  async check(): Promise<readonly T[]> {
    if (!this.shown.value) {
      await this.load();
      return [];
    }
    const turn = this.#turn;
    const latest = await this.#asMuch().catch(() => undefined);
    // While it was fetched she asked for the list herself: that one is newer.
    if (!latest || turn !== this.#turn) return [];
    const fresh = new Map(latest.map((item) => [item.id, item]));
    const before = this.waiting;
    // One that came up from the page below, because another was done, is not new.
    const since = newest(this.items);
    const known = new Set(this.items.map(({ id }) => id));
    this.waiting = latest.filter(
      ({ id, receivedAt }) => !known.has(id) && Date.parse(receivedAt) >= since,
    );
    this.replace(fresh);
    return this.waiting.filter(({ id }) => !before.some((each) => each.id === id));
  }

  /** As many pages as she has before her: also far down a line must be right. */
  async #asMuch(): Promise<readonly T[]> {
    const all: T[] = [];
    let next: string | undefined;
    do {
      const page = await this.#fetch(next);
      all.push(...page.items);
      next = page.next;
    } while (next && all.length < this.items.length);
    return all;
  }

  /** New versions of lines that are on the screen, each at its own place. */
  replace(fresh: ReadonlyMap<string, T>): void {
    const { value } = this.shown;
    if (!value) return;
    const items = value.items.map((item) => fresh.get(item.id) ?? item);
    this.#set({ ...this.shown, value: { ...value, items } });
  }

  /** The next page, behind what is there. @returns what came, when it did */
  async more(): Promise<readonly T[] | undefined> {
    const { value } = this.shown;
    if (!value?.next || this.shown.busy) return undefined;
    const turn = ++this.#turn;
    this.moreFailed = false;
    this.#set({ value, busy: true });
    try {
      const { items, next } = await this.#fetch(value.next);
      if (turn !== this.#turn) return undefined;
      const known = new Set(value.items.map(({ id }) => id));
      const added = items.filter(({ id }) => !known.has(id));
      this.#set({ value: { items: [...value.items, ...added], next }, busy: false });
      return added;
    } catch {
      if (turn !== this.#turn) return undefined;
      this.moreFailed = true;
      this.#set({ value, busy: false });
      return undefined;
    }
  }

  #set(shown: Remote<Page<T>>): void {
    this.shown = shown;
    this.#changed();
  }
}
