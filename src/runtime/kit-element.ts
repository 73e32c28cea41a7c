import { html, LitElement } from 'lit';
import type { CSSResultGroup, nothing, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language } from '../contract/profile.ts';
import { focusErrors, focusHeading } from './focus.ts';
import { faultScreen, frame, loadingScreen } from './frame.ts';
import { ScreenHistory } from './history.ts';
import type { Place } from './history.ts';
import { currentKit, kitReady } from './kit.ts';
import type { Kit } from './kit.ts';
import { chooseLanguage, chosenLanguage, directionOf, languageFor } from './language.ts';
import { SpeakPanel } from './speak/panel.ts';
import { tidy } from './storage/vault.ts';
import { fieldStyles } from './styles/fields.ts';
import { frameStyles } from './styles/frame.ts';
import { tokens } from './styles/tokens.ts';
import { builtInTexts, loadTexts } from './texts.ts';
import type { Texts } from './texts.ts';

/** Two taps of one tremor: so long after a screen change, pointer input does nothing. */
const SETTLING = 400;
/** After this the loading screen says that waiting takes long. */
const SLOW = 4000;

function after(milliseconds: number): { promise: Promise<void>; stop: () => void } {
  let timer: ReturnType<typeof setTimeout>;
  const promise = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  return { promise, stop: () => clearTimeout(timer) };
}

/** What the frame says above an element's own screens. */
export interface FrameFacts {
  /** "Deel 2 van 5: wat is er kapot?" and how far the bar is, from 0 to 1. */
  progress?: { text: string; share: number };
  /** Shows the way back. */
  back?: () => void;
  /** In danger the call buttons are the way to a person: the only exception. */
  danger?: boolean;
}

/**
 * What no element of the kit may leave out: its language and direction, announcements, focus, the
 * way to a person, and a fault screen instead of a blank. An element says what is its own in
 * `body()`; `render()` is sealed.
 */
export abstract class KitElement extends LitElement {
  static override readonly styles: CSSResultGroup = [tokens, frameStyles, fieldStyles];
  /** Files of texts for the first screen, beside the frame's; and those for the screens after it. */
  static readonly files: readonly string[] = [];
  static readonly laterFiles: readonly string[] = [];

  /** Language to show (BCP 47); empty: what she chose, else the page's, else the association's. */
  @property({ reflect: true }) override lang = '';
  /** Leaves the browser's history alone, for pages with a router of their own. */
  @property({ type: Boolean, attribute: 'no-history' }) noHistory = false;

  @state() kit: Kit | undefined = currentKit();
  @state() texts: Texts = builtInTexts(this.kit);
  @state() private stage: 'loading' | 'slow' | 'ready' | 'fault' = 'loading';
  @state() private online = navigator.onLine;
  @state() private said = '';

  /**
   * Resolves when there is something to look at that will stay: the screen in its words, the fault
   * screen, or the one that says that the words are late. Never rejects.
   */
  ready: Promise<void> = Promise.resolve();

  protected readonly history = new ScreenHistory(
    this.localName,
    () => !this.noHistory,
    (place) => this.#restore(place),
  );
  readonly speak = new SpeakPanel(this);
  #settledAt = 0;
  #textsAsked = '';
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
    addEventListener('online', this.#line);
    addEventListener('offline', this.#line);
    this.history.connect();
    this.renderRoot.addEventListener('click', this.#settle, { capture: true });
    this.ready = this.#prepare();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#line);
    removeEventListener('offline', this.#line);
    this.history.disconnect();
    this.renderRoot.removeEventListener('click', this.#settle, { capture: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang') && changed.get('lang') !== undefined && this.kit)
      this.ready = this.#words(languageFor(this.kit.profile.languages, this.lang));
  }

  /** Says something to a screen reader, politely. The same words twice are said twice. */
  announce(text: string): void {
    this.said = this.said === text ? `${text}\u00a0` : text;
  }

  /** Call after every change of screen: focus, history and the tremor guard hang on it. */
  screenChanged(how: 'push' | 'replace' | 'restored' = 'push'): void {
    this.#settledAt = performance.now() + SETTLING;
    if (how !== 'restored') this.history[how]({ screen: this.place, speak: this.speak.view });
    this.requestUpdate();
    this.moved();
    void this.updateComplete.then(() => focusHeading(this.renderRoot));
  }

  /** "Terug": by the browser's own way, so that its button and ours lead to the same place. */
  protected goBack(): void {
    if (!this.history.back()) this.goBackByItself();
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
    this.stage = 'fault';
  }

  protected chooseLanguage(language: Language): void {
    chooseLanguage(language);
    this.ready = this.#words(language);
  }

  /** Sealed: an element writes `body()`. */
  protected override render(): TemplateResult {
    const { texts, kit } = this;
    if (!kit) return html`<slot></slot>`;
    return frame(
      {
        kit,
        texts,
        direction: directionOf(texts.language),
        online: this.online,
        said: this.said,
        speak: this.speak,
        chooseLanguage: (language) => this.chooseLanguage(language),
        ...(this.stage === 'ready' ? this.facts() : {}),
      },
      this.#content(),
    );
  }

  #content(): TemplateResult | typeof nothing {
    if (this.stage === 'fault') return faultScreen(this.texts, () => this.#again());
    if (this.stage !== 'ready') return loadingScreen(this.texts, this.stage === 'slow');
    try {
      return this.body();
    } catch (error) {
      queueMicrotask(() => reportError(error));
      return faultScreen(this.texts, () => this.#again());
    }
  }

  async #prepare(): Promise<void> {
    const kit = await kitReady();
    this.kit = kit;
    this.texts = builtInTexts(kit);
    void tidy();
    if (!this.#begun) this.begin(kit);
    this.#begun = true;
    const { languages } = kit.profile;
    const page = this.closest('[lang]:not([lang=""])')?.getAttribute('lang');
    await Promise.all([
      this.#words(languageFor(languages, chosenLanguage(), this.lang, page)),
      this.begun(),
    ]);
    await this.updateComplete;
  }

  /** First the words of this screen, then those of the screens after it. */
  async #words(language: Language): Promise<void> {
    const { kit } = this;
    if (!kit) return;
    this.#textsAsked = language;
    const { files, laterFiles } = this.constructor as typeof KitElement;
    const { promise: late, stop } = after(SLOW);
    const words = this.#wordsArrive(kit, language, files, laterFiles);
    await Promise.race([words, late]);
    stop();
    if (this.stage === 'loading') this.stage = 'slow';
    await this.updateComplete;
  }

  async #wordsArrive(
    kit: Kit,
    language: Language,
    files: readonly string[],
    laterFiles: readonly string[],
  ): Promise<void> {
    try {
      const first = ['frame', ...files];
      // A language switched in the middle needs all words at once: half a screen is none.
      if (this.stage !== 'ready') this.#show(language, await loadTexts(kit, language, first));
      this.#show(language, await loadTexts(kit, language, [...first, ...laterFiles]));
    } catch (error) {
      this.fault(error);
    }
  }

  #show(asked: Language, texts: Texts): void {
    if (asked !== this.#textsAsked) return;
    const first = this.stage !== 'ready';
    this.texts = texts;
    this.stage = 'ready';
    if (first) this.history.replace({ screen: this.place });
  }

  #again(): void {
    this.stage = 'loading';
    this.ready = this.#prepare();
  }

  #restore({ screen, speak }: Place): void {
    this.speak.restore(speak);
    this.open(screen);
    this.screenChanged('restored');
  }

  readonly #line = ({ type }: Event): void => {
    this.online = type === 'online';
  };

  readonly #settle = (event: Event): void => {
    const byPointer = (event as MouseEvent).detail > 0;
    if (!byPointer || performance.now() >= this.#settledAt) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
