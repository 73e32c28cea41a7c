import type { TemplateResult } from 'lit';
import type { Alarm, AlarmState } from '../../contract/alarm.ts';
import { alarmQuestions } from '../../contract/alarm-questions.ts';
import { checkAll } from '../../contract/questionnaire.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import { post, Refused } from '../desk-client.ts';
import { pause } from '../pause.ts';
import { alarmScreen, news } from './alarm-screens.ts';
import type { AlarmFacts, AlarmFormState } from './alarm-screens.ts';
import type { SpeakHost } from './panel.ts';
import { SpeakForm } from './speak-form.ts';

const EMPTY: AlarmFormState = { other: false, errors: [], phase: 'filling', refused: false };

/** Between looks at whether somebody has read it, in milliseconds; coming online looks at once. */
const LOOK = 10_000;
/** After so many looks, four hours, nobody is watching any more. */
const LOOKS = 1440;

/** "Laat uw nummer achter": once the desk has it, it is watched until a person has read it. */
export class AlarmForm extends SpeakForm<AlarmFormState, AlarmState> {
  protected override readonly name = 'alarm';
  protected override readonly endpoint = 'alarms';
  /** The key that is being watched. */
  #watched: string | undefined;

  constructor(host: SpeakHost, isShown: () => boolean) {
    super(host, isShown, EMPTY);
  }

  override run(): void {
    super.run();
    if (this.state.phase === 'sent') void this.#watch();
  }

  /** Off the page nobody reads it. */
  override stop(): void {
    this.#watched = undefined;
  }

  get #facts(): AlarmFacts {
    return this.host.alarmFacts() ?? { calls: [] };
  }

  /** What will be sent: what she typed, or what is known. */
  get #told(): { phone?: string | undefined; where?: string | undefined } {
    const { phone, where, other } = this.state;
    const facts = this.#facts;
    return { phone: phone ?? (other ? undefined : facts.phone), where: where ?? facts.where };
  }

  #errors(): FieldError[] {
    const { phone, where } = this.#told;
    const atDesk = this.#facts.phoneAtDesk === true && phone === undefined && !this.state.other;
    return checkAll(alarmQuestions, { phone, where }).filter(
      ({ field }) => !(atDesk && field === 'phone'),
    );
  }

  protected override body(): Alarm {
    const { phone, where } = this.state;
    const { danger, problem, because, someoneElse, report } = this.#facts;
    return {
      language: this.host.texts.language,
      ...(phone ? { phone } : {}),
      ...(where ? { where } : {}),
      ...(danger ? { danger } : {}),
      ...(problem ? { problem } : {}),
      ...(because ? { because } : {}),
      ...(someoneElse ? { someoneElse } : {}),
      ...(report ? { report } : {}),
    };
  }

  protected override accepted = (state: AlarmState) => ({ state });

  /** How far it is, in one line; undefined before it was sent. */
  get told(): string | undefined {
    const { phase } = this.state;
    if (phase === 'filling') return undefined;
    const { title, lines } = news(this.host.texts, this.state);
    return phase === 'sending' ? lines[0] : title;
  }

  protected override news = (): string => news(this.host.texts, this.state).title;

  /** Asks the desk how far it is, until a person has read it. */
  async #watch(): Promise<void> {
    const { key, state } = this.state;
    const desk = this.host.kit?.desk;
    if (!desk || !key || state?.read || this.#watched === key) return;
    this.#watched = key;
    for (let looks = 0; looks < LOOKS; looks += 1) {
      await pause(LOOK);
      if (this.#watched !== key) return;
      const found = await post(desk, 'alarmState', key, {}).catch((error: unknown) => error);
      if (this.#watched !== key) return;
      if (found instanceof Refused) return;
      if (found instanceof Error) continue;
      const before = this.news();
      await this.set({ state: found as AlarmState });
      // On its own screen the status is read by itself.
      if (this.news() !== before && !this.isShown()) this.host.announce(this.news());
      if (this.state.state?.read) return;
    }
  }

  template(back: () => void): TemplateResult {
    return alarmScreen(this.host.texts, this.state, this.#facts, {
      back,
      change: (field, value) => this.typed({ [field]: value }),
      otherNumber: () => {
        void this.set({ other: true });
        this.host.focusOn('alarm-phone');
      },
      send: () => void this.send(this.#errors(), this.#told),
      again: () => this.again({ phone: this.state.phone, where: this.state.where }),
    });
  }
}
