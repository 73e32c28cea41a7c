import type { StaffEvent } from '../contract/staff.ts';
import { Alarms } from './alarms.ts';
import { StaffApi } from './api.ts';
import { Callbacks } from './callbacks.ts';
import { Copying } from './copying.ts';
import { Deliveries } from './deliveries.ts';
import { Erasing } from './erasing.ts';
import { QueueFigures } from './figures.ts';
import { Inbox } from './inbox.ts';
import { Calls } from './new-report/calls.ts';
import type { FocusOn } from './new-report/calls.ts';
import { LiveEvents } from './live.ts';
import { Merging } from './merging.ts';
import { Outages } from './outages.ts';
import { OpenReport } from './open-report.ts';
import { Reports } from './reports.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

/** Several events come at once when one report arrives: one look at the desk is enough. */
const GATHER = 300;

/**
 * Everything that one member of staff has before her. Signing out throws it away as a whole, so that
 * nothing stays behind for who uses this computer next.
 */
export class Workplace {
  readonly api: StaffApi;
  readonly reports: Reports;
  readonly open: OpenReport;
  readonly inbox: Inbox;
  readonly figures: QueueFigures;
  readonly copying: Copying;
  readonly merging: Merging;
  readonly erasing: Erasing;
  readonly outages: Outages;
  readonly deliveries: Deliveries;
  readonly calls: Calls;
  readonly alarms: Alarms;
  readonly callbacks: Callbacks;
  /** Since when the line with the desk is broken, epoch milliseconds. */
  lostSince: number | undefined;
  readonly #told: Told;
  readonly #live: LiveEvents;
  readonly #gathered = new Map<string, StaffEvent>();
  #gather: ReturnType<typeof setTimeout> | undefined;

  constructor(association: string, told: Told & { signedOut(): void; focus: FocusOn }) {
    this.#told = told;
    this.api = new StaffApi(association, () => told.signedOut());
    this.reports = new Reports(this.api, told);
    this.open = new OpenReport(this.api, told);
    this.inbox = new Inbox(this.api, told);
    this.figures = new QueueFigures(this.api, told);
    this.copying = new Copying(told);
    this.merging = new Merging(this.api, told);
    this.erasing = new Erasing(this.api, told);
    this.outages = new Outages(this.api, told);
    this.deliveries = new Deliveries(this.api, told);
    this.calls = new Calls(this.api, told, (on) => told.focus(on));
    this.alarms = new Alarms(this.api, told);
    this.callbacks = new Callbacks(this.api, told);
    this.#live = new LiveEvents(() => this.api.eventsUrl, {
      changed: (event) => this.#changed(event),
      opened: (again) => this.#opened(again),
      lost: () => this.#lost(),
    });
  }

  /** Fetches the lists and listens for what is new. */
  async start(): Promise<void> {
    this.#live.start();
    this.callbacks.start();
    await Promise.all([
      this.reports.list.load(),
      this.inbox.list.load(),
      this.outages.load(),
      this.deliveries.load(),
      this.alarms.load(),
      this.callbacks.load(),
      this.figures.load(),
    ]);
  }

  stop(): void {
    clearTimeout(this.#gather);
    this.#live.stop();
    this.callbacks.stop();
  }

  /** What she did changed more than one report: she need not wait until the desk says so. */
  async refresh(): Promise<void> {
    await Promise.all([this.open.load(), this.reports.check()]);
  }

  /** Tries the line with the desk now. */
  retry = (): void => this.#live.retry();

  /** The browser says that there is no network. */
  gone = (): void => this.#live.gone();

  #lost(): void {
    this.lostSince = Date.now();
    this.#told.announce(t('live.lost'));
    this.#told.changed();
    // An event stream does not say why it ended: it may be that she is signed out.
    this.api.session().catch(() => undefined);
  }

  #opened(again: boolean): void {
    this.lostSince = undefined;
    this.#told.changed();
    if (!again) return;
    this.#told.announce(t('live.back'));
    void this.reports.check();
    void this.inbox.check();
    void this.outages.load();
    void this.deliveries.check();
    void this.alarms.load();
    void this.callbacks.check();
    void this.callbacks.loadOpen();
    void this.figures.load();
    void this.open.load();
  }

  #changed(event: StaffEvent): void {
    this.#gathered.set(`${event.type} ${event.id}`, event);
    clearTimeout(this.#gather);
    this.#gather = setTimeout(() => {
      const events = [...this.#gathered.values()];
      this.#gathered.clear();
      if (events.some(({ type }) => type === 'report')) {
        void this.reports.check();
        void this.figures.load();
      }
      if (events.some(({ type }) => type === 'message')) void this.inbox.check();
      if (events.some(({ type }) => type === 'outage')) void this.outages.load();
      if (events.some(({ type }) => type === 'alarm')) void this.alarms.load();
      if (events.some(({ type }) => type === 'callback')) void this.callbacks.check();
      if (events.some(({ id }) => id === this.callbacks.id)) void this.callbacks.loadOpen();
      if (events.some(({ type }) => type === 'delivery')) void this.deliveries.check();
      if (events.some(({ id }) => id === this.open.id)) void this.open.load();
    }, GATHER);
  }
}
