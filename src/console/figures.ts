import type { Figures } from '../contract/figures.ts';
import type { StaffApi } from './api.ts';
import { whyThrown } from './fault.ts';
import { nothingYet } from './remote.ts';
import type { Remote } from './remote.ts';
import type { Told } from './told.ts';

/** How the queue stands. */
export class QueueFigures {
  remote: Remote<Figures> = nothingYet;
  readonly #api: StaffApi;
  readonly #told: Told;

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
  }

  /** Fetches them; what is on the screen stays until the new ones are there. */
  load = async (): Promise<void> => {
    const { value } = this.remote;
    this.remote = await this.#api.figures().then(
      (fresh) => ({ value: fresh, busy: false }),
      (error: unknown) => ({ value, busy: false, failed: whyThrown(error) }),
    );
    this.#told.changed();
  };
}
