import type { Language } from '../contract/languages.ts';
import { inTwoParts, wayTexts } from '../generated/languages.ts';
import { within } from './deadline.ts';
import type { Kit } from './kit.ts';
import { untilItWorks } from './patience.ts';
import { readTab, writeTab } from './storage/tab.ts';
import { loadTexts, wholeTexts } from './texts.ts';
import type { Texts, Wanted } from './texts.ts';

/** Files of texts: for the first screen, beside the frame's, and for the screens after it. */
export interface WordFiles {
  files: readonly string[];
  laterFiles: readonly string[];
}

export interface WordsHost {
  /** The words are there. */
  show(texts: Texts): void;
  /** The words of another language are late, or no longer: she should know. */
  late(is: boolean): void;
}

/** Which words: in what language, and whether with the Dutch beside them. */
type Asked = Pick<Wanted, 'language' | 'beside'>;

/** So long nothing is said of a language that is on its way: on most lines it is there by then. */
const BLINK = 1500;
/** In this tab. */
const DUTCH_BESIDE = 'dutch-beside';

const atFirst = ({ files }: WordFiles): string[] => ['frame', ...files];

const all = (files: WordFiles): string[] => {
  const first = atFirst(files);
  const rest = first.filter((file) => inTwoParts.includes(file)).map((file) => `${file}+`);
  return [...new Set([...first, ...rest, ...files.laterFiles, ...wayTexts])];
};

/** Brings the words of one element; those asked for last win, whichever come first. */
export class Words {
  /** Asked for in the middle of a form, and late. */
  coming: Language | undefined;
  #asked: Asked | undefined;
  readonly #host: WordsHost;

  constructor(host: WordsHost) {
    this.#host = host;
  }

  /** The Dutch beside every text, for who helps her. */
  get besideDutch(): boolean {
    return readTab(DUTCH_BESIDE) !== undefined;
  }

  set besideDutch(on: boolean) {
    writeTab(DUTCH_BESIDE, on ? 'yes' : undefined);
  }

  /**
   * At the start: first the words of this screen, then those of the screens after it, which may take
   * as long as the line needs: whoever is in danger has what she needs.
   * @throws when the words of this screen do not come, not even in Dutch
   */
  async first(kit: Kit, language: Language, files: WordFiles): Promise<void> {
    const asked = this.#ask(language);
    this.#take(asked, await loadTexts(kit, { ...asked, files: atFirst(files) }));
    await this.#bring(asked, () => loadTexts(kit, { ...asked, files: all(files) }));
  }

  /**
   * In the middle of a form all words at once: half a screen is none. Until they are there nothing
   * changes, and she is told: the words that she has are better than others that she did not ask for.
   */
  async other(kit: Kit, language: Language, files: WordFiles): Promise<void> {
    const asked = this.#ask(language);
    const come = this.#bring(asked, () => wholeTexts(kit, { ...asked, files: all(files) }));
    void within(BLINK, come).catch(() => {
      if (asked !== this.#asked) return;
      this.#wait(language);
    });
    await come;
  }

  #ask(language: Language): Asked {
    this.#wait(undefined);
    return (this.#asked = { language, beside: this.besideDutch });
  }

  #wait(language: Language | undefined): void {
    if (this.coming === language) return;
    this.coming = language;
    this.#host.late(language !== undefined);
  }

  async #bring(asked: Asked, load: () => Promise<Texts>): Promise<void> {
    const texts = await untilItWorks(load, () => this.#asked === asked);
    if (texts) this.#take(asked, texts);
  }

  #take(asked: Asked, texts: Texts): void {
    if (asked !== this.#asked) return;
    this.#wait(undefined);
    this.#host.show(texts);
  }
}
