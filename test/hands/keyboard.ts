import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

interface Focus {
  /** The words of the control that has the focus. */
  words: string;
  /** Some of it can be seen. */
  seen: boolean;
  /** It stands in the form. */
  inForm: boolean;
}

/** In the page, through shadow roots. */
const FOCUS = `async () => {
  const path = [];
  for (let each = document.activeElement; each; each = each.shadowRoot?.activeElement) path.push(each);
  const focused = path.at(-1);
  const labels = [...(focused?.labels ?? [])];
  const named = [focused?.getAttribute('aria-label'), ...(labels.length ? labels : [focused]).map((each) => each?.innerText)];
  // A tile is as large as its label; the control itself may be a dot.
  const isSeen = () =>
    [focused, ...labels]
      .map((each) => each.getBoundingClientRect())
      .some(({ top, bottom, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
  // The page scrolls to it smoothly.
  for (let frames = 0; frames < 120 && !isSeen(); frames += 1)
    await new Promise((drawn) => requestAnimationFrame(drawn));
  return {
    words: named.join(' ').replace(/\\s+/g, ' ').trim(),
    seen: isSeen(),
    inForm: path.length > 1,
  };
}`;

/** More than the whole page has controls. */
const ENOUGH_TABS = 60;

/** Somebody who has a keyboard and nothing else. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  #focus(): Promise<Focus> {
    return this.#page.evaluate(`(${FOCUS})()`);
  }

  /** With Tab, or another key that moves the focus. @throws when she comes past no such control */
  async goesTo(words: string, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    while (passed.length < ENOUGH_TABS) {
      await this.#page.keyboard.press(key);
      const focus = await this.#focus();
      if (focus.inForm) assert.ok(focus.seen, `"${focus.words}" has the focus and is out of sight`);
      if (focus.words.includes(words)) return;
      passed.push(focus.words);
    }
    assert.fail(`She came past no "${words}", only past ${[...new Set(passed)].join(', ')}`);
  }

  async presses(words: string, key = 'Enter'): Promise<void> {
    await this.goesTo(words);
    await this.#page.keyboard.press(key);
  }

  async types(label: string, text: string): Promise<void> {
    await this.goesTo(label);
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.type(text);
  }

  /** Her hands are on the heading of a new screen. */
  async isOn(heading: string): Promise<void> {
    for (let looks = 0; looks < 200; looks += 1) {
      if ((await this.#focus()).words === heading) return;
      await this.#page.waitForTimeout(50);
    }
    assert.equal((await this.#focus()).words, heading, 'has the focus');
  }
}
