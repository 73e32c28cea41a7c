import type { ReactiveController, TemplateResult } from 'lit';
import type { Endpoint } from '../../contract/endpoints.ts';
import type { PublicProfile } from '../../contract/profile.ts';
import { screenById, screensAsked } from '../../contract/questionnaire.ts';
import type { Questionnaire } from '../../contract/questionnaire.ts';
import type { Clock } from '../clock.ts';
import { Refused } from '../desk-client.ts';
import { focusField } from '../focus.ts';
import { uuid } from '../ids.ts';
import type { Kit } from '../kit.ts';
import { claim } from '../storage/draft.ts';
import type { Draft } from '../storage/draft.ts';
import type { Outbox } from '../storage/outbox.ts';
import type { Texts } from '../texts.ts';
import type { UploadQueue } from '../upload/queue.ts';
import type { Effect, FormAction, FormState } from './model.ts';

/** What a journey needs of what it is mounted in: an element of the kit, or the console. */
export interface JourneyHost {
  readonly texts: Texts;
  readonly renderRoot: HTMLElement | DocumentFragment;
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
  screenChanged(how?: 'push' | 'replace'): void;
  errorsShown(): void;
  announce(text: string): void;
  fault(error: unknown): void;
}

/** The world outside a journey. The page gives the tab's own; the console gives the desk's. */
export interface Ports<S> {
  profile: PublicProfile;
  clock: Clock;
  /** One file of texts: for what is asked for later than the screens' own words. */
  loadTexts: Kit['loadTexts'];
  draft: Draft<S>;
  /** Absent without a desk: then `ask` must have been taken over by the page. */
  outbox?: Outbox;
  upload?: UploadQueue;
}

/** What is sent, and where. */
export interface Submission {
  endpoint: Endpoint;
  body: unknown;
}

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
  /** Another tab has this form open. */
  elsewhere = false;
  /** The last try did not reach the desk. */
  waiting = false;
  readonly #running = new Map<string, Promise<void>>();
  #loaded = false;

  abstract readonly questionnaire: Questionnaire<A>;
  protected abstract start(): S;
  protected abstract next(state: S, action: Act | FormAction<A, R>): S;
  protected abstract needs(state: S): Effect[];
  protected abstract submission(state: S): Submission;
  protected abstract accepted(receipt: R): void;
  /** Sends one photo until the desk has it or will not have it. */
  protected abstract upload(photo: string): Promise<void>;
  abstract view(): TemplateResult;

  constructor(host: JourneyHost, ports: Ports<S>, start: S) {
    this.host = host;
    this.ports = ports;
    this.state = start;
    host.addController(this);
  }

  /** Resolves when the draft was looked for. */
  loading: Promise<void> = Promise.resolve();

  hostConnected(): void {
    this.loading = this.load();
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Finds the draft of this tab and goes on where it stopped: also in the middle of sending. */
  async load(steal = false): Promise<void> {
    try {
      const owner = await claim(this.ports.draft.id, () => this.#lost(), steal);
      this.elsewhere = owner === 'elsewhere';
      const stored = await this.ports.draft.load();
      if (stored?.version === this.questionnaire.version) this.state = stored;
      this.#loaded = true;
      if (!this.elsewhere) this.#run();
    } catch (error) {
      this.host.fault(error);
    }
    this.host.requestUpdate();
  }

  /** @param action what happened; an action that the model forbids ends in the fault screen */
  dispatch(action: Act | FormAction<A, R>): void {
    const before = this.state;
    try {
      this.state = this.next(before, action);
    } catch (error) {
      return this.host.fault(error);
    }
    if (this.state === before) return;
    void this.ports.draft.save(this.state);
    this.#run();
    this.host.requestUpdate();
    const moved = this.state.screen !== before.screen || this.state.phase !== before.phase;
    if (moved && action.type !== 'open') this.host.screenChanged();
    else if (action.type === 'continue' && this.state.errors.length) this.host.errorsShown();
  }

  send(): void {
    this.dispatch({ type: 'send', key: uuid() });
  }

  /** "Deel 2 van 5: wat is er kapot?" */
  get progress(): { text: string; share: number } {
    const { name, parts } = this.questionnaire;
    const { part } = screenById(this.questionnaire, this.state.screen);
    const text = this.host.texts.any('frame:part', {
      part: part + 1,
      parts: parts.length,
      name: this.host.texts.any(`${name}:part.${parts[part]}`),
    });
    return { text, share: (this.state.furthest + 1) / parts.length };
  }

  get isFirst(): boolean {
    return screensAsked(this.questionnaire, this.state.answers)[0]?.id === this.state.screen;
  }

  focus(id: string): void {
    focusField(this.host.renderRoot, id);
  }

  #run(): void {
    for (const effect of this.needs(this.state)) {
      const name = effect.kind === 'upload' ? `upload ${effect.photo}` : 'submit';
      if (this.#running.has(name)) continue;
      const running =
        effect.kind === 'upload' ? this.upload(effect.photo) : this.#submit(effect.key);
      this.#running.set(
        name,
        running
          .catch((error: unknown) => this.host.fault(error))
          .finally(() => {
            this.#running.delete(name);
            this.host.requestUpdate();
          }),
      );
    }
  }

  async #submit(key: string): Promise<void> {
    const { outbox } = this.ports;
    if (!outbox) throw new Error('Nobody took over the ask, and there is no desk');
    const { endpoint, body } = this.submission(this.state);
    try {
      const receipt = (await outbox.deliver(key, endpoint, body, {
        waiting: () => {
          this.waiting = true;
          this.host.requestUpdate();
        },
      })) as R;
      this.waiting = false;
      this.dispatch({ type: 'accepted', receipt });
      this.accepted(receipt);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.waiting = false;
      this.dispatch({ type: 'refused', code: error.code, errors: error.errors });
      this.host.errorsShown();
    }
  }

  #lost(): void {
    this.elsewhere = true;
    this.host.requestUpdate();
  }
}
