/** So long what was announced stays in the page: a screen reader that is busy says it after that. */
const HEARD = 10_000;

/** What a screen reader is told, politely: the words that stand in the live region. */
export class Announcer {
  said = '';
  #saying: ReturnType<typeof setTimeout> | undefined;
  readonly #changed: () => void;

  /** @param changed what is said has changed */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The same words twice are said twice. */
  say(text: string): void {
    const words = String(text);
    this.said = this.said === words ? `${words}\u00a0` : words;
    this.#changed();
    // Who walks through the screen later must not find it at its end as if it had just happened.
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => this.hush(), HEARD);
  }

  hush(): void {
    this.said = '';
    this.#changed();
  }
}
