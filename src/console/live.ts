import type { StaffEvent } from '../contract/staff.ts';

/** Waits between attempts, in milliseconds; the last one goes on. */
const WAITS = [1_000, 2_000, 5_000, 10_000, 30_000];

interface Listener {
  changed(event: StaffEvent): void;
  /** The line is open; `again` when it had been lost, so that something may have been missed. */
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
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #wasOpen = false;
  #lost = false;

  constructor(url: () => string, listener: Listener) {
    this.#url = url;
    this.#listener = listener;
  }

  start(): void {
    this.stop();
    const source = new EventSource(this.#url());
    this.#source = source;
    source.onopen = () => {
      const again = this.#lost && this.#wasOpen;
      this.#attempt = 0;
      this.#wasOpen = true;
      this.#lost = false;
      this.#listener.opened(again);
    };
    source.onerror = () => {
      if (!this.#lost) this.#listener.lost();
      this.#lost = true;
      if (source.readyState === EventSource.CLOSED) this.#later();
    };
    const read = ({ data }: MessageEvent<string>) => this.#read(data);
    source.addEventListener('message', read);
    source.addEventListener('report', read);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  /** Not at the next turn, but now: somebody asked for it, or the network came back. */
  retry(): void {
    if (this.#source?.readyState === EventSource.OPEN) return;
    this.#attempt = 0;
    this.start();
  }

  #later(): void {
    const wait = WAITS[Math.min(this.#attempt++, WAITS.length - 1)];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.start(), wait);
  }

  #read(data: string): void {
    let event: Partial<StaffEvent>;
    try {
      event = JSON.parse(data) as Partial<StaffEvent>;
    } catch {
      return; // A heartbeat.
    }
    if ((event.type === 'report' || event.type === 'message') && typeof event.id === 'string')
      this.#listener.changed(event as StaffEvent);
  }
}
