import type { Report, ReportLine } from '../contract/staff.ts';
import { urgencies } from '../contract/triage/types.ts';
import { Card } from './card.ts';
import { t } from './texts.ts';

/** Which of the two goes on: the one that is open, or the other. */
export type Leads = 'this' | 'other';

/** Nobody works on it any more, or it hangs on another one already. */
const isOpen = ({ status, mergedInto }: ReportLine): boolean =>
  !mergedInto && status !== 'done' && status !== 'cancelled';

/** The most urgent has the lowest. */
const rank = ({ urgency }: ReportLine): number => urgencies.indexOf(urgency);

/** Putting reports together that are one and the same, and taking them apart. */
export class Merging extends Card {
  /** With which one, while she is asked which of the two leads. */
  other: ReportLine | undefined;
  leads: Leads = 'this';

  /** Both are still being worked on. */
  can = (report: Report, other: ReportLine): boolean => isOpen(report) && isOpen(other);

  /** A less urgent one never leads: how urgent the other is would be seen no more. */
  mayLead = (one: ReportLine, other: ReportLine): boolean => rank(one) <= rank(other);

  /** Of two as urgent the older one, unless she says otherwise: it may have been planned or sent on. */
  ask(report: Report, other: ReportLine): void {
    this.begin();
    this.other = other;
    const older = other.receivedAt < report.receivedAt ? other : report;
    const younger = older === other ? report : other;
    const leader = this.mayLead(older, younger) ? older : younger;
    this.leads = leader === other ? 'other' : 'this';
    this.told.changed();
  }

  stop(): void {
    this.begin();
    this.told.changed();
  }

  /** @returns whether they are together now */
  async merge(report: Report): Promise<boolean> {
    const { other } = this;
    if (!other) return false;
    const [leads, follows] = this.leads === 'this' ? [report, other] : [other, report];
    const done = await this.#do(() => this.api.merge(follows.id, leads.id));
    if (done) this.told.announce(t('together.done', { reference: leads.reference }));
    return done;
  }

  /** @returns whether this one stands on its own now */
  async part({ id, reference }: { id: string; reference: string }): Promise<boolean> {
    const done = await this.#do(() => this.api.part(id));
    if (done) this.told.announce(t('together.parted', { reference }));
    return done;
  }

  protected override begin(): void {
    super.begin();
    this.other = undefined;
  }

  async #do(act: () => Promise<void>): Promise<boolean> {
    const done = await this.do(act, (why) => t('together.failed', { why }));
    if (this.error) this.told.announce(this.error);
    return done;
  }
}
