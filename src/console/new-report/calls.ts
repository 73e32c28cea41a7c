import type { PublicProfile } from '../../contract/profile.ts';
import type { DangerCall, ReportLine } from '../../contract/staff.ts';
import { uuid } from '../../runtime/ids.ts';
import type { StaffApi } from '../api.ts';
import { whyThrown } from '../fault.ts';
import type { Why } from '../fault.ts';
import { t } from '../texts.ts';
import type { Told } from '../told.ts';
import { Call } from './call.ts';
import type { CallPage, KeptCall } from './call-page.ts';
import { formKit } from './words.ts';
import type { FormKit } from './words.ts';

/** Moves the focus on the page, once what it goes to is there. */
export type FocusOn = CallPage['focus'];

/** The calls that this member of staff has: one before her, others parked. Kept in this page alone. */
export class Calls {
  readonly parked: Call[] = [];
  current: Call | undefined;
  failed: Why | undefined;
  /** "Weg ermee" was pressed: she is asked once. */
  discarding = false;
  /** Reports at the address of the call before her. */
  here: readonly ReportLine[] = [];
  /** Calls in danger that anybody passed on, newest first. */
  dangers: readonly DangerCall[] = [];
  readonly #api: StaffApi;
  readonly #told: Told;
  readonly #focus: FocusOn;
  #form: Promise<FormKit> | undefined;
  #kept: readonly KeptCall[] = [];
  #lookedFor = '';

  constructor(api: StaffApi, told: Told, focus: FocusOn) {
    this.#api = api;
    this.#told = told;
    this.#focus = focus;
  }

  /** Of calls that were not sent, what there is; for when the page must be left. */
  get kept(): readonly KeptCall[] {
    const all = [...this.parked, ...(this.current ? [this.current] : [])];
    return [...this.#kept, ...all.filter((call) => !call.isEmpty).map((call) => call.kept)];
  }

  restore(kept: readonly KeptCall[]): void {
    this.#kept = [...this.#kept, ...kept];
  }

  /** The screen is opened: with the call that she had, or a new one. */
  async open(): Promise<void> {
    void this.#lookForDangers();
    if (this.current) this.#show(this.current);
    else await this.begin();
  }

  /** Somebody calls: what was before her is parked, unless there is nothing in it. */
  begin = async (): Promise<void> => {
    this.failed = undefined;
    this.#told.changed();
    try {
      const form = await (this.#form ??= this.#load());
      for (const kept of this.#kept) this.parked.push(await this.#made(form, kept));
      this.#kept = [];
      this.#putAway();
      this.#show(await this.#made(form));
    } catch (error) {
      this.#form = undefined;
      this.failed = whyThrown(error);
    }
    this.#told.changed();
  };

  park = async (): Promise<void> => {
    await this.begin();
    this.#told.announce(t('new.parked'));
  };

  resume(call: Call): void {
    this.parked.splice(this.parked.indexOf(call), 1);
    this.#putAway();
    this.#show(call);
    this.#told.changed();
  }

  /** Asks once; nothing is asked about a call in which there is nothing. */
  askToDiscard(asking: boolean): void {
    if (asking && this.current?.isEmpty) return void this.discard();
    this.discarding = asking;
    this.#told.changed();
    this.#focus({ id: asking ? 'keep-call' : 'discard' });
  }

  /** She hung up, or it was a mistake. */
  discard = async (): Promise<void> => {
    this.discarding = false;
    this.current?.end();
    this.current = undefined;
    await this.begin();
  };

  /** Puts on the record that somebody called in danger and was told what to do. */
  async noteDanger(call: Call): Promise<void> {
    const { danger, journey } = call;
    if (danger.busy || danger.noted) return;
    call.danger = { ...danger, busy: true, failed: undefined };
    this.#told.changed();
    const { answers } = journey.state;
    const what = answers.danger === 'none' ? answers.problem : answers.danger;
    try {
      await this.#api.noteDanger({ danger: what ?? 'onbekend', words: danger.words }, call.id);
      call.danger = { ...call.danger, busy: false, noted: true };
      this.#told.announce(t('new.danger.noted'));
      this.#focus({ id: 'call-title' });
      void this.#lookForDangers();
    } catch (error) {
      call.danger = { ...call.danger, busy: false, failed: whyThrown(error) };
    }
    this.#told.changed();
  }

  /** Is somebody already on to it? Looked for as soon as the address is there. */
  async lookHere(): Promise<void> {
    const { postcode = '', number = '' } = this.current?.journey.state.answers.address ?? {};
    const search = postcode.trim() && number.trim() ? `${postcode} ${number}` : '';
    if (search === this.#lookedFor) return;
    this.#lookedFor = search;
    this.here = [];
    const found = search ? await this.#api.reports(search).catch(() => undefined) : undefined;
    if (search !== this.#lookedFor) return;
    this.here = found?.items ?? [];
    this.#told.changed();
  }

  /** A stop of every call; what was typed goes with it. */
  end(): void {
    for (const call of [...this.parked, ...(this.current ? [this.current] : [])]) call.end();
    this.parked.length = 0;
    this.current = undefined;
  }

  #show(call: Call): void {
    this.discarding = false;
    if (call !== this.current) {
      this.#lookedFor = '';
      this.here = [];
    }
    this.current = call;
    void this.lookHere();
    this.#focus(
      call.journey.state.phase === 'filling'
        ? { section: call.journey.state.screen }
        : { id: 'call-title' },
    );
  }

  #putAway(): void {
    const { current } = this;
    this.current = undefined;
    if (!current) return;
    if (current.isEmpty) current.end();
    else this.parked.push(current);
  }

  async #made(form: FormKit, kept?: KeptCall): Promise<Call> {
    const call = new Call(
      {
        api: this.#api,
        shows: (each) => each === this.current,
        changed: this.#told.changed,
        announce: this.#told.announce,
        focus: (on) => this.#focus(on),
        sent: () => this.#told.announce(t('new.sent')),
        lookHere: () => void this.lookHere(),
      },
      form,
      kept && { ...kept, id: kept.id || uuid() },
    );
    await call.ready();
    return call;
  }

  async #load(): Promise<FormKit> {
    const profile: PublicProfile = await this.#api.form();
    return formKit(profile);
  }

  async #lookForDangers(): Promise<void> {
    const found = await this.#api.dangerCalls().catch(() => undefined);
    if (!found) return;
    this.dangers = found.items;
    this.#told.changed();
  }
}
