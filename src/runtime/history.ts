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
  /** What the entry before it shows, when this element made this one. */
  before?: Place | undefined;
}

interface Marks {
  /** The element that made this entry: "Terug" of another one must not leave it. */
  by?: string;
  places: Record<string, Mark>;
}

const SLOT = 'keukentafel';

type State = Record<string, unknown> & { [SLOT]?: Marks };

/** A page's state that is no plain object cannot have ours beside it; it is kept under `page`. */
const stateNow = (): State => {
  const state: unknown = history.state;
  if (state === null || state === undefined) return {};
  const plain = typeof state === 'object' && Object.getPrototypeOf(state) === Object.prototype;
  return plain ? { ...(state as State) } : { page: state };
};

const same = (one: Place, other: Place): boolean =>
  one.screen === other.screen && one.speak === other.speak;

export class ScreenHistory {
  #name = '';
  #connected = false;
  /** Where this element is; an entry that only another one made leads nowhere else. */
  #here: Place | undefined;
  readonly #enabled: () => boolean;
  readonly #restore: (place: Place) => void;

  /** @param restore called when the browser goes to another place; never for a `push` or `replace` */
  constructor(enabled: () => boolean, restore: (place: Place) => void) {
    this.#enabled = enabled;
    this.#restore = restore;
  }

  /** @param name of the element on this page: two of one kind have two */
  connect(name: string): void {
    this.#name = name;
    this.#connected = true;
    addEventListener('popstate', this.#onPopState);
  }

  /** What is still under way of an element that left the page writes nothing into that page's history. */
  disconnect(): void {
    this.#connected = false;
    removeEventListener('popstate', this.#onPopState);
  }

  /** The place that a reload, or coming back to the page, left here. */
  get found(): Place | undefined {
    return this.#isOurs ? this.#mark : undefined;
  }

  replace(place: Place): void {
    this.#here = place;
    if (!this.#isOurs) return;
    const { depth = 0, before } = this.#mark ?? {};
    this.#write('replaceState', { ...place, depth, before }, stateNow()[SLOT]?.by);
  }

  push(place: Place): void {
    const before = this.#here;
    this.#here = place;
    if (!this.#isOurs) return;
    this.#write('pushState', { ...place, depth: this.#depth + 1, before }, this.#name);
  }

  /** Goes a screen back by the browser's own way. False when the entry before is not ours. */
  back(): boolean {
    const ours = this.#depth > 0 && stateNow()[SLOT]?.by === this.#name;
    // An entry that says another place is of before a write that was refused.
    if (!this.#isOurs || !ours || !this.#isHere(this.#mark!)) return false;
    history.back();
    return true;
  }

  /** Goes back when that leads to this place; a new entry would make of "Terug" a way in again. */
  backTo(place: Place): boolean {
    const before = this.#mark?.before;
    return before !== undefined && same(before, place) && this.back();
  }

  /**
   * WebKit refuses the 101st write within ten seconds, Firefox the 201st: a page's own router may have
   * used them up. The form goes on without an entry.
   */
  #write(how: 'pushState' | 'replaceState', mark: Mark, by: string | undefined): void {
    try {
      history[how](this.#stateWith(mark, by), '');
    } catch {
      // As on a page with `no-history`: "Terug" goes by itself.
    }
  }

  get #isOurs(): boolean {
    return this.#connected && this.#enabled();
  }

  #isHere(place: Place): boolean {
    return this.#here !== undefined && same(place, this.#here);
  }

  get #mark(): Mark | undefined {
    return stateNow()[SLOT]?.places[this.#name];
  }

  get #depth(): number {
    return this.#mark?.depth ?? 0;
  }

  #stateWith(mark: Mark, by: string | undefined): State {
    const state = stateNow();
    const places = { ...state[SLOT]?.places, [this.#name]: mark };
    return { ...state, [SLOT]: { by, places } };
  }

  readonly #onPopState = (): void => {
    const mark = this.#mark;
    if (!mark || !this.#isOurs) return;
    if (this.#isHere(mark)) return;
    this.#here = mark;
    this.#restore(mark);
  };
}
