import type { StaffEvent } from '../contract/staff.ts';

/** Waits between attempts, in milliseconds; the last one goes on. */
const WAITS = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Milliseconds without any word from the desk, which says something every 20 s, after which the line
 * is dead: a laptop that slept, or changed networks, keeps a broken one open for many minutes.
 */
const SILENCE = 50_000;

const KINDS: readonly StaffEvent['type'][] = [
  'report',
  'message',
  'outage',
  'delivery',
  'alarm',
  'callback',
  'appointment',
];

interface Listener {
  changed(event: StaffEvent): void;
  /** The line is open; `again` when it was lost before, so that something may have been missed. */
  opened(again: boolean): void;
  lost(): void;
}

/**
 * What happens at the desk, as it happens. An EventSource tries again by itself after a broken line,
 * but gives up for good on an answer that is no event stream (a proxy's 502, a restart): we do not.
 */
export class LiveEvents {
  readonly #url: () => string;
  readonly #listener: Listener;
  readonly #silence: number;
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #lost = false;

  constructor(url: () => string, listener: Listener, silence = SILENCE) {
    this.#url = url;
    this.#listener = listener;
    this.#silence = silence;
  }

  start(): void {
    this.stop();
    const source = new EventSource(this.#url());
    this.#source = source;
    source.onopen = () => {
      const again = this.#lost;
      this.#attempt = 0;
      this.#lost = false;
      this.#listen();
      this.#listener.opened(again);
    };
    source.onerror = () => {
      this.#lose();
      if (source.readyState === EventSource.CLOSED) this.#later();
    };
    for (const kind of [...KINDS, 'beat'])
      source.addEventListener(kind, (event) => {
        this.#listen();
        if (kind !== 'beat') this.#read((event as MessageEvent<string>).data);
      });
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#watch);
    this.#source?.close();
    this.#source = undefined;
  }

  /** Not at the next turn, but now: somebody asked for it, or the network came back. */
  retry(): void {
    if (!this.#lost) return;
    this.#attempt = 0;
    this.start();
  }

  /** The browser knows that there is no network, before the line itself notices. */
  gone(): void {
    this.#lose();
  }

  #lose(): void {
    clearTimeout(this.#watch);
    if (!this.#lost) this.#listener.lost();
    this.#lost = true;
  }

  #listen(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.#lose();
      this.start();
    }, this.#silence);
  }

  #later(): void {
    const wait = WAITS[Math.min(this.#attempt++, WAITS.length - 1)];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.start(), wait);
  }

  #read(data: string): void {
    const event = JSON.parse(data) as Partial<StaffEvent>;
    if (KINDS.some((kind) => kind === event.type) && typeof event.id === 'string')
      this.#listener.changed(event as StaffEvent);
  }
}
