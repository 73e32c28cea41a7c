import { createMatcher } from '../../src/contract/triage/match.ts';
import type { ProblemId } from '../../src/contract/triage/tree.ts';
import type { RepairJourney } from './journey.ts';

type Match = (sentence: string) => ProblemId[];

/** Characters after which suggestions are worth showing. */
const ENOUGH = 4;

/** What her own words may mean: matched on this device, never sent anywhere for it. */
export class OwnWords {
  suggestions: readonly ProblemId[] = [];
  #language = '';
  #match: Match | undefined;
  readonly #journey: RepairJourney;

  constructor(journey: RepairJourney) {
    this.#journey = journey;
    void this.consider(journey.state.answers.story ?? '');
  }

  /** Looks for what this sentence may mean. No match never blocks. */
  async consider(sentence: string): Promise<void> {
    const match = await this.#matcher();
    this.suggestions = sentence.trim().length < ENOUGH ? [] : (match?.(sentence).slice(0, 4) ?? []);
    this.#journey.host.requestUpdate();
  }

  async #matcher(): Promise<Match | undefined> {
    const { language } = this.#journey.host.texts;
    if (language !== this.#language) {
      this.#language = language;
      this.#match = await this.#journey.ports
        .loadTexts(language, 'triage-words')
        .then((words) => createMatcher(words))
        .catch(() => undefined);
    }
    return this.#match;
  }
}
