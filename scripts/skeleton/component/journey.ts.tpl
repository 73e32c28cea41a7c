import type { TemplateResult } from 'lit';
import type { Message, MessageReceipt } from '../../src/contract/message.ts';
import { Journey } from '../../src/runtime/journey/journey.ts';
import type { JourneyHost, Ports, Submission } from '../../src/runtime/journey/ports.ts';
import { loadingScreen } from '../../src/runtime/loading.ts';
import { needs, next, start } from './model.ts';
import type { __Name__Action, __Name__State } from './model.ts';
import { __camel__Questions } from './questions.ts';
import type { __Name__Answers } from './questions.ts';
import { screens } from './screens/screens.ts';

/** What the mounting element wants to hear. */
export interface __Name__Wishes {
  /** True: somebody else takes over the sending. */
  ask: (answers: __Name__Answers) => boolean;
  sent: () => void;
}

/** From the first question to the reference number; mounts in an element or the console. */
export class __Name__Journey extends Journey<
  __Name__Answers,
  MessageReceipt,
  __Name__State,
  __Name__Action
> {
  override readonly questionnaire = __camel__Questions;
  readonly #wishes: __Name__Wishes;

  constructor(host: JourneyHost, ports: Ports<__Name__State>, wishes: __Name__Wishes) {
    super(host, ports, start());
    this.#wishes = wishes;
  }

  override view(): TemplateResult {
    if (!this.loaded) return loadingScreen(this.host.texts, false);
    const name = this.elsewhere ? 'elsewhere' : this.shown(this.state);
    const template = screens[name];
    if (!template) throw new Error(`No screen "${name}"`);
    return template(this);
  }

  answer<K extends keyof __Name__Answers>(id: K, value: __Name__Answers[K]): void {
    this.dispatch({ type: 'answer', id, value });
  }

  /** "Verstuur": the page may take over; otherwise it goes to the desk. */
  submit(): void {
    if (this.state.phase !== 'filling' || this.#wishes.ask(this.state.answers)) return;
    if (this.ports.outbox) this.send();
    else this.host.fault(new Error('There is no desk, and nobody took over kt-__name__-submit'));
  }

  protected override next(state: __Name__State, action: __Name__Action): __Name__State {
    return next(state, action);
  }

  protected override needs(state: __Name__State): ReturnType<typeof needs> {
    return needs(state);
  }

  /** A message to the staff, until this component has an endpoint of its own in the contract. */
  protected override submission({ answers, screen, language }: __Name__State): Submission {
    const body: Message = {
      text: answers.text ?? '',
      reach: answers.reach ?? '',
      language: language ?? this.host.texts.language,
      from: `__name__/${screen}`,
    };
    return { endpoint: 'messages', body };
  }

  protected override accepted(): void {
    this.#wishes.sent();
  }

  protected override upload(photo: string): Promise<void> {
    throw new Error(`This form has no photos, and was asked to send ${photo}`);
  }
}
