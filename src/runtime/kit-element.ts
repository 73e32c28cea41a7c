import { html, LitElement } from 'lit';
import type { CSSResult, CSSResultGroup, nothing, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { directionOf } from '../contract/languages.ts';
import { Announcer } from './announcer.ts';
import { Arrival } from './arrival.ts';
import type { Stage } from './arrival.ts';
import { focusErrors, focusField, focusHeading } from './focus.ts';
import { faultScreen, frame } from './frame.ts';
import type { FrameFacts } from './frame.ts';
import { currentKit } from './kit.ts';
import type { Kit } from './kit.ts';
import { Device } from './device.ts';
import { loadingScreen } from './loading.ts';
import { Aloud } from './read-aloud/aloud.ts';
import { Settling } from './settling.ts';
import type { AlarmFacts } from './speak/alarm-screens.ts';
import type { Known } from './speak/known.ts';
import { SpeakPanel } from './speak/panel.ts';
import type { LeaveNumber } from './speak/panel.ts';
import { frameStyles } from './styles/frame.ts';
import { optionStyles } from './styles/options.ts';
import { tokens } from './styles/tokens.ts';
import { wear } from './styles/wear.ts';
import { builtInTexts } from './texts.ts';
import type { Texts } from './texts.ts';
import { Whereabouts } from './whereabouts.ts';

/**
 * What no element of the kit may leave out: its language and direction, announcements, focus, the
 * way to a person, and a fault screen instead of a blank. An element says what is its own in
 * `body()`; `render()` is sealed.
 */
export abstract class KitElement extends LitElement {
  static override readonly styles: CSSResultGroup[] = [tokens, frameStyles, optionStyles];
  /** Files of texts for the first screen, beside the frame's; and those for the screens after it. */
  static readonly files: readonly string[] = [];
  static readonly laterFiles: readonly string[] = [];

  /** Language to show (BCP 47); empty: what she chose, else the page's, else the association's. */
  @property({ reflect: true, useDefault: true }) override lang = '';
  /** Leaves the browser's history alone, for pages with a router of their own. */
  @property({ type: Boolean, attribute: 'no-history' }) noHistory = false;

  @state() kit: Kit | undefined = currentKit();
  @state() texts: Texts = builtInTexts(this.kit);

  /**
   * Resolves when there is something to look at that will stay: the screen in its words, the fault
   * screen, or the one that says that the words are late. Never rejects.
   */
  ready: Promise<void> = Promise.resolve();

  /** `kt-speak-to-us` is the way to a person itself. */
  readonly isWays: boolean = false;
  get waysIntro(): string | undefined {
    return this.texts.t('frame:speak.intro');
  }
  readonly speak = new SpeakPanel(this);
  readonly #device = new Device(this);
  readonly #settling = new Settling(this);
  readonly #aloud = new Aloud(this);
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #whereabouts = new Whereabouts(this, (screen) => this.open(screen));
  readonly #arrival = new Arrival(this, {
    announcer: this.#announcer,
    begin: (kit) => this.begin(kit),
    begun: () => this.#whole(),
    shown: (first) => this.#shown(first),
  });

  /** The kit is configured: make what `body()` stands on. Called again by `restart`. */
  protected abstract begin(kit: Kit): void;
  /** What `ready` waits for beside the words. */
  protected abstract begun(): Promise<void>;
  /** She is on another screen. */
  protected abstract moved(): void;
  /** A screen back, where the browser's history is not ours to use. */
  protected abstract goBackByItself(): void;
  /** The element's own screen, in `this.texts`. */
  protected abstract body(): TemplateResult;
  /** What the frame shows around it. */
  protected abstract facts(): FrameFacts;
  /** Where she is: "photos". */
  abstract get place(): string;
  /** The browser's back or forward leads to this screen. */
  protected abstract open(screen: string): void;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang') && changed.get('lang') !== undefined) this.#arrival.languageAsked();
  }

  /** The way to a person is open over the element's own screen. */
  get covered(): boolean {
    return this.speak.view !== undefined;
  }

  /** Opens "Laat uw nummer achter"; undefined where there is no such thing. */
  get leaveNumber(): LeaveNumber | undefined {
    return this.speak.leaveNumber;
  }

  /** What the way to a person need not ask again. */
  known(): Known {
    return {};
  }

  /** An element whose screens end in an alarm says what goes into it. */
  alarmFacts(): AlarmFacts | undefined {
    return undefined;
  }

  wear(styles: CSSResult): void {
    wear(this, KitElement.styles.length, styles);
  }

  focusOn(id: string): void {
    void this.updateComplete.then(() => focusField(this.renderRoot, id));
  }

  /** Says something to a screen reader, politely. The same words twice are said twice. */
  announce(text: string): void {
    this.#announcer.say(text);
  }

  /** Call after every change of screen: focus, history and the tremor guard hang on it. */
  screenChanged(how: 'push' | 'replace' | 'restored' = 'push'): void {
    this.requestUpdate();
    this.#aloud.stop();
    this.#settling.begin();
    if (how !== 'restored') this.#whereabouts.moved(how);
    this.moved();
    void this.updateComplete.then(() => focusHeading(this.renderRoot));
  }

  /** From the way to a person to where she came from, by the browser's own way. */
  backTo(speak: string | undefined): boolean {
    return this.#whereabouts.backTo(speak);
  }

  /** "Terug": by the browser's own way, so that its button and ours lead to the same place. */
  protected goBack(): void {
    this.stepBack(() => this.goBackByItself());
  }

  stepBack(byItself: () => void): void {
    if (!this.#whereabouts.back()) byItself();
  }

  /** Call when "Verder" found something wrong. */
  errorsShown(): void {
    this.requestUpdate();
    void this.updateComplete.then(() => focusErrors(this.renderRoot));
  }

  /** Shows the fault screen: what was typed is in the draft. */
  fault(error: unknown): void {
    // The page's own monitoring may want to know; it carries no answer.
    queueMicrotask(() => reportError(error));
    this.#aloud.stop();
    const inside = this.matches(':focus-within');
    this.#arrival.stage = 'fault';
    this.announce(this.texts.t('frame:fault.title'));
    // Never taken from the rest of the page.
    if (inside) void this.updateComplete.then(() => focusHeading(this.renderRoot));
  }

  /** Sealed: an element writes `body()`. */
  protected override render(): TemplateResult {
    const { texts, kit } = this;
    const { stage, words } = this.#arrival;
    if (!kit || stage === 'waiting') return html`<slot></slot>`;
    return frame(
      {
        kit,
        texts,
        screen: stage === 'ready' ? this.place : stage,
        direction: directionOf(texts.language),
        online: this.#device.online,
        durable: this.#device.durable,
        said: this.#announcer.said,
        speak: this.speak,
        coming: words.coming,
        besideDutch: words.besideDutch,
        readAloud: this.#aloud.control(),
        chooseLanguage: (language) => this.#arrival.choose(language),
        showDutch: (on) => this.#arrival.showDutch(on),
        ...(stage === 'ready' ? this.facts() : {}),
      },
      this.#content(stage),
    );
  }

  #content(stage: Stage): TemplateResult | typeof nothing {
    if (stage === 'fault') return this.#faultScreen();
    if (stage !== 'ready') return loadingScreen(this.texts, stage === 'slow');
    try {
      return this.body();
    } catch (error) {
      queueMicrotask(() => this.fault(error));
      return this.#faultScreen();
    }
  }

  #faultScreen(): TemplateResult {
    return faultScreen(this.texts, () => {
      this.ready = this.#arrival.again().then(() => focusHeading(this.renderRoot));
    });
  }

  async #whole(): Promise<void> {
    await Promise.all([this.begun(), this.speak.begin()]);
    this.#mark();
    void this.#aloud.bring();
  }

  #shown(first: boolean): void {
    this.#aloud.stop();
    if (!first) return;
    // After a reload the way to a person is still open, if it was.
    this.speak.restore(this.#whereabouts.found?.speak);
    this.#mark();
  }

  /** The entry of the browser's history says where she is; a draft that comes later says where. */
  #mark(): void {
    if (this.#arrival.stage === 'ready') this.#whereabouts.moved('replace');
  }
}
