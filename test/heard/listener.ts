import { setTimeout as wait } from 'node:timers/promises';
import type { Opened } from './browsers.ts';
import type { Desktop } from './desktop.ts';

/** What she did, and all that she heard of it. */
export interface Moment {
  did: string;
  heard: readonly string[];
}

/** The words of the control that has the focus, through shadow roots. */
const FOCUSED = `() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const labels = [...(focused?.labels ?? [])];
  return [focused?.getAttribute('aria-label'), ...(labels.length ? labels : [focused]).map((each) => each?.textContent)]
    .join(' ').replace(/\\s+/g, ' ').trim();
}`;

/** Between two pieces of a page that is read aloud, in milliseconds, on a busy machine. */
const BREATH = 2500;
/** Orca finds out which key was the last a little later than the page does. In milliseconds. */
const HANDS_OFF = 300;
/** More than any page of ours has controls. */
const ENOUGH_TABS = 60;

/** Somebody who hears the page and has no pointer. */
export class Listener {
  readonly moments: Moment[] = [];
  readonly #desktop: Desktop;
  readonly #browser: Opened;

  constructor(desktop: Desktop, browser: Opened) {
    this.#desktop = desktop;
    this.#browser = browser;
  }

  /** Hears what `act` brings. */
  async hears(did: string, act: () => Promise<void> | void, quiet?: number): Promise<void> {
    this.moments.push({ did, heard: await this.#desktop.heardOf(act, quiet) });
  }

  /** The page begins to be read as soon as it is there. */
  hearsPage(): Promise<void> {
    return this.hears('opens the page', () => undefined, BREATH);
  }

  /**
   * With Tab, or another key that moves the focus, until a control with these words has it. Those on
   * the way are not written down: they only have to begin to speak before she goes on.
   */
  async goesTo(words: string, key = 'Tab'): Promise<void> {
    for (let tabs = 0; tabs < ENOUGH_TABS; tabs += 1) {
      const before = this.#desktop.said().length;
      this.#desktop.press(key);
      for (let waited = 0; waited < 1500 && this.#desktop.said().length === before; waited += 30)
        await wait(30);
      if (!(await this.#browser.ask<string>(FOCUSED)).includes(words)) continue;
      await this.#desktop.heardOf(() => undefined, 700);
      this.moments.push({
        did: `${key} to "${words}"`,
        heard: this.#desktop.said().slice(before),
      });
      return;
    }
    throw new Error(`She came past no "${words}"`);
  }

  async presses(key: string, words = ''): Promise<void> {
    await this.hears(words ? `${key} on "${words}"` : key, () => this.#desktop.press(key));
  }

  /** Goes to a button and presses it. */
  async activates(words: string, key = 'Tab'): Promise<void> {
    await this.goesTo(words, key);
    await this.presses('Return', words);
  }

  /** Goes to a group of tiles, and on to this one with the arrows, which choose. */
  async chooses(first: string, words: string): Promise<void> {
    await this.goesTo(first);
    if (first === words) return this.presses('space', words);
    await this.goesTo(words, 'Down');
  }

  async fillsIn(label: string, text: string): Promise<void> {
    await this.goesTo(label);
    await this.types(text);
  }

  /** She set her screen reader not to repeat her keys: there is nothing to hear. */
  async types(text: string): Promise<void> {
    this.#desktop.type(text);
    await wait(HANDS_OFF);
    this.moments.push({ did: `types "${text}"`, heard: [] });
  }

  /** "Say all": from where she is to the end. */
  async hearsOn(): Promise<void> {
    await this.hears('reads on from here', () => this.#desktop.press('KP_Add'), BREATH);
  }
}
