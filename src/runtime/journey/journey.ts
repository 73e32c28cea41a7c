import type { ReactiveController, TemplateResult } from 'lit';
import { screenById, screensAsked } from '../../contract/questionnaire.ts';
import type { Questionnaire } from '../../contract/questionnaire.ts';
import { Refused } from '../desk-client.ts';
import { focusField } from '../focus.ts';
import { uuid } from '../ids.ts';
import { claim } from '../storage/draft.ts';
import { fieldStyles } from '../styles/fields.ts';
import type { Effect, FormAction, FormState } from './model.ts';
import type { JourneyHost, Ports, Submission } from './ports.ts';
import { progressOf } from './progress.ts';
import type { Progress } from './progress.ts';
import { storedState } from './stored-state.ts';

/**
 * A form on its way: holds the state, keeps the draft, runs what the state needs. What the form asks
 * and looks like is its subclass's; what may happen is its pure model's.
 */
export abstract class Journey<
  A extends object,
  R,
  S extends FormState<A, R>,
  Act extends { type: string },
> implements ReactiveController {
  readonly host: JourneyHost;
  readonly ports: Ports<S>;
  state: S;
  /** Another page has this form open. */
  elsewhere = false;
  /** The last try did not reach the desk. */
  waiting = false;
  /** Ends when another page goes on with this form, or this one is off the page. */
  #hold = new AbortController();
  #held = false;
  #running = new Map<string, Promise<void>>();
  #loaded = false;

  abstract readonly questionnaire: Questionnaire<A>;
  protected abstract next(state: S, action: Act | FormAction<A, R>): S;
  protected abstract needs(state: S): Effect[];
  protected abstract submission(state: S): Submission;
  /** @param before the state that was sent */
  protected abstract accepted(receipt: R, before: S): void;
  /** Sends one photo until the desk has it or will not have it, or this page lets go of the form. */
  protected abstract upload(photo: string, leave: AbortSignal): Promise<void>;
  abstract view(): TemplateResult;

  constructor(host: JourneyHost, ports: Ports<S>, start: S) {
    this.host = host;
    this.ports = ports;
    this.state = start;
    host.wear?.(fieldStyles);
    host.addController(this);
  }

  /** Resolves when the draft was looked for. */
  loading: Promise<void> = Promise.resolve();

  hostConnected(): void {
    if (!this.#held) this.loading = this.load();
  }

  /** Off the page, another may go on with the form; but a pressed Send is sent. */
  hostDisconnected(): void {
    if (this.state.phase !== 'sending') this.#letGo();
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Finds the draft of this tab and goes on where it stopped: also in the middle of sending. */
  async load(steal = false): Promise<void> {
    this.#letGo();
    const { signal } = (this.#hold = new AbortController());
    try {
      const owner = await claim(this.ports.draft.id, () => this.#lost(), signal, steal);
      const stored = await storedState(this.ports.draft, this.questionnaire, this.state);
      if (signal.aborted) return;
      this.elsewhere = owner === 'elsewhere';
      this.#held = !this.elsewhere;
      if (stored) this.state = stored;
      this.#loaded = true;
      this.run();
      if (steal) this.host.screenChanged('replace');
    } catch (error) {
      this.host.fault(error);
    }
    this.host.requestUpdate();
  }

  /** @param action what happened; an action that the model forbids ends in the fault screen */
  dispatch(action: Act | FormAction<A, R>): void {
    // What comes in late, after another page went on, is for that page to hear.
    if (!this.#held) return;
    const before = this.state;
    try {
      this.state = this.next(before, action);
    } catch (error) {
      return this.host.fault(error);
    }
    if (this.state === before) return;
    void this.ports.draft.save(this.state);
    this.run();
    this.host.requestUpdate();
    const moved = this.shown(this.state) !== this.shown(before) && !this.host.covered;
    // Sending and sent take the place of check-answers in the browser's history: there is no way back.
    const aside = this.state.phase !== before.phase || action.type === 'back';
    if (moved && action.type !== 'open') this.host.screenChanged(aside ? 'replace' : 'push');
    else if (action.type === 'continue' && this.state.errors.length) this.host.errorsShown();
  }

  send(): void {
    this.dispatch({ type: 'send', key: uuid(), language: this.host.texts.language });
  }

  /** Hears from the desk whether it can open a photo that was sent as it was taken. */
  protected check(photo: string, _leave: AbortSignal): Promise<void> {
    throw new Error(`This form has no photos, and was asked about ${photo}`);
  }

  /** Ends a recording, or finds what was kept of one. */
  protected recover(recording: string, _leave: AbortSignal): Promise<void> {
    throw new Error(`This form records nothing, and was asked about ${recording}`);
  }

  /** Another one takes its place. */
  end(): void {
    this.#letGo();
    this.host.removeController(this);
  }

  /** Which screen a state shows: of the questionnaire, or of its phase. */
  protected shown({ phase, screen }: S): string {
    return phase === 'filling' ? screen : phase;
  }

  get progress(): Progress {
    const { name, parts } = this.questionnaire;
    const { part } = screenById(this.questionnaire, this.state.screen);
    return progressOf(this.host.texts, name, parts, part, this.state.furthest);
  }

  get isFirst(): boolean {
    return screensAsked(this.questionnaire, this.state.answers)[0]?.id === this.state.screen;
  }

  /** Once it is there. */
  focus(id: string): void {
    void this.host.updateComplete.then(() => focusField(this.host.renderRoot, id));
  }

  /** Resolves when all of it is written down. */
  keep(): Promise<void> {
    return this.ports.draft.save(this.state);
  }

  /** Runs what the state needs and is not running yet. */
  protected run(): void {
    if (!this.#held) return;
    const running = this.#running;
    const { signal } = this.#hold;
    for (const effect of this.needs(this.state)) {
      const name = effect.kind === 'submit' ? 'submit' : `${effect.kind} ${effect.photo}`;
      if (running.has(name)) continue;
      const work =
        effect.kind === 'submit'
          ? this.#submit(effect.key, signal)
          : this[effect.kind](effect.photo, signal);
      running.set(
        name,
        work
          .catch((error: unknown) => this.host.fault(error))
          .finally(() => {
            running.delete(name);
            this.host.requestUpdate();
          }),
      );
    }
  }

  /** The last try did, or did not, reach the desk. */
  waits(waiting: boolean): void {
    if (waiting === this.waiting) return;
    this.waiting = waiting;
    this.host.requestUpdate();
  }

  async #submit(key: string, signal: AbortSignal): Promise<void> {
    const { outbox, draft } = this.ports;
    if (!outbox) throw new Error('Nobody took over the ask, and there is no desk');
    const { endpoint, body } = this.submission(this.state);
    // That it was pressed, and under which key, is written down first: a page that dies with the report
    // at the desk goes on with it, and does not let her press again.
    await draft.save(this.state);
    if (signal.aborted) return;
    try {
      const receipt = (await outbox.deliver(key, endpoint, body, {
        signal,
        waiting: () => this.waits(true),
      })) as R;
      if (signal.aborted) return;
      this.waits(false);
      const before = this.state;
      this.dispatch({ type: 'accepted', receipt });
      this.accepted(receipt, before);
      await draft.save(this.state);
      await outbox.forget(key);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Refused)) throw error;
      this.waits(false);
      this.dispatch({ type: 'refused', code: error.code, errors: error.errors });
      if (!this.host.covered) this.host.errorsShown();
    }
  }

  #letGo(): void {
    this.#hold.abort();
    this.#held = false;
    this.#running = new Map();
  }

  #lost(): void {
    this.#letGo();
    this.elsewhere = true;
    this.host.requestUpdate();
  }
}
