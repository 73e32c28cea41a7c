import type { ErasureReason } from '../contract/staff.ts';
import type { StaffApi } from './api.ts';
import { inWords, whyThrown } from './fault.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

const plain = (reference: string): string => reference.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Erasing a report for good: it is asked why, and the reference must be typed once more. */
export class Erasing {
  why: ErasureReason = 'asked';
  typed = '';
  busy = false;
  error: string | undefined;
  /** The report that all this is about; another one begins anew. */
  #id = '';
  readonly #api: StaffApi;
  readonly #told: Told;

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
  }

  about(id: string): this {
    if (id !== this.#id) {
      this.#id = id;
      this.why = 'asked';
      this.typed = '';
      this.busy = false;
      this.error = undefined;
    }
    return this;
  }

  /** @returns whether it is gone */
  async erase(reference: string): Promise<boolean> {
    if (this.busy) return false;
    if (plain(this.typed) !== plain(reference)) return this.#fail(t('erase.error.reference'));
    this.busy = true;
    this.error = undefined;
    this.#told.changed();
    const id = this.#id;
    try {
      await this.#api.erase(reference, this.why);
    } catch (error) {
      if (id === this.#id) this.#fail(t('erase.failed', { why: inWords(whyThrown(error)) }));
      return false;
    }
    this.#id = '';
    this.#told.announce(t('erase.done'));
    return true;
  }

  #fail(words: string): false {
    this.busy = false;
    this.error = words;
    this.#told.changed();
    return false;
  }
}
