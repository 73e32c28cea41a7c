import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { durable, listeners } from './storage/durable.ts';
import type { Texts } from './texts.ts';

interface Host extends ReactiveControllerHost {
  readonly texts: Texts;
  announce(text: string): void;
}

/** What the device says that it can: whether it has internet, and keeps what was filled in. */
export class Device implements ReactiveController {
  online = navigator.onLine;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.online = navigator.onLine;
    listeners.add(this.#update);
    addEventListener('online', this.#changed);
    addEventListener('offline', this.#changed);
  }

  hostDisconnected(): void {
    listeners.delete(this.#update);
    removeEventListener('online', this.#changed);
    removeEventListener('offline', this.#changed);
  }

  /** False when a reload would forget. */
  get durable(): boolean {
    return durable();
  }

  readonly #update = (): void => this.#host.requestUpdate();

  readonly #changed = ({ type }: Event): void => {
    this.online = type === 'online';
    if (!this.online) this.#host.announce(this.#host.texts.t('frame:offline'));
    this.#update();
  };
}
