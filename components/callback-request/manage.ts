import type { CallbackView } from '../../src/contract/callback.ts';
import type { CallbackWhen } from '../../src/contract/callback-choices.ts';
import { phone as callable } from '../../src/contract/checks.ts';
import { Refused } from '../../src/runtime/desk-client.ts';
import { uuid } from '../../src/runtime/ids.ts';
import type { CallbackJourney } from './journey.ts';

/** "Wijzig of zeg af", by the link that the desk gave with the receipt. */
export class Manage {
  open = false;
  when: CallbackWhen | undefined;
  /** As typed; empty: it stays as it is. */
  phone = '';
  wrongPhone = false;
  failed = false;
  readonly #journey: CallbackJourney;
  #busy = false;

  constructor(journey: CallbackJourney) {
    this.#journey = journey;
  }

  show(open: boolean): void {
    this.open = open;
    this.failed = this.wrongPhone = false;
    this.when = this.#journey.state.view?.when;
    this.phone = '';
    this.#journey.host.screenChanged('replace');
  }

  set(change: { when?: CallbackWhen | undefined; phone?: string }): void {
    Object.assign(this, change, { wrongPhone: false });
    this.#journey.host.requestUpdate();
  }

  async save(): Promise<void> {
    const { when, phone } = this;
    this.wrongPhone = phone.trim() !== '' && !callable(phone);
    if (this.wrongPhone) {
      this.#journey.host.requestUpdate();
      return this.#journey.focus('change-phone');
    }
    if (!when && !phone.trim()) return this.show(false);
    await this.#ask('callbackChanged', {
      ...(when ? { when } : {}),
      ...(phone.trim() ? { phone } : {}),
    });
  }

  cancel(): Promise<void> {
    return this.#ask('callbackCancelled', {});
  }

  async #ask(endpoint: 'callbackChanged' | 'callbackCancelled', change: object): Promise<void> {
    const { outbox } = this.#journey.ports;
    const access = this.#journey.state.receipt?.link;
    if (!outbox || !access || this.#busy) return;
    this.#busy = true;
    const key = uuid();
    try {
      const view = (await outbox.deliver(key, endpoint, { access, ...change })) as CallbackView;
      this.#journey.dispatch({ type: 'changed', view });
      await outbox.forget(key);
      this.show(false);
    } catch (error) {
      if (!(error instanceof Refused)) return this.#journey.host.fault(error);
      this.failed = true;
      this.#journey.host.errorsShown();
    } finally {
      this.#busy = false;
    }
  }
}
