import type { MessageLine } from '../contract/staff.ts';
import type { StaffApi } from './api.ts';
import { inWords, whyThrown } from './fault.ts';
import { ListOf } from './list-of.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

/** The messages that people left for a person. */
export class Inbox {
  readonly list: ListOf<MessageLine>;
  /** What went wrong with marking a message, by its id. */
  readonly errors = new Map<string, string>();
  readonly #api: StaffApi;
  readonly #told: Told;
  readonly #busy = new Set<string>();

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
    this.list = new ListOf((after) => api.messages(after), told.changed);
  }

  /** How many of what we have seen wait for an answer. */
  get unanswered(): number {
    return [...this.list.items, ...this.list.waiting].filter(({ answered }) => !answered).length;
  }

  /** Something changed at the desk. */
  async check(): Promise<void> {
    const fresh = await this.list.check();
    if (fresh.length) this.#told.announce(t('messages.waiting.said', { count: fresh.length }));
  }

  /** Shows what was waiting. @returns the id of the first that is new */
  async showWaiting(): Promise<string | undefined> {
    const waiting = this.list.waiting[0]?.id;
    await this.list.load();
    return waiting;
  }

  async setAnswered(message: MessageLine, answered: boolean): Promise<void> {
    const { id } = message;
    if (this.#busy.has(id)) return;
    this.#busy.add(id);
    this.errors.delete(id);
    try {
      await this.#api.setAnswered(id, answered);
      this.list.replace(new Map([[id, { ...message, answered }]]));
      const name = message.name || t('messages.somebody');
      this.#told.announce(t(answered ? 'messages.marked' : 'messages.unmarked', { name }));
    } catch (error) {
      const words = t('messages.failed', { why: inWords(whyThrown(error)) });
      this.errors.set(id, words);
      this.#told.announce(words);
    } finally {
      this.#busy.delete(id);
      this.#told.changed();
    }
  }
}
