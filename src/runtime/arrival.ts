import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../contract/languages.ts';
import type { Announcer } from './announcer.ts';
import { within } from './deadline.ts';
import { kitReady } from './kit.ts';
import type { Kit } from './kit.ts';
import { chooseLanguage, chosenLanguage, languageFor } from './language.ts';
import { untilItWorks } from './patience.ts';
import { builtInTexts } from './texts.ts';
import type { Texts } from './texts.ts';
import { Words } from './words.ts';
import type { WordFiles } from './words.ts';

/** How far an element is. `slow`: its words are late; `fault`: something of ours went wrong. */
export type Stage = 'waiting' | 'loading' | 'slow' | 'ready' | 'fault';

/**
 * So long the page's own phone link stays: on most lines the words come sooner, and a loading screen
 * that is there for a blink only makes the page jump.
 */
const BLINK = 800;
/** After this the loading screen says that waiting takes long. */
const SLOW = 4000;

interface Host extends ReactiveControllerHost, Element {
  lang: string;
  kit: Kit | undefined;
  texts: Texts;
  ready: Promise<void>;
  fault(error: unknown): void;
}

/** What is the element's own when it arrives. */
interface Own {
  announcer: Announcer;
  /** The kit is there, for the first time. */
  begin: (kit: Kit) => void;
  /** What `ready` waits for beside the words. */
  begun: () => Promise<void>;
  /** @param first before these words there was no screen of its own */
  shown: (first: boolean) => void;
}

/** Brings an element from the page's own phone link to its first screen, and from words to other words. */
export class Arrival implements ReactiveController {
  /** Which words she reads, and which are on their way. */
  readonly words: Words;
  #stage: Stage = 'waiting';
  #begun = false;
  readonly #host: Host;
  readonly #own: Own;

  constructor(host: Host, own: Own) {
    this.#host = host;
    this.#own = own;
    this.words = new Words({
      show: (texts) => this.#show(texts),
      late: (is) => {
        if (is) own.announcer.say(host.texts.t('frame:language.coming'));
        else own.announcer.hush();
        host.requestUpdate();
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ready = this.#prepare();
    setTimeout(() => {
      if (this.#stage === 'waiting') this.stage = 'loading';
    }, BLINK);
  }

  get stage(): Stage {
    return this.#stage;
  }

  set stage(stage: Stage) {
    this.#stage = stage;
    this.#host.requestUpdate();
  }

  /** After a fault. */
  again(): Promise<void> {
    this.stage = 'loading';
    return this.#prepare();
  }

  /** She chose it, for all of this tab. */
  choose(language: Language): void {
    chooseLanguage(language);
    this.#host.ready = this.#speakIn(language);
  }

  /** The page says another `lang`. */
  languageAsked(): void {
    const { kit, lang } = this.#host;
    if (kit && this.#begun)
      this.#host.ready = this.#speakIn(languageFor(kit.profile.languages, lang));
  }

  /** The Dutch beside every text, or no longer. */
  showDutch(on: boolean): void {
    this.words.besideDutch = on;
    this.#host.ready = this.#speakIn(this.words.coming ?? this.#host.texts.language);
    this.#host.requestUpdate();
  }

  async #prepare(): Promise<void> {
    const host = this.#host;
    try {
      const kit = await kitReady();
      host.kit = kit;
      // Put elsewhere in the page by its CMS, it goes on in the words that it has.
      if (this.#stage !== 'ready') host.texts = builtInTexts(kit);
      void tidyUp();
      if (!this.#begun) this.#own.begin(kit);
      this.#begun = true;
      const page = host.closest('[lang]:not([lang=""])')?.getAttribute('lang');
      const language = languageFor(kit.profile.languages, chosenLanguage(), host.lang, page);
      const begun = this.#own.begun().catch((error) => host.fault(error));
      await Promise.all([this.#speakIn(language), within(SLOW, begun).catch(() => undefined)]);
    } catch (error) {
      host.fault(error);
    }
    await host.updateComplete;
  }

  async #speakIn(language: Language): Promise<void> {
    const host = this.#host;
    const { kit } = host;
    if (!kit) return;
    const files = host.constructor as unknown as WordFiles;
    const words = this.#stage === 'ready' ? 'other' : 'first';
    const come = this.words[words](kit, language, files).catch((error) => host.fault(error));
    await within(SLOW, come).catch(() => {
      if (this.#isLoading) this.stage = 'slow';
    });
    await host.updateComplete;
  }

  get #isLoading(): boolean {
    return ['waiting', 'loading', 'slow'].includes(this.#stage);
  }

  #show(texts: Texts): void {
    const host = this.#host;
    const first = this.#isLoading;
    if (texts.language !== host.texts.language) this.#own.announcer.hush();
    if (this.#stage !== 'fault') this.stage = 'ready';
    host.texts = texts;
    this.#own.shown(first);
  }
}

/** What an earlier visitor left goes, once the vault that holds it is there: no first screen waits for it. */
async function tidyUp(): Promise<void> {
  const vault = await untilItWorks(() => import('./storage/vault.ts'));
  await vault?.tidy();
}
