import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Two taps of one tremor: so long after a screen change, pointer input does nothing. In milliseconds. */
const SETTLING = 400;
/** The second of two taps within this time, in milliseconds, and this distance, in pixels, is the same one. */
const ONE_TAP = { time: 300, distance: 24 };

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Holds back the second tap of a trembling hand, and never the keyboard. */
export class Settling implements ReactiveController {
  #until = 0;
  /** Where and when the finger last came down, and whether that was a tremor. */
  #down = { x: 0, y: 0, at: -ONE_TAP.time, again: false };
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('pointerdown', this.#touched, { capture: true });
    this.#host.renderRoot.addEventListener('click', this.#hold, { capture: true });
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('pointerdown', this.#touched, { capture: true });
    this.#host.renderRoot.removeEventListener('click', this.#hold, { capture: true });
  }

  /** The screen changes: from now, and again from the moment that the new one is there to be hit. */
  begin(): void {
    this.#until = performance.now() + SETTLING;
    void this.#host.updateComplete.then(() => (this.#until = performance.now() + SETTLING));
  }

  // What opens with a tap would close again with the second, and a tick would be gone.
  readonly #touched = (event: Event): void => {
    const { clientX: x, clientY: y, timeStamp: at } = event as PointerEvent;
    const { x: lastX, y: lastY, at: last } = this.#down;
    const near = Math.hypot(x - lastX, y - lastY) < ONE_TAP.distance;
    this.#down = { x, y, at, again: near && at - last < ONE_TAP.time };
  };

  // By when the finger came down: an old phone that was busy hands the tap over later.
  readonly #hold = (event: Event): void => {
    const byPointer = (event as MouseEvent).detail > 0;
    if (!byPointer || (event.timeStamp >= this.#until && !this.#down.again)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
