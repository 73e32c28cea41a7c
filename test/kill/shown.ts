import type { Page } from 'playwright-core';
import type { Plan } from './plan.ts';

/** What she sees, written down with the time, so that afterwards it is known what must still be there. */

type Value = string | boolean;

export interface Shown {
  /** Id of the screen. */
  screen: string;
  title: string;
  /** Control → what stands in it, or whether it is chosen. */
  fields: Record<string, Value>;
  /** Photos with a picture; -1 where none are shown. */
  photos: number;
}

interface Seen {
  /** Epoch milliseconds. */
  at: number;
  shown: Shown;
}

/** How sure we must be: what was shown less than half a second before may be lost. */
const SURE = 500;

/** In the page, as text: it is needed in pages of two connections. */
const LOOK = `() => {
  const root = document.querySelector('kt-repair-form')?.shadowRoot;
  const title = root?.querySelector('[data-heading]')?.textContent.trim();
  const place = history.state?.keukentafel?.places?.['kt-repair-form'];
  if (!title || !place) return undefined;
  const fields = {};
  for (const control of root.querySelectorAll('input[id], textarea[id]'))
    if (control.type !== 'file')
      fields[control.id] = /radio|checkbox/.test(control.type) ? control.checked : control.value;
  const photos = root.querySelector('.photos') ? root.querySelectorAll('.photos img').length : -1;
  return { screen: place.screen, title, fields, photos };
}`;

export const lookAt = (page: Page): Promise<Shown | undefined> => page.evaluate(`(${LOOK})()`);

export class Witness {
  readonly #seen: Seen[] = [];

  /** From now on every change of what is shown is told at once, outside the page that may die. */
  async watch(page: Page): Promise<void> {
    await page.exposeFunction('tellWitness', (at: number, shown: Shown) => {
      this.#seen.push({ at, shown });
    });
    await page.addInitScript(`{
      const look = ${LOOK};
      let last = '';
      const tick = () => {
        const shown = look();
        const now = JSON.stringify(shown);
        if (shown && now !== last) {
          last = now;
          globalThis.tellWitness(Date.now(), shown);
        }
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    }`);
  }

  /**
   * What holds after a blow at `at` (epoch milliseconds).
   * @param typed text field → all that she types in it
   */
  certainAt(at: number, typed: Plan['typed']): Certain {
    const sure = this.#seen.filter((each) => each.at <= at - SURE).map(({ shown }) => shown);
    const late = this.#seen.filter((each) => each.at > at - SURE).map(({ shown }) => shown);
    return new Certain(sure, late, typed);
  }
}

/** What she must find again. Asked on every screen that she comes to, and at the desk. */
export class Certain {
  readonly #sure: readonly Shown[];
  readonly #late: readonly Shown[];
  readonly #typed: Plan['typed'];

  constructor(sure: readonly Shown[], late: readonly Shown[], typed: Plan['typed']) {
    this.#sure = sure;
    this.#late = late;
    this.#typed = typed;
  }

  /** Most photos that were shown for certain. */
  get photos(): number {
    return Math.max(0, ...this.#sure.map(({ photos }) => photos));
  }

  /** Whether she was on this screen for certain. */
  passed(screen: string): boolean {
    const last = this.#sure.findLastIndex((each) => each.screen === screen);
    return last >= 0 && last < this.#sure.length - 1 && this.#sure.at(-1)!.screen !== screen;
  }

  /** Where she may be found: where she was for certain, or went since. */
  mayBeOn(screen: string): boolean {
    const since = [...this.#sure.slice(-1), ...this.#late];
    return since.length === 0 || since.some((each) => each.screen === screen);
  }

  /** Sentences about what is not as it was; empty when nothing was lost. */
  lostOn(now: Shown): string[] {
    const before = this.#sure.findLast(({ screen }) => screen === now.screen);
    if (!before) return [];
    const later = this.#late.filter(({ screen }) => screen === now.screen);
    return Object.entries(before.fields).flatMap(([id, value]) => {
      const found = now.fields[id];
      return found === value ||
        later.some(({ fields }) => fields[id] === found) ||
        this.#goesFurther(id, value, found)
        ? []
        : [`"${id}" on ${now.screen} was ${JSON.stringify(value)}, is ${JSON.stringify(found)}`];
    });
  }

  /** A busy page is killed before it has shown her last keys, and has kept them all the same. */
  #goesFurther(id: string, value: Value, found: Value | undefined): boolean {
    return (
      typeof value === 'string' &&
      typeof found === 'string' &&
      found.startsWith(value) &&
      Boolean(this.#typed[id]?.startsWith(found))
    );
  }
}
