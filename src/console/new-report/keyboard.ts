import { questionById } from '../../contract/questionnaire.ts';
import type { Call } from './call.ts';
import { keysChoose } from './key-setting.ts';
import { optionsFor } from './lists.ts';
import { choiceBy, focusStop, stopOf, stopsIn } from './stops.ts';

type ListId = 'room' | 'item' | 'problem';

/**
 * Enter goes to what is asked next, Escape to what was asked before, a number or a first letter
 * chooses. Only inside the questions: nothing here answers to a key pressed elsewhere.
 */
export class Keyboard {
  readonly #call: Call;
  /** Resolves when what changed is on the page. */
  readonly #shown: () => Promise<unknown>;

  constructor(call: Call, shown: () => Promise<unknown>) {
    this.#call = call;
    this.#shown = shown;
  }

  readonly keydown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const stop = stopOf(target);
    const { key } = event;
    if (event.isComposing || event.altKey) return;
    if (key === 'Escape') return this.#back(event, stop ?? target);
    if (event.ctrlKey || event.metaKey) return;
    if (target.getAttribute('role') === 'combobox' && this.#inList(event, target)) return;
    if (key === 'Enter') return this.#enter(event, target, stop);
    if (stop instanceof HTMLFieldSetElement && key.length === 1 && key !== ' ' && keysChoose())
      this.#choose(event, stop);
  };

  /** Where she is, for the lists that open there and for what the model takes as her place. */
  readonly focusin = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    const at = stopOf(target)?.dataset['stop'];
    const section = target.closest<HTMLElement>('[data-section]')?.dataset['section'];
    if (section) this.#call.enter(section);
    if (at === this.#call.at) return;
    this.#call.at = at;
    this.#call.requestUpdate();
  };

  /** What was begun in a list is chosen when she leaves it, if anything fits. */
  readonly focusout = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    if (target.getAttribute('role') === 'combobox') this.#take(target.id as ListId);
  };

  #enter(event: KeyboardEvent, target: HTMLElement, stop: HTMLElement | null): void {
    const native = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
    if (native || target.localName === 'summary') return;
    if (target instanceof HTMLTextAreaElement && event.shiftKey) return;
    event.preventDefault();
    if (target.id === 'read') this.#call.read.add(this.#call.script);
    void this.#forward(stop ?? target);
  }

  #choose(event: KeyboardEvent, stop: HTMLElement): void {
    const input = choiceBy(event.key, stop);
    if (!input) return;
    event.preventDefault();
    input.click();
    input.focus();
    if (input.type === 'radio') void this.#forward(stop);
  }

  /** @returns whether the list took the key */
  #inList(event: KeyboardEvent, input: HTMLElement): boolean {
    const call = this.#call;
    const id = input.id as ListId;
    const options = this.#options(id);
    const { key } = event;
    const number = keysChoose() && /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const now = call.held.typed.has(id) ? (call.marked.get(id) ?? 0) : -1;
      const next = Math.max(0, Math.min(options.length - 1, now + (key === 'ArrowDown' ? 1 : -1)));
      if (!call.held.typed.has(id)) call.held.typed.set(id, '');
      call.marked.set(id, next);
      call.requestUpdate();
      return true;
    }
    if (number) {
      event.preventDefault();
      this.#set(id, number.value);
      void this.#forward(input);
      return true;
    }
    return false;
  }

  async #forward(from: HTMLElement): Promise<void> {
    if (from.getAttribute('role') === 'combobox') {
      this.#take(from.id as ListId);
      if (this.#call.held.typed.get(from.id)?.trim()) return this.#call.stay(from.id);
    }
    await this.#shown();
    const section = from.closest<HTMLElement>('[data-section]');
    if (!section) return;
    const stops = stopsIn(section);
    const next = stops.find(
      (stop) =>
        (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        !from.contains(stop),
    );
    if (next) focusStop(next);
    else this.#call.goOn(section.dataset['section'] ?? '');
  }

  #back(event: KeyboardEvent, from: HTMLElement): void {
    const page = from.closest<HTMLElement>('.questions');
    const before =
      page &&
      stopsIn(page).findLast(
        (stop) =>
          (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 &&
          !stop.contains(from),
      );
    if (!before) return;
    event.preventDefault();
    focusStop(before);
  }

  #take(id: ListId): void {
    const typed = this.#call.held.typed.get(id);
    const marked = this.#options(id)[this.#call.marked.get(id) ?? 0];
    if (typed === undefined) return;
    // Emptied, and nothing marked by an arrow: as it was.
    if (marked && (typed.trim() || this.#call.marked.has(id))) this.#set(id, marked.value);
    else if (!typed.trim()) this.#call.held.typed.delete(id);
  }

  #set(id: ListId, value: string): void {
    this.#call.held.typed.delete(id);
    this.#call.marked.delete(id);
    this.#call.answer(id, value);
  }

  #options(id: ListId) {
    return optionsFor(this.#call, questionById(this.#call.journey.questionnaire, id));
  }
}
