import { createMatcher } from '../../src/contract/triage/match.ts';
import type { ProblemId } from '../../src/contract/triage/tree.ts';
import type { RepairJourney } from './journey.ts';

type Match = (sentence: string) => ProblemId[];

/** Characters after which suggestions are worth showing. */
const ENOUGH = 4;

/** What her own words may mean: matched on this device, never sent anywhere for it. */
export class OwnWords {
  suggestions: readonly ProblemId[] = [];
  #sentence = '';
  #language = '';
  #matcher: Promise<Match | undefined> = Promise.resolve(undefined);
  readonly #journey: RepairJourney;

  constructor(journey: RepairJourney) {
    this.#journey = journey;
    void this.consider(journey.state.answers.story ?? '');
  }

  /** Looks for what this sentence may mean. No match never blocks. */
  async consider(sentence: string): Promise<void> {
    this.#sentence = sentence;
    if (sentence.trim().length >= ENOUGH) this.#prepare();
    const match = await this.#matcher;
    // She may have typed on while the words were on their way.
    const typed = this.#sentence;
    this.suggestions = typed.trim().length < ENOUGH ? [] : (match?.(typed).slice(0, 4) ?? []);
    this.#journey.host.requestUpdate();
  }

  /** The words of the language that she reads now; what did not come is asked for again. */
  #prepare(): void {
    const { language } = this.#journey.host.texts;
    if (language === this.#language) return;
    this.#language = language;
    this.#matcher = this.#journey.ports
      .loadTexts(language, 'triage-words')
      .then((words) => createMatcher(words))
      .catch(() => {
        this.#language = '';
        return undefined;
      });
  }
}
