import type { Report } from '../contract/staff.ts';
import { copyBlock } from './copy-block.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

/** "Kopieer": a report as plain text, for the association's own system. */
export class Copying {
  done = false;
  /** The text itself, for a browser that lets no page write to its clipboard: she copies it by hand. */
  byHand: string | undefined;
  #id = '';
  readonly #told: Told;

  constructor(told: Told) {
    this.#told = told;
  }

  about(id: string): this {
    if (id !== this.#id) {
      this.#id = id;
      this.done = false;
      this.byHand = undefined;
    }
    return this;
  }

  /** @returns whether it is on the clipboard */
  async copy(report: Report): Promise<boolean> {
    const text = copyBlock(report);
    const done = await this.#write(text);
    if (report.id !== this.#id) return done;
    this.done = done;
    this.byHand = done ? undefined : text;
    this.#told.announce(t(done ? 'copy.done' : 'copy.by-hand'));
    this.#told.changed();
    return done;
  }

  /** There is no clipboard without https, and a policy of the organisation may refuse it. */
  #write = (text: string): Promise<boolean> =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      );
}
