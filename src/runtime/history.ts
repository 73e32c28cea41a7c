/**
 * One entry of the browser's history a screen, at the same address. The page's own `history.state`
 * stays inside ours, and each element has its own place in it.
 */

export interface Place {
  screen: string;
  /** The way to a person is open, at this view. */
  speak?: string;
}

interface Mark extends Place {
  /** How many entries of this element lie before this one. */
  depth: number;
}

const SLOT = 'keukentafel';

type State = Record<string, unknown> & { [SLOT]?: Record<string, Mark> };

/** A page's state that is no object cannot have ours beside it; it is kept under `page`. */
const stateNow = (): State => {
  const state: unknown = history.state;
  if (state === null || state === undefined) return {};
  return typeof state === 'object' ? { ...(state as State) } : { page: state };
};

export class ScreenHistory {
  readonly #name: string;
  readonly #enabled: () => boolean;
  readonly #restore: (place: Place) => void;

  /**
   * @param name of the element on this page
   * @param restore called when the browser goes to another place; never for a `push` or `replace`
   */
  constructor(name: string, enabled: () => boolean, restore: (place: Place) => void) {
    this.#name = name;
    this.#enabled = enabled;
    this.#restore = restore;
  }

  connect(): void {
    addEventListener('popstate', this.#onPopState);
  }

  disconnect(): void {
    removeEventListener('popstate', this.#onPopState);
  }

  replace(place: Place): void {
    if (this.#enabled())
      history.replaceState(this.#stateWith({ ...place, depth: this.#depth }), '');
  }

  push(place: Place): void {
    if (this.#enabled())
      history.pushState(this.#stateWith({ ...place, depth: this.#depth + 1 }), '');
  }

  /** Goes a screen back by the browser's own way. False when there is no entry of ours before. */
  back(): boolean {
    if (!this.#enabled() || this.#depth === 0) return false;
    history.back();
    return true;
  }

  get #mark(): Mark | undefined {
    return stateNow()[SLOT]?.[this.#name];
  }

  get #depth(): number {
    return this.#mark?.depth ?? 0;
  }

  #stateWith(mark: Mark): State {
    const state = stateNow();
    return { ...state, [SLOT]: { ...state[SLOT], [this.#name]: mark } };
  }

  readonly #onPopState = (): void => {
    const mark = this.#mark;
    if (mark && this.#enabled()) this.#restore(mark);
  };
}
