import { html } from 'lit';
import type { CSSResult, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import table from '../../generated/pictograms/table_restaurant.ts';
import type { Kit } from '../kit.ts';
import { loadingScreen } from '../loading.ts';
import { openingInWords } from '../opening.ts';
import { untilItWorks } from '../patience.ts';
import { pictogram } from '../pictogram.ts';
import type { Texts } from '../texts.ts';
import type { AlarmForm } from './alarm.ts';
import type { AlarmFacts } from './alarm-screens.ts';
import type { MessageForm } from './message.ts';
import { office } from './office.ts';
import { phoneLink, ways } from './ways.ts';

/** What the panel needs of the element around it. */
export interface SpeakHost extends ReactiveControllerHost {
  readonly texts: Texts;
  /** The screen she is on: "photos". */
  readonly place: string;
  readonly localName: string;
  screenChanged(how?: 'push' | 'replace' | 'restored'): void;
  /** Goes back to this view, or to her own screen, when that is where she came from. */
  backTo(view: SpeakView | undefined): boolean;
  errorsShown(): void;
  announce(text: string): void;
  fault(error: unknown): void;
  /** Puts the look of fields on. */
  wear(styles: CSSResult): void;
  /** Moves the focus to a control, once it is there. */
  focusOn(id: string): void;
  /** What an alarm from this screen would say; undefined: this element raises none. */
  alarmFacts(): AlarmFacts | undefined;
  readonly kit: Kit | undefined;
}

/** "Laat uw nummer achter". */
export interface LeaveNumber {
  open: () => void;
  /** Once it was sent: how far it is. */
  told: string | undefined;
}

export type SpeakView = 'ways' | 'office' | 'message' | 'alarm';
const VIEWS: readonly string[] = ['ways', 'office', 'message', 'alarm'] satisfies SpeakView[];

/**
 * The way to a person: a strip at the end of every screen, and, opened, the whole table. What was
 * filled in stays where it is.
 */
export class SpeakPanel implements ReactiveController {
  view: SpeakView | undefined;
  readonly #host: SpeakHost;
  #message: MessageForm | undefined;
  #alarm: AlarmForm | undefined;

  constructor(host: SpeakHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#alarm?.run();
    // The clock decides what is open: once a minute is enough for "nu open".
    this.#minute = setInterval(() => this.#host.requestUpdate(), 60_000);
  }

  hostDisconnected(): void {
    clearInterval(this.#minute);
    this.#alarm?.stop();
  }

  #minute: ReturnType<typeof setInterval> | undefined;

  /**
   * Fetches what a message needs, so that a line lost later loses nothing; one that was on its way
   * when the page was left goes on.
   */
  async begin(): Promise<void> {
    await Promise.all([this.#beginMessage(), this.#beginAlarm()]);
    this.#host.requestUpdate();
  }

  async #beginMessage(): Promise<void> {
    const module = await untilItWorks(() => import('./message.ts'));
    if (module) this.#message ??= new module.MessageForm(this.#host, () => this.view === 'message');
    await this.#message?.load();
  }

  async #beginAlarm(): Promise<void> {
    const { kit } = this.#host;
    if (!kit?.profile.alarm || !kit.desk) return;
    const module = await untilItWorks(() => import('./alarm.ts'));
    if (module) this.#alarm ??= new module.AlarmForm(this.#host, () => this.view === 'alarm');
    await this.#alarm?.load();
  }

  /** "Laat uw nummer achter"; undefined where nobody is on duty, and until it can be shown. */
  get leaveNumber(): LeaveNumber | undefined {
    return this.#alarm && this.#host.texts.holds('alarm')
      ? { open: () => this.show('alarm'), told: this.#alarm.told }
      : undefined;
  }

  show(view: SpeakView | undefined): void {
    if (this.#host.backTo(view)) return;
    this.view = view;
    this.#host.screenChanged();
  }

  /** The browser went back or forward to a place with this view. */
  restore(view: string | undefined): void {
    this.view = VIEWS.includes(view ?? '') ? (view as SpeakView) : undefined;
  }

  strip(): TemplateResult {
    return html`<div class="table" part="speak">
      <button type="button" class="button no-print" @click=${() => this.show('ways')}>
        ${pictogram(table)} ${this.#host.texts.t('frame:speak.open')}
      </button>
      ${this.#phone()}
    </div>`;
  }

  /** The number, and whether anybody answers it now: in every view. */
  #phone(label = ''): TemplateResult {
    const { texts, kit } = this.#host;
    const { words, open } = openingInWords(kit!.profile.phoneOpen, kit!.clock, texts);
    return html`<p class="now">
      ${label}
      <span class=${open ? 'open' : ''}>${words}</span> ${phoneLink(kit!.profile.phone, texts)}
    </p>`;
  }

  #alarmScreen(): TemplateResult | undefined {
    return this.leaveNumber && this.#alarm?.template(() => this.show(undefined));
  }

  whole(): TemplateResult {
    const { texts } = this.#host;
    const kit = this.#host.kit!;
    if (this.view === 'alarm')
      return html`<div class="inner">${this.#alarmScreen() ?? loadingScreen(texts, false)}</div>`;
    if (this.view === 'ways')
      return html`<div class="table whole" part="speak">
        ${ways(kit, texts, (view) => this.show(view))}
      </div>`;
    return html`<div class="table whole" part="speak">
      ${
        this.view === 'office'
          ? office(kit, texts, () => this.show('ways'))
          : (texts.holds('frame+') && this.#message?.template(() => this.show('ways'))) ||
            loadingScreen(texts, false)
      }
      ${this.#phone(texts.t('frame:speak.phone'))}
    </div>`;
  }
}
