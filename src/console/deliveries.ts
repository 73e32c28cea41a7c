import type { DeliveryAct, DeliveryLine } from '../contract/delivery.ts';
import type { StaffApi } from './api.ts';
import { inWords, whyThrown } from './fault.ts';
import { nothingYet } from './remote.ts';
import type { Remote } from './remote.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

/** The reports that did not reach the association's own systems. */
export class Deliveries {
  remote: Remote<readonly DeliveryLine[]> = nothingYet;
  /** What went wrong with a press of a button, by the id of the delivery. */
  readonly errors = new Map<string, string>();
  readonly #api: StaffApi;
  readonly #told: Told;
  readonly #busy = new Set<string>();
  readonly #trying = new Set<string>();

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
  }

  /** Reports, not receivers: one can be missing at several. */
  get count(): number {
    return new Set(this.remote.value?.map(({ report }) => report.id)).size;
  }

  /** She pressed "Probeer nu", and the desk has not said how it went. */
  isTrying = (id: string): boolean => this.#trying.has(id);

  /** Fetches them; what is on the screen stays until they are there. */
  async load(): Promise<void> {
    const { value } = this.remote;
    this.remote = await this.#api.deliveries().then(
      ({ items }) => ({ value: items, busy: false }),
      (error: unknown) => ({ value, busy: false, failed: whyThrown(error) }),
    );
    this.#trying.clear();
    this.#told.changed();
  }

  /** Something changed at the desk: more of them is said aloud. */
  async check(): Promise<void> {
    const before = this.count;
    await this.load();
    if (this.count > before) this.#told.announce(t('deliveries.notice', { count: this.count }));
  }

  /** @returns whether the desk took it */
  async act({ id, to }: DeliveryLine, act: DeliveryAct): Promise<boolean> {
    if (this.#busy.has(id)) return false;
    this.#busy.add(id);
    this.errors.delete(id);
    try {
      await this.#api.actOnDelivery(id, act);
      if (act === 'try') this.#trying.add(id);
      else await this.load();
      this.#told.announce(t(act === 'try' ? 'deliveries.trying' : 'deliveries.taken', { to }));
      return true;
    } catch (error) {
      const words = t('deliveries.failed', { why: inWords(whyThrown(error)) });
      this.errors.set(id, words);
      this.#told.announce(words);
      return false;
    } finally {
      this.#busy.delete(id);
      this.#told.changed();
    }
  }
}
