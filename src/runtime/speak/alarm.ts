import type { TemplateResult } from 'lit';
import type { Alarm, AlarmState } from '../../contract/alarm.ts';
import { alarmQuestions } from '../../contract/alarm-questions.ts';
import { checkAll } from '../../contract/questionnaire.ts';
import { Refused } from '../desk-client.ts';
import { uuid } from '../ids.ts';
import { pause } from '../pause.ts';
import { draftOfTab } from '../storage/draft.ts';
import type { Draft } from '../storage/draft.ts';
import { outboxOf } from '../storage/outbox.ts';
import { fieldStyles } from '../styles/fields.ts';
import { alarmScreen, news } from './alarm-screens.ts';
import type { AlarmFacts, AlarmFormState } from './alarm-screens.ts';
import type { SpeakHost } from './panel.ts';

const EMPTY: AlarmFormState = { other: false, errors: [], phase: 'filling', refused: false };

/** Between looks at whether somebody has read it, in milliseconds; coming online looks at once. */
const LOOK = 10_000;
/** After so many looks, four hours, nobody is watching any more. */
const LOOKS = 1440;

/** "Laat uw nummer achter": sent until the desk has it, and then watched until a person has read it. */
export class AlarmForm {
  #form: AlarmFormState = EMPTY;
  #draft: Draft<AlarmFormState> | undefined;
  #sending = false;
  /** The key that is being watched. */
  #watched: string | undefined;
  readonly #host: SpeakHost;
  readonly #isShown: () => boolean;

  constructor(host: SpeakHost, isShown: () => boolean) {
    this.#host = host;
    this.#isShown = isShown;
    host.wear(fieldStyles);
  }

  /** Finds what was typed before a reload, and goes on with what was sent. */
  async load(): Promise<void> {
    const kit = this.#host.kit;
    if (!kit || this.#draft) return;
    this.#draft = draftOfTab<AlarmFormState>(`${kit.profile.id}.alarm`);
    const stored = await this.#draft.load().catch(() => undefined);
    if (stored && this.#form === EMPTY) this.#form = stored;
    this.#host.requestUpdate();
    this.run();
  }

  /** Goes on with whatever was on its way. */
  run(): void {
    const { phase } = this.#form;
    if (phase === 'sending' || phase === 'waiting') void this.#deliver();
    if (phase === 'sent') void this.#watch();
  }

  /** Off the page nobody reads it. */
  stop(): void {
    this.#watched = undefined;
  }

  get #facts(): AlarmFacts {
    return this.#host.alarmFacts() ?? { calls: [] };
  }

  #set(change: Partial<AlarmFormState>): Promise<void> | undefined {
    this.#form = { ...this.#form, ...change };
    this.#host.requestUpdate();
    return this.#draft?.save(this.#form);
  }

  /** What will be sent: what she typed, or what is known. */
  get #told(): { phone?: string | undefined; where?: string | undefined } {
    const { phone, where, other } = this.#form;
    const facts = this.#facts;
    return { phone: phone ?? (other ? undefined : facts.phone), where: where ?? facts.where };
  }

  async #send(): Promise<void> {
    if (this.#form.phase !== 'filling') return;
    const { phone, where } = this.#told;
    const { phoneAtDesk } = this.#facts;
    const atDesk = phoneAtDesk === true && phone === undefined && !this.#form.other;
    const errors = checkAll(alarmQuestions, { phone, where }).filter(
      ({ field }) => !(atDesk && field === 'phone'),
    );
    void this.#set({ errors, refused: false });
    if (errors.length) return this.#host.errorsShown();
    void this.#set({ phone, where, key: uuid(), phase: 'sending' });
    this.#host.screenChanged('replace');
    await this.#deliver();
  }

  async #deliver(): Promise<void> {
    const kit = this.#host.kit;
    const { key, phone, where } = this.#form;
    if (!kit?.desk || !key || this.#sending) return;
    this.#sending = true;
    const { danger, problem, someoneElse, report } = this.#facts;
    const alarm: Alarm = {
      language: this.#host.texts.language,
      ...(phone ? { phone } : {}),
      ...(where ? { where } : {}),
      ...(danger ? { danger } : {}),
      ...(problem ? { problem } : {}),
      ...(someoneElse ? { someoneElse } : {}),
      ...(report ? { report } : {}),
    };
    const outbox = outboxOf(kit.desk);
    try {
      const state = (await outbox.deliver(key, 'alarms', alarm, {
        waiting: () => void this.#set({ phase: 'waiting' }),
      })) as AlarmState;
      await this.#set({ phase: 'sent', state });
      if (this.#isShown()) this.#host.screenChanged('replace');
      else this.#host.announce(this.#news());
      await outbox.forget(key);
      void this.#watch();
    } catch (error) {
      if (!(error instanceof Refused)) return this.#host.fault(error);
      const { errors } = error;
      void this.#set({ phase: 'filling', key: undefined, errors, refused: errors.length === 0 });
      if (this.#isShown()) this.#host.errorsShown();
      else this.#host.announce(this.#host.texts.t('frame:fault.title'));
    } finally {
      this.#sending = false;
    }
  }

  /** Asks the desk how far it is, until a person has read it. */
  async #watch(): Promise<void> {
    const { key, state } = this.#form;
    const desk = this.#host.kit?.desk;
    if (!desk || !key || state?.read || this.#watched === key) return;
    this.#watched = key;
    for (let looks = 0; looks < LOOKS; looks += 1) {
      await pause(LOOK);
      if (this.#watched !== key) return;
      const found = await desk.post('alarmState', key, {}).catch((error: unknown) => error);
      if (this.#watched !== key) return;
      if (found instanceof Refused) return;
      if (found instanceof Error) continue;
      const before = this.#news();
      await this.#set({ state: found as AlarmState });
      // On its own screen the status is read by itself.
      if (this.#news() !== before && !this.#isShown()) this.#host.announce(this.#news());
      if (this.#form.state?.read) return;
    }
  }

  #news(): string {
    return news(this.#host.texts, this.#form).title;
  }

  template(back: () => void): TemplateResult {
    return alarmScreen(this.#host.texts, this.#form, this.#facts, {
      back,
      change: (field, value) =>
        void this.#set({
          [field]: value,
          errors: this.#form.errors.filter((error) => error.field !== field),
        }),
      otherNumber: () => {
        void this.#set({ other: true });
        this.#host.focusOn('alarm-phone');
      },
      send: () => void this.#send(),
      again: () => {
        this.stop();
        void this.#set({ ...EMPTY, phone: this.#form.phone, where: this.#form.where });
        this.#host.screenChanged('replace');
      },
    });
  }
}
