import type { AlarmLine } from '../contract/staff.ts';
import type { StaffApi } from './api.ts';
import { inWords, whyThrown } from './fault.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

/** People who called and got nobody: on top of everything until somebody says that she calls. */
export class Alarms {
  items: readonly AlarmLine[] = [];
  /** What went wrong with the last thing that was done here. */
  error: string | undefined;
  readonly #api: StaffApi;
  readonly #told: Told;

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
  }

  /** Not taken by anybody. */
  get open(): readonly AlarmLine[] {
    return this.items.filter(({ acknowledged }) => !acknowledged);
  }

  async load(): Promise<void> {
    const before = new Set(this.items.map(({ id }) => id));
    const found = await this.#api.alarms().catch(() => undefined);
    if (!found) return;
    this.items = found.items;
    const fresh = this.open.filter(({ id }) => !before.has(id));
    if (fresh.length) this.#told.announce(t('alarms.said', { count: fresh.length }));
    this.#told.changed();
  }

  take = (id: string): Promise<void> => this.#do(() => this.#api.takeAlarm(id));

  close = (id: string, text: string): Promise<void> =>
    this.#do(() => this.#api.closeAlarm(id, text));

  async #do(act: () => Promise<void>): Promise<void> {
    this.error = undefined;
    try {
      await act();
    } catch (error) {
      this.error = t('alarms.failed', { why: inWords(whyThrown(error)) });
      this.#told.announce(this.error);
      this.#told.changed();
    }
    await this.load();
  }
}
