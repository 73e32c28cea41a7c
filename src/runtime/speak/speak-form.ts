import type { PublicEndpoint } from '../../contract/endpoints.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import { Refused } from '../desk-client.ts';
import { uuid } from '../ids.ts';
import { draftOfTab } from '../storage/draft.ts';
import type { Draft } from '../storage/draft.ts';
import { outboxOf } from '../storage/outbox.ts';
import { fieldStyles } from '../styles/fields.ts';
import type { SpeakHost } from './panel.ts';

export interface SpeakFormState {
  errors: readonly FieldError[];
  phase: 'filling' | 'sending' | 'waiting' | 'sent';
  /** Set once it was pressed: the same thing is never taken twice. */
  key?: string | undefined;
  /** The desk would not have it, and did not say which field. */
  refused: boolean;
}

/**
 * A small form on the way to a person, of one screen: a draft of its own in this tab, checked when it is
 * pressed, and then sent until the desk has it, also by the page that comes after this one.
 */
export abstract class SpeakForm<S extends SpeakFormState, R> {
  protected state: S;
  protected readonly host: SpeakHost;
  /** False: she has gone back to her own form, and is not taken away from there. */
  protected readonly isShown: () => boolean;
  readonly #empty: S;
  #draft: Draft<S> | undefined;
  #sending = false;

  /** Of its draft: "message". */
  protected abstract readonly name: string;
  protected abstract readonly endpoint: PublicEndpoint;
  protected abstract body(): object;
  /** What the state is once the desk has it. */
  protected abstract accepted(receipt: R): Partial<S>;
  /** That the desk has it, in words, for who is elsewhere. */
  protected abstract news(): string;

  constructor(host: SpeakHost, isShown: () => boolean, empty: S) {
    this.host = host;
    this.isShown = isShown;
    this.state = this.#empty = empty;
    host.wear(fieldStyles);
  }

  /** Finds what was typed before a reload, and goes on with what was sent. */
  async load(): Promise<void> {
    const { kit } = this.host;
    if (!kit || this.#draft) return;
    this.#draft = draftOfTab<S>(`${kit.profile.id}.${this.name}`);
    const stored = await this.#draft.load().catch(() => undefined);
    // Whoever types faster than the store answers is right.
    if (stored && this.state === this.#empty) this.state = stored;
    this.host.requestUpdate();
    this.run();
  }

  /** Goes on with whatever was on its way. */
  run(): void {
    if (this.state.phase === 'sending' || this.state.phase === 'waiting') void this.#deliver();
  }

  /** Off the page: what nobody would see any more ends. */
  stop(): void {}

  protected set(change: Partial<S>): Promise<void> | undefined {
    this.state = { ...this.state, ...change };
    this.host.requestUpdate();
    return this.#draft?.save(this.state);
  }

  /** She typed: an error under a changed field goes. */
  protected typed(change: Partial<S>): void {
    const errors = this.state.errors.filter(({ field }) => !(field in change));
    void this.set({ ...change, errors });
  }

  /**
   * "Verstuur".
   * @param errors what is wrong with it
   * @param change what is written down of it beside its key
   */
  protected async send(errors: readonly FieldError[], change: Partial<S> = {}): Promise<void> {
    if (this.state.phase !== 'filling') return;
    void this.set({ errors, refused: false } as Partial<S>);
    if (errors.length) return this.host.errorsShown();
    void this.set({ ...change, key: uuid(), phase: 'sending' });
    this.host.screenChanged('replace');
    await this.#deliver();
  }

  /** Begins anew with this. */
  protected again(change: Partial<S> = {}): void {
    this.stop();
    void this.set({ ...this.#empty, ...change });
    this.host.screenChanged('replace');
  }

  async #deliver(): Promise<void> {
    const { kit } = this.host;
    const { key } = this.state;
    if (!kit?.desk || !key || this.#sending) return;
    this.#sending = true;
    const outbox = outboxOf(kit.desk);
    try {
      const receipt = (await outbox.deliver(key, this.endpoint, this.body(), {
        waiting: () => void this.set({ phase: 'waiting' } as Partial<S>),
      })) as R;
      const kept = this.set({ ...this.accepted(receipt), phase: 'sent' });
      this.#tell(this.news(), () => this.host.screenChanged('replace'));
      await kept;
      await outbox.forget(key);
      this.run();
    } catch (error) {
      if (!(error instanceof Refused)) return this.host.fault(error);
      const { errors } = error;
      const again = { phase: 'filling', key: undefined, errors, refused: errors.length === 0 };
      void this.set(again as Partial<S>);
      this.#tell(this.host.texts.t('frame:fault.title'), () => this.host.errorsShown());
    } finally {
      this.#sending = false;
    }
  }

  #tell(words: string, show: () => void): void {
    if (this.isShown()) show();
    else this.host.announce(words);
  }
}
