import type { nothing, TemplateResult } from 'lit';
import { untilItWorks } from '../patience.ts';
import type { Reader } from './reader.ts';

/** "Lees voor", which comes after the first screen, where a page can speak at all. */
export class Aloud {
  #reader: Reader | undefined;
  readonly #host: ConstructorParameters<typeof Reader>[0];

  constructor(host: ConstructorParameters<typeof Reader>[0]) {
    this.#host = host;
  }

  async bring(): Promise<void> {
    if (this.#reader || !('speechSynthesis' in window)) return;
    const module = await untilItWorks(() => import('./reader.ts'));
    this.#reader ??= module && new module.Reader(this.#host);
  }

  stop(): void {
    this.#reader?.stop();
  }

  control(): TemplateResult | typeof nothing | undefined {
    return this.#reader?.control();
  }
}
