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
import type { Known } from './known.ts';
import type { LateWays } from './late-ways.ts';
import type { MessageForm } from './message.ts';
import { office } from './office.ts';
import { ORDER, phoneLink, ways } from './ways.ts';

/** What the panel needs of the element around it. */
export interface SpeakHost extends ReactiveControllerHost {
  readonly texts: Texts;
  /** The screen she is on: "photos". */
  readonly place: string;
  readonly localName: string;
  screenChanged(how?: 'push' | 'replace' | 'restored'): void;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** It is the way to a person itself: all ways are what it shows. */
  readonly isWays: boolean;
  /** Under the heading of the ways. */
  readonly waysIntro: string | undefined;
  /** Goes back to this place, or to her own screen, when that is where she came from. */
  backTo(place: string | undefined): boolean;
  /** A screen back by the browser's own way, or, where that is not ours, by this. */
  stepBack(byItself: () => void): void;
  /** What she has told already. */
  known(): Known;
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

/** All the ways, what nobody answers ends in, or one of `ORDER`. */
export type SpeakView = 'ways' | 'alarm' | (typeof ORDER)[number];
const VIEWS: readonly string[] = ['ways', 'alarm', ...ORDER];
/** Those of the panel itself; the others are journeys of a component. */
const OWN: readonly string[] = ['ways', 'alarm', 'office', 'message'] satisfies SpeakView[];

/**
 * The way to a person: a strip at the end of every screen, and, opened, the whole table. What was
 * filled in stays where it is.
 */
export class SpeakPanel implements ReactiveController {
  view: SpeakView | undefined;
  readonly #host: SpeakHost;
  #message: MessageForm | undefined;
  #alarm: AlarmForm | undefined;
  #late: LateWays | undefined;

  constructor(host: SpeakHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#alarm?.run();
    // The clock decides what is open: once a minute is enough for "nu open".
    this.#minute = setInterval(() => {
      if (this.view) this.#late?.refresh();
      this.#host.requestUpdate();
    }, 60_000);
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
    await Promise.all([this.#beginMessage(), this.#beginAlarm(), this.#beginLate()]);
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

  async #beginLate(): Promise<void> {
    const module = await untilItWorks(() => import('./late-ways.ts'));
    this.#late ??=
      module &&
      new module.LateWays(this.#host, {
        isOpen: (name) => this.view === name,
        show: (name) => this.show(name as SpeakView),
        ways: () => this.show(this.#all),
        leave: () => this.show(undefined),
      });
    await this.#late?.load();
  }

  /** All the ways: a view of their own, or what the element shows anyway. */
  get #all(): SpeakView | undefined {
    return this.#host.isWays ? undefined : 'ways';
  }

  /** Where she is in it: "office", "callback-request/when"; undefined in her own form. */
  get place(): string | undefined {
    return this.#placeIn(this.view);
  }

  #placeIn(view: SpeakView | undefined): string | undefined {
    const inside = view && this.#late?.placeIn(view);
    return inside ? `${view}/${inside}` : view;
  }

  /** "Laat uw nummer achter"; undefined where nobody is on duty, and until it can be shown. */
  get leaveNumber(): LeaveNumber | undefined {
    return this.#alarm && this.#host.texts.holds('alarm')
      ? { open: () => this.show('alarm'), told: this.#alarm.told }
      : undefined;
  }

  show(view: SpeakView | undefined): void {
    if (this.#host.backTo(this.#placeIn(view))) return;
    this.view = view;
    this.#late?.refresh();
    if (view && !OWN.includes(view)) this.#late?.enter(view);
    this.#host.screenChanged();
  }

  /** The browser went back or forward to this place. */
  restore(place = ''): void {
    const [view = '', inside] = place.split('/');
    this.view = VIEWS.includes(view) ? (view as SpeakView) : undefined;
    if (this.view) this.#late?.open(this.view, inside);
  }

  strip(): TemplateResult {
    return html`<div class="table" part="speak">
      <button type="button" class="button no-print" @click=${() => this.show(this.#all)}>
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
    const { texts, isWays } = this.#host;
    const kit = this.#host.kit!;
    const { view = 'ways' } = this;
    if (view === 'alarm')
      return html`<div class="inner">${this.#alarmScreen() ?? loadingScreen(texts, false)}</div>`;
    if (view === 'ways')
      return html`<div class="table whole" part="speak">
        ${ways(kit, texts, {
          show: (chosen) => this.show(chosen),
          back: isWays ? undefined : () => this.show(undefined),
          intro: this.#host.waysIntro,
          late: (name) => this.#late?.row(name),
          whom: this.#late?.whom(),
        })}
      </div>`;
    if (!OWN.includes(view))
      return html`${this.#late?.screen(view) ?? loadingScreen(texts, false)} ${this.strip()}`;
    const back = () => this.show(this.#all);
    return html`<div class="table whole" part="speak">
      ${
        view === 'office'
          ? office(kit, texts, back)
          : (texts.holds('frame+') && this.#message?.template(back)) || loadingScreen(texts, false)
      }
      ${this.#phone(texts.t('frame:speak.phone'))}
    </div>`;
  }
}
