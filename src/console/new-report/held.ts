import { questionsOn } from '../../contract/questionnaire.ts';
import type { RepairJourney } from '../../../components/repair-form/journey.ts';
import { sectionsOf } from './sections.ts';

/** Why she does not go on yet: what the form itself lets pass, and a caller can still be asked. */
export class Held {
  /** What is typed in a list of choices, before one is chosen; by question. */
  readonly typed = new Map<string, string>();
  /** The list in which stands what fits nothing, once she wanted to go on from it. */
  list: string | undefined;
  /** `let go`: said once, for not every caller has words for it. */
  #empty: 'unsaid' | 'said' | 'let go' = 'unsaid';

  /** @returns the question that she is held at; undefined when she may go on */
  at(journey: RepairJourney, section: string): string | undefined {
    this.list = this.#unfound(journey);
    if (this.list) return this.list;
    const nothing = (section === 'what' || section === 'check') && nothingAtAll(journey);
    if (nothing) this.#empty = this.#empty === 'unsaid' ? 'said' : 'let go';
    return nothing && this.#empty === 'said' ? 'story' : undefined;
  }

  /** Whether nothing is told, and that was said. */
  isEmpty = (journey: RepairJourney): boolean => this.#empty === 'said' && nothingAtAll(journey);

  /** What fits is chosen when she leaves a list: words that are left fit nothing. */
  #unfound = (journey: RepairJourney): string | undefined => {
    const { questionnaire, state } = journey;
    return sectionsOf(journey)
      .flatMap((section) => questionsOn(questionnaire, section, state.answers))
      .find(({ id, kind }) => kind === 'tiles' && this.typed.get(id)?.trim())?.id;
  };
}

const nothingAtAll = ({ state: { answers } }: RepairJourney): boolean =>
  !answers.story?.trim() && !answers.room && !answers.problem;
