import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Two taps of one tremor: so long after a screen change, pointer input does nothing. */
const SETTLING = 400;

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Holds back the second tap of a trembling hand, and never the keyboard. */
export class Settling implements ReactiveController {
  #until = 0;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('click', this.#hold, { capture: true });
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('click', this.#hold, { capture: true });
  }

  /** The screen changes: from now, and again from the moment that the new one is there to be hit. */
  begin(): void {
    this.#until = performance.now() + SETTLING;
    void this.#host.updateComplete.then(() => (this.#until = performance.now() + SETTLING));
  }

  // By when the finger came down: an old phone that was busy hands the tap over later.
  readonly #hold = (event: Event): void => {
    const byPointer = (event as MouseEvent).detail > 0;
    if (!byPointer || event.timeStamp >= this.#until) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
