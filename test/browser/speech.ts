/** A device that can speak, as far as a page can tell: it says nothing, and remembers what it was asked. */

export interface Voice {
  name: string;
  /** "nl-NL" */
  lang: string;
  localService: boolean;
  default: boolean;
}

export const voice = (lang: string, own: Partial<Voice> = {}): Voice => ({
  name: lang,
  lang,
  localService: true,
  default: false,
  ...own,
});

class Utterance extends EventTarget {
  voice: Voice | null = null;
  lang = '';
  rate = 1;
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

export class Speech extends EventTarget {
  voices: Voice[];
  /** What it was given to say, in order. */
  readonly said: { text: string; lang: string }[] = [];
  cancelled = 0;
  #now: Utterance | undefined;

  constructor(...voices: Voice[]) {
    super();
    this.voices = voices;
  }

  getVoices = (): Voice[] => this.voices;

  speak = (utterance: Utterance): void => {
    this.said.push({ text: utterance.text, lang: utterance.voice?.lang ?? '' });
    this.#now = utterance;
  };

  cancel = (): void => {
    this.cancelled += 1;
    const now = this.#now;
    this.#now = undefined;
    now?.dispatchEvent(new Event('error'));
  };

  /** It has said what it was saying. */
  finish(): void {
    const now = this.#now;
    this.#now = undefined;
    now?.dispatchEvent(new Event('end'));
  }

  get speaking(): boolean {
    return this.#now !== undefined;
  }
}

/** Puts it in the place of the browser's own. @returns how to undo that */
export function withSpeech(speech: Speech | undefined): () => void {
  const own = new Map<string, unknown>([
    ['speechSynthesis', speech],
    ['SpeechSynthesisUtterance', Utterance],
  ]);
  const before = [...own.keys()].map(
    (name) => [name, Object.getOwnPropertyDescriptor(window, name)] as const,
  );
  for (const [name, value] of own)
    if (value) Object.defineProperty(window, name, { configurable: true, value });
    else Reflect.deleteProperty(window, name);
  return () => {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(window, name, descriptor);
      else Reflect.deleteProperty(window, name);
  };
}
