import type { ReportLine } from '../contract/staff.ts';
import type { StaffApi } from './api.ts';
import { ListOf } from './list-of.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

const URGENT_FIRST = ['danger', 'urgent', 'soon', 'standard', 'planned'] as const;

/** The reports: all of them, or those that somebody searched for. */
export class Reports {
  readonly list: ListOf<ReportLine>;
  /** What was found, while a search is on. */
  found: ListOf<ReportLine> | undefined;
  /** As she typed it; in no address and no history. */
  search = '';
  readonly #api: StaffApi;
  readonly #told: Told;

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
    this.list = new ListOf((after) => api.reports(undefined, after), told.changed);
  }

  /** What the screen shows. */
  get shown(): ListOf<ReportLine> {
    return this.found ?? this.list;
  }

  /** Something changed at the desk. */
  async check(): Promise<void> {
    const fresh = await this.list.check();
    this.found?.replace(new Map(this.list.items.map((item) => [item.id, item])));
    if (!fresh.length) return;
    const urgency = URGENT_FIRST.find((each) => fresh.some((line) => line.urgency === each));
    if (!urgency) return;
    const words = { count: fresh.length, urgency: t(`urgency.${urgency}`) };
    this.#told.announce(t('list.waiting.said', words));
  }

  /** Shows what was waiting. @returns the id of the first that is new */
  async showWaiting(): Promise<string | undefined> {
    const waiting = this.list.waiting[0]?.id;
    this.clear();
    await this.list.load();
    return waiting;
  }

  /** @returns the only one, when there is only one */
  async find(typed: string): Promise<ReportLine | undefined> {
    const search = typed.trim();
    if (!search) {
      this.clear();
      return undefined;
    }
    this.search = search;
    const found = new ListOf<ReportLine>(
      (after) => this.#api.reports(search, after),
      this.#told.changed,
    );
    this.found = found;
    await found.load();
    if (this.found !== found || found.shown.failed) return undefined;
    const { items } = found;
    this.#told.announce(
      items.length ? t('search.results', { count: items.length }) : t('search.none'),
    );
    return items.length === 1 ? items[0] : undefined;
  }

  clear(): void {
    this.search = '';
    this.found = undefined;
    this.#told.changed();
  }
}
