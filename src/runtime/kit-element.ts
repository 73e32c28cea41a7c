import { html, LitElement } from 'lit';
import type { CSSResult, CSSResultGroup, nothing, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { directionOf } from '../contract/languages.ts';
import type { Language } from '../contract/languages.ts';
import { within } from './deadline.ts';
import { focusErrors, focusField, focusHeading } from './focus.ts';
import { faultScreen, frame } from './frame.ts';
import type { FrameFacts } from './frame.ts';
import { ScreenHistory } from './history.ts';
import type { Place } from './history.ts';
import { currentKit, kitReady } from './kit.ts';
import type { Kit } from './kit.ts';
import { chooseLanguage, chosenLanguage, languageFor } from './language.ts';
import { Device } from './device.ts';
import { loadingScreen } from './loading.ts';
import type { Reader } from './read-aloud/reader.ts';
import { Settling } from './settling.ts';
import type { AlarmFacts } from './speak/alarm-screens.ts';
import type { Known } from './speak/known.ts';
import { untilItWorks } from './patience.ts';
import { SpeakPanel } from './speak/panel.ts';
import type { LeaveNumber } from './speak/panel.ts';
import { frameStyles } from './styles/frame.ts';
import { optionStyles } from './styles/options.ts';
import { tokens } from './styles/tokens.ts';
import { wear } from './styles/wear.ts';
import { builtInTexts } from './texts.ts';
import type { Texts } from './texts.ts';
import { Words } from './words.ts';

/**
 * So long the page's own phone link stays: on most lines the words come sooner, and a loading screen
 * that is there for a blink only makes the page jump.
 */
const BLINK = 800;
/** After this the loading screen says that waiting takes long. */
const SLOW = 4000;
/** So long what was announced stays in the page: a screen reader that is busy says it after that. */
const HEARD = 10_000;

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
  @state() private stage: 'waiting' | 'loading' | 'slow' | 'ready' | 'fault' = 'waiting';
  @state() private said = '';

  /**
   * Resolves when there is something to look at that will stay: the screen in its words, the fault
   * screen, or the one that says that the words are late. Never rejects.
   */
  ready: Promise<void> = Promise.resolve();

  protected readonly history = new ScreenHistory(
    () => !this.noHistory,
    (place) => this.#restore(place),
  );
  /** `kt-speak-to-us` is the way to a person itself. */
  readonly isWays: boolean = false;
  get waysIntro(): string | undefined {
    return this.texts.t('frame:speak.intro');
  }
  readonly speak = new SpeakPanel(this);
  readonly #device = new Device(this);
  readonly #settling = new Settling(this);
  #aloud: Reader | undefined;
  readonly #words = new Words({
    show: (texts) => this.#show(texts),
    late: (is) => {
      if (is) this.announce(this.texts.t('frame:language.coming'));
      else this.said = '';
      this.requestUpdate();
    },
  });
  #saying: ReturnType<typeof setTimeout> | undefined;
  #begun = false;

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

  override connectedCallback(): void {
    super.connectedCallback();
    this.history.connect(this.#nameOnPage());
    this.ready = this.#prepare();
    setTimeout(() => this.stage === 'waiting' && (this.stage = 'loading'), BLINK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.history.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang') && changed.get('lang') !== undefined && this.kit && this.#begun)
      this.ready = this.#speakIn(languageFor(this.kit.profile.languages, this.lang));
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
    const words = String(text);
    this.said = this.said === words ? `${words}\u00a0` : words;
    // Who walks through the screen later must not find it at its end as if it had just happened.
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => (this.said = ''), HEARD);
  }

  /** Call after every change of screen: focus, history and the tremor guard hang on it. */
  screenChanged(how: 'push' | 'replace' | 'restored' = 'push'): void {
    this.requestUpdate();
    this.#aloud?.stop();
    this.#settling.begin();
    if (how !== 'restored') this.history[how](this.#whereNow());
    this.moved();
    void this.updateComplete.then(() => focusHeading(this.renderRoot));
  }

  /** From the way to a person to where she came from, by the browser's own way. */
  backTo(speak: string | undefined): boolean {
    return this.history.backTo({ ...this.#whereNow(), speak });
  }

  /** "Terug": by the browser's own way, so that its button and ours lead to the same place. */
  protected goBack(): void {
    this.stepBack(() => this.goBackByItself());
  }

  stepBack(byItself: () => void): void {
    if (!this.history.back()) byItself();
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
    this.#aloud?.stop();
    const inside = this.matches(':focus-within');
    this.stage = 'fault';
    this.announce(this.texts.t('frame:fault.title'));
    // Never taken from the rest of the page.
    if (inside) void this.updateComplete.then(() => focusHeading(this.renderRoot));
  }

  protected chooseLanguage(language: Language): void {
    chooseLanguage(language);
    this.ready = this.#speakIn(language);
  }

  /** The Dutch beside every text, or no longer. */
  protected showDutch(on: boolean): void {
    this.#words.besideDutch = on;
    this.ready = this.#speakIn(this.#words.coming ?? this.texts.language);
    this.requestUpdate();
  }

  /** Sealed: an element writes `body()`. */
  protected override render(): TemplateResult {
    const { texts, kit } = this;
    if (!kit || this.stage === 'waiting') return html`<slot></slot>`;
    return frame(
      {
        kit,
        texts,
        screen: this.stage === 'ready' ? this.place : this.stage,
        direction: directionOf(texts.language),
        online: this.#device.online,
        durable: this.#device.durable,
        said: this.said,
        speak: this.speak,
        coming: this.#words.coming,
        besideDutch: this.#words.besideDutch,
        readAloud: this.#aloud?.control(),
        chooseLanguage: (language) => this.chooseLanguage(language),
        showDutch: (on) => this.showDutch(on),
        ...(this.stage === 'ready' ? this.facts() : {}),
      },
      this.#content(),
    );
  }

  #content(): TemplateResult | typeof nothing {
    if (this.stage === 'fault') return this.#faultScreen();
    if (this.stage !== 'ready') return loadingScreen(this.texts, this.stage === 'slow');
    try {
      return this.body();
    } catch (error) {
      queueMicrotask(() => this.fault(error));
      return this.#faultScreen();
    }
  }

  #faultScreen(): TemplateResult {
    return faultScreen(this.texts, () => {
      this.stage = 'loading';
      this.ready = this.#prepare().then(() => focusHeading(this.renderRoot));
    });
  }

  async #prepare(): Promise<void> {
    try {
      const kit = await kitReady();
      this.kit = kit;
      // Put elsewhere in the page by its CMS, it goes on in the words that it has.
      if (this.stage !== 'ready') this.texts = builtInTexts(kit);
      void tidyUp();
      if (!this.#begun) this.begin(kit);
      this.#begun = true;
      const page = this.closest('[lang]:not([lang=""])')?.getAttribute('lang');
      const language = languageFor(kit.profile.languages, chosenLanguage(), this.lang, page);
      const begun = Promise.all([this.begun(), this.speak.begin()])
        .then(() => this.#mark())
        .then(() => void this.#bringReader())
        .catch((error) => this.fault(error));
      await Promise.all([this.#speakIn(language), within(SLOW, begun).catch(() => undefined)]);
    } catch (error) {
      this.fault(error);
    }
    await this.updateComplete;
  }

  async #speakIn(language: Language): Promise<void> {
    const { kit } = this;
    if (!kit) return;
    const files = this.constructor as typeof KitElement;
    const words = this.stage === 'ready' ? 'other' : 'first';
    const come = this.#words[words](kit, language, files).catch((error) => this.fault(error));
    await within(SLOW, come).catch(() => {
      if (this.#isLoading) this.stage = 'slow';
    });
    await this.updateComplete;
  }

  /** "Lees voor", after the first screen, where a page can speak at all. */
  async #bringReader(): Promise<void> {
    if (this.#aloud || !('speechSynthesis' in window)) return;
    const module = await untilItWorks(() => import('./read-aloud/reader.ts'));
    this.#aloud ??= module && new module.Reader(this);
  }

  get #isLoading(): boolean {
    return ['waiting', 'loading', 'slow'].includes(this.stage);
  }

  #show(texts: Texts): void {
    const first = this.#isLoading;
    this.#aloud?.stop();
    if (texts.language !== this.texts.language) this.said = '';
    if (this.stage !== 'fault') this.stage = 'ready';
    this.texts = texts;
    if (!first) return;
    // After a reload the way to a person is still open, if it was.
    this.speak.restore(this.history.found?.speak);
    this.#mark();
  }

  /** The entry of the browser's history says where she is; a draft that comes later says where. */
  #mark(): void {
    if (this.stage === 'ready') this.history.replace(this.#whereNow());
  }

  #whereNow(): Place {
    return { screen: this.place, speak: this.speak.place };
  }

  #restore({ screen, speak }: Place): void {
    this.speak.restore(speak);
    this.open(screen);
    this.screenChanged('restored');
    // Where she may not go, the entry says where she is.
    if (this.place !== screen || this.speak.place !== speak) this.#mark();
  }

  /** Two of one kind on one page have each their own places. */
  #nameOnPage(): string {
    const alike = [...document.querySelectorAll(this.localName)].indexOf(this);
    return alike > 0 ? `${this.localName}.${alike + 1}` : this.localName;
  }
}

/** What an earlier visitor left goes, once the vault that holds it is there: no first screen waits for it. */
async function tidyUp(): Promise<void> {
  const vault = await untilItWorks(() => import('./storage/vault.ts'));
  await vault?.tidy();
}
