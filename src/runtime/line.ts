import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Texts } from './texts.ts';

interface Host extends ReactiveControllerHost {
  readonly texts: Texts;
  announce(text: string): void;
}

/** Whether the device says that it has internet; losing it is said aloud. */
export class Line implements ReactiveController {
  online = navigator.onLine;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.online = navigator.onLine;
    addEventListener('online', this.#changed);
    addEventListener('offline', this.#changed);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#changed);
    removeEventListener('offline', this.#changed);
  }

  readonly #changed = ({ type }: Event): void => {
    this.online = type === 'online';
    if (!this.online) this.#host.announce(this.#host.texts.t('frame:offline'));
    this.#host.requestUpdate();
  };
}
