import { createMatcher } from '../../src/contract/triage/match.ts';
import type { MatchWords } from '../../src/contract/triage/match.ts';
import { roomNamed } from '../../src/contract/triage/room-words.ts';
import type { ProblemId } from '../../src/contract/triage/tree.ts';
import type { RoomId } from '../../src/contract/triage/types.ts';
import type { RepairJourney } from './journey.ts';
import { urgencyOfAnswers } from './questions.ts';

type Match = (sentence: string) => ProblemId[];

/** Characters after which suggestions are worth showing. */
const ENOUGH = 4;

/** What her own words may mean: matched on this device, never sent anywhere for it. */
export class OwnWords {
  /** She was asked to choose, or said "Nee, iets anders", when she had written this. */
  #settledFor: string | undefined;
  #sentence = '';
  #language = '';
  #said: MatchWords | undefined;
  #matcher: Promise<Match | undefined> = Promise.resolve(undefined);
  readonly #journey: RepairJourney;

  constructor(journey: RepairJourney) {
    this.#journey = journey;
    const { answers, suggested } = journey.state;
    this.#sentence = answers.story ?? '';
    if (!suggested) void this.consider(this.#sentence);
  }

  get suggestions(): readonly ProblemId[] {
    return this.#journey.state.suggested ?? [];
  }

  /** The room that these words name, where this problem can be in several. */
  roomOf(problem: ProblemId | undefined): RoomId | undefined {
    return problem && this.#said && roomNamed(this.#said, this.#sentence, problem);
  }

  /** Looks for what this sentence may mean. No match never blocks. */
  async consider(sentence: string): Promise<void> {
    this.#sentence = sentence;
    if (sentence.trim().length >= ENOUGH) this.#prepare();
    const match = await this.#matcher;
    // She may have typed on while the words were on their way.
    const typed = this.#sentence;
    const problems = typed.trim().length < ENOUGH ? [] : (match?.(typed).slice(0, 4) ?? []);
    this.#journey.dispatch({ type: 'suggest', problems });
  }

  /** She said "Nee, iets anders". */
  decline(): void {
    this.#settledFor = this.#sentence;
  }

  /**
   * Whether "Verder" should first point at the suggestions: they come under the keyboard of a phone
   * and are easily missed. Once for what she wrote; with a room chosen only when what she wrote may
   * be dangerous or urgent, which must never end in "Hebt u een foto?".
   */
  pointsFirst(): boolean {
    const { problem, room } = this.#journey.state.answers;
    if (problem !== undefined || this.#settledFor === this.#sentence) return false;
    const { triage } = this.#journey.ports.profile;
    const pressing = this.suggestions.some((id) =>
      ['danger', 'urgent'].includes(urgencyOfAnswers({ problem: id }, triage).urgency),
    );
    const points = this.suggestions.length > 0 && (room === undefined || pressing);
    if (points) this.#settledFor = this.#sentence;
    return points;
  }

  /** The words of the language that she reads now; what did not come is asked for again. */
  #prepare(): void {
    const { language } = this.#journey.host.texts;
    if (language === this.#language) return;
    this.#language = language;
    this.#matcher = this.#journey.ports
      .loadTexts(language, 'triage-words')
      .then((words) => {
        this.#said = words;
        return createMatcher(words);
      })
      .catch(() => {
        this.#language = '';
        return undefined;
      });
  }
}
