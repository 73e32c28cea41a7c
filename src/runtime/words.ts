import type { Language } from '../contract/languages.ts';
import type { Kit } from './kit.ts';
import { untilItWorks } from './patience.ts';
import { loadTexts } from './texts.ts';
import type { Texts } from './texts.ts';

/** Files of texts: for the first screen, beside the frame's, and for the screens after it. */
export interface WordFiles {
  files: readonly string[];
  laterFiles: readonly string[];
}

/** Brings the words of one element; the language asked for last wins, whichever comes first. */
export class Words {
  #asked = '';
  readonly #show: (texts: Texts) => void;

  constructor(show: (texts: Texts) => void) {
    this.#show = show;
  }

  /**
   * At the start: first the words of this screen, then those of the screens after it, which may take
   * as long as the line needs: whoever is in danger has what she needs.
   * @throws when the words of this screen do not come, not even in Dutch
   */
  async first(kit: Kit, language: Language, { files, laterFiles }: WordFiles): Promise<void> {
    this.#asked = language;
    const needed = ['frame', ...files];
    this.#take(language, await loadTexts(kit, language, needed, false));
    await this.#bring(kit, language, [...needed, ...laterFiles]);
  }

  /** In the middle of a form all words at once: half a screen is none. Until then nothing changes. */
  async other(kit: Kit, language: Language, { files, laterFiles }: WordFiles): Promise<void> {
    this.#asked = language;
    await this.#bring(kit, language, ['frame', ...files, ...laterFiles]);
  }

  async #bring(kit: Kit, language: Language, files: readonly string[]): Promise<void> {
    const texts = await untilItWorks(
      () => loadTexts(kit, language, files),
      () => this.#asked === language,
    );
    if (texts) this.#take(language, texts);
  }

  #take(language: Language, texts: Texts): void {
    if (language === this.#asked) this.#show(texts);
  }
}
