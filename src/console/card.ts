import type { StaffApi } from './api.ts';
import { inWords, whyThrown } from './fault.ts';
import type { Told } from './told.ts';

/** What a card of the open report keeps while she is at it: of one report, and anew for another. */
export abstract class Card {
  busy = false;
  error: string | undefined;
  /** The report that all this is about. */
  #id = '';
  protected readonly api: StaffApi;
  protected readonly told: Told;

  constructor(api: StaffApi, told: Told) {
    this.api = api;
    this.told = told;
  }

  about(id: string): this {
    if (id !== this.#id) {
      this.#id = id;
      this.busy = false;
      this.begin();
    }
    return this;
  }

  /** As the card is before anything was done on it. */
  protected begin(): void {
    this.error = undefined;
  }

  /**
   * One thing at a time. What went wrong stands on the card, as long as it is about the same report.
   *
   * @param inFull the whole sentence, with why it failed in it
   * @returns whether it was done
   */
  protected async do(act: () => Promise<void>, inFull: (why: string) => string): Promise<boolean> {
    if (this.busy) return false;
    const id = this.#id;
    this.busy = true;
    this.error = undefined;
    this.told.changed();
    const error = await act().then(
      () => undefined,
      (thrown: unknown) => inFull(inWords(whyThrown(thrown))),
    );
    if (id !== this.#id) return error === undefined;
    this.busy = false;
    if (error === undefined) this.begin();
    this.error = error;
    this.told.changed();
    return error === undefined;
  }
}
