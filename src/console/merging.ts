import type { Report, ReportLine } from '../contract/staff.ts';
import { urgencies } from '../contract/triage/types.ts';
import type { StaffApi } from './api.ts';
import { inWords, whyThrown } from './fault.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

/** Which of the two goes on: the one that is open, or the other. */
export type Leads = 'this' | 'other';

/** Nobody works on it any more, or it hangs on another one already. */
const isOpen = ({ status, mergedInto }: ReportLine): boolean =>
  !mergedInto && status !== 'done' && status !== 'cancelled';

/** The most urgent has the lowest. */
const rank = ({ urgency }: ReportLine): number => urgencies.indexOf(urgency);

/** Putting reports together that are one and the same, and taking them apart. */
export class Merging {
  /** With which one, while she is asked which of the two leads. */
  other: ReportLine | undefined;
  leads: Leads = 'this';
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
      this.#begin(undefined);
      this.busy = false;
    }
    return this;
  }

  /** Both are still being worked on. */
  can = (report: Report, other: ReportLine): boolean => isOpen(report) && isOpen(other);

  /** A less urgent one never leads: how urgent the other is would be seen no more. */
  mayLead = (one: ReportLine, other: ReportLine): boolean => rank(one) <= rank(other);

  /** Of two as urgent the older one, unless she says otherwise: it may have been planned or sent on. */
  ask(report: Report, other: ReportLine): void {
    this.#begin(other);
    const older = other.receivedAt < report.receivedAt ? other : report;
    const younger = older === other ? report : other;
    const leader = this.mayLead(older, younger) ? older : younger;
    this.leads = leader === other ? 'other' : 'this';
    this.#told.changed();
  }

  stop(): void {
    this.#begin(undefined);
    this.#told.changed();
  }

  /** @returns whether they are together now */
  async merge(report: Report): Promise<boolean> {
    const { other } = this;
    if (!other) return false;
    const [leads, follows] = this.leads === 'this' ? [report, other] : [other, report];
    const done = await this.#do(() => this.#api.merge(follows.id, leads.id));
    if (done) this.#told.announce(t('together.done', { reference: leads.reference }));
    return done;
  }

  /** @returns whether this one stands on its own now */
  async part({ id, reference }: { id: string; reference: string }): Promise<boolean> {
    const done = await this.#do(() => this.#api.part(id));
    if (done) this.#told.announce(t('together.parted', { reference }));
    return done;
  }

  #begin(other: ReportLine | undefined): void {
    this.other = other;
    this.error = undefined;
  }

  async #do(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    const id = this.#id;
    this.busy = true;
    this.error = undefined;
    this.#told.changed();
    let error: string | undefined;
    await act().catch((thrown: unknown) => {
      error = t('together.failed', { why: inWords(whyThrown(thrown)) });
    });
    if (id !== this.#id) return error === undefined;
    this.busy = false;
    if (error) this.#told.announce((this.error = error));
    else this.#begin(undefined);
    this.#told.changed();
    return error === undefined;
  }
}
