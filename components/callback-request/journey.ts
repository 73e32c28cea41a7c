import type { TemplateResult } from 'lit';
import { askedAnswers } from '../../src/contract/asked.ts';
import type { Callback, CallbackReceipt } from '../../src/contract/callback.ts';
import type { FilledIn } from '../../src/contract/filled-in.ts';
import type { Questionnaire } from '../../src/contract/questionnaire.ts';
import { Journey } from '../../src/runtime/journey/journey.ts';
import type { JourneyHost, Ports, Submission } from '../../src/runtime/journey/ports.ts';
import { loadingScreen } from '../../src/runtime/loading.ts';
import type { Known } from '../../src/runtime/speak/known.ts';
import type { MountedWay } from '../../src/runtime/speak/way.ts';
import { VoiceShelf } from '../../src/runtime/voice/shelf.ts';
import { finishVoice, uploadVoice } from '../../src/runtime/voice/work.ts';
import { Manage } from './manage.ts';
import { needs, next, start } from './model.ts';
import type { CallbackAction, CallbackState } from './model.ts';
import type { Offers, Wish } from './offer.ts';
import { callbackQuestionsFor, NAME } from './questions.ts';
import type { CallbackAnswers } from './questions.ts';
import { screens } from './screens/screens.ts';
import { callbackStyles } from './styles.ts';

/** What the mounting element wants to hear, and what it knows. */
export interface CallbackWishes {
  /** True: somebody else takes over the sending. */
  ask: (answers: CallbackAnswers) => boolean;
  sent: () => void;
  known: () => Known;
  /** Where she was: "repair-form/photos". */
  from: () => string;
  offers: Offers;
  /** Back to what she was filling in; undefined where there is nothing around it. */
  leave?: () => void;
  /** The draft is gone: mount a new journey. */
  restart: () => void;
}

/** "Wij bellen u", from the topic to the word that we say first; mounts in an element or the panel. */
export class CallbackJourney
  extends Journey<CallbackAnswers, CallbackReceipt, CallbackState, CallbackAction>
  implements MountedWay
{
  readonly voice: VoiceShelf;
  readonly wishes: CallbackWishes;
  readonly manage = new Manage(this);

  constructor(host: JourneyHost, ports: Ports<CallbackState>, wishes: CallbackWishes) {
    super(host, ports, start());
    this.wishes = wishes;
    this.voice = new VoiceShelf(host);
    host.wear?.(callbackStyles);
  }

  override get questionnaire(): Questionnaire<CallbackAnswers> {
    return callbackQuestionsFor({
      filledIn: this.wishes.known().filledIn !== undefined,
      interpreter: this.needsInterpreter,
    });
  }

  /** The phone is not spoken in the language that she reads. */
  get needsInterpreter(): boolean {
    const { phoneLanguages } = this.ports.profile;
    const tongue = (language: string) => language.split('-')[0];
    const hers = tongue(this.host.texts.language);
    return phoneLanguages !== undefined && !phoneLanguages.some((each) => tongue(each) === hers);
  }

  get place(): string {
    return this.shown(this.state);
  }

  get hasBefore(): boolean {
    return this.isFilling && this.state.screen !== this.state.entry;
  }

  get isFilling(): boolean {
    return this.state.phase === 'filling' && !this.elsewhere;
  }

  /** As short as it is when all is known, it needs no bar. */
  get bar(): CallbackJourney['progress'] | undefined {
    return this.isFilling && this.state.entry === 'topic' ? this.progress : undefined;
  }

  enter(): void {
    if (this.loaded) this.dispatch({ type: 'take', known: this.wishes.known() });
    this.#askOffer();
  }

  /** What is promised for what she wishes; undefined until she has said what about. */
  get promised(): string | undefined {
    const wish = this.#wish;
    return wish && this.wishes.offers.words(wish, this.host.texts);
  }

  get #wish(): Wish | undefined {
    const { topic, when = 'any' } = this.state.answers;
    return topic && { topic, when };
  }

  #askOffer(): void {
    const wish = this.#wish;
    if (wish) void this.wishes.offers.ask(wish).then(() => this.host.requestUpdate());
  }

  open(screen: string): void {
    this.dispatch({ type: 'open', screen });
  }

  back(): void {
    this.dispatch({ type: 'back' });
  }

  override view(): TemplateResult {
    if (!this.loaded) return loadingScreen(this.host.texts, false);
    const name = this.elsewhere ? 'elsewhere' : this.shown(this.state);
    const template = screens[name];
    if (!template) throw new Error(`No screen "${name}"`);
    return template(this);
  }

  answer<K extends keyof CallbackAnswers>(id: K, value: CallbackAnswers[K]): void {
    this.dispatch({ type: 'answer', id, value } as CallbackAction);
    if (id === 'topic' || id === 'when') this.#askOffer();
  }

  /** "Bel mij": the page may take over; otherwise it goes to the desk. */
  submit(): void {
    if (this.state.phase !== 'filling') return;
    if (this.wishes.ask(askedAnswers(this.questionnaire, this.state.answers))) return;
    if (this.ports.outbox) this.send();
    else this.host.fault(new Error('There is no desk, and nobody took over kt-callback-submit'));
  }

  /** Another call, about something else. */
  async restart(): Promise<void> {
    this.end();
    await this.ports.draft.clear();
    this.wishes.restart();
  }

  override end(): void {
    super.end();
    this.voice.hostDisconnected();
    this.host.removeController(this.voice);
  }

  protected override next(state: CallbackState, action: CallbackAction): CallbackState {
    return next(state, action, this.questionnaire);
  }

  protected override needs(state: CallbackState): ReturnType<typeof needs> {
    return needs(state);
  }

  protected override submission({ answers, language }: CallbackState): Submission {
    const { share, topic, when, phone, ...asked } = askedAnswers(this.questionnaire, answers);
    const { filledIn } = this.wishes.known();
    if (!topic || !when || !phone) throw new Error('Sent before it was checked');
    const body: Callback = {
      ...asked,
      topic,
      when,
      phone,
      language: language ?? this.host.texts.language,
      from: this.wishes.from(),
      ...(asked.voice ? { draft: this.ports.draft.id } : {}),
      ...(share === 'yes' && filledIn ? { filledIn: filledIn as FilledIn } : {}),
    };
    return { endpoint: 'callbacks', body };
  }

  protected override accepted(_: CallbackReceipt, { answers }: CallbackState): void {
    if (answers.voice) void this.voice.remove(answers.voice, undefined);
    if (this.host.covered) this.host.announce(this.host.texts.any(`${NAME}:sent.title`));
    this.wishes.sent();
  }

  protected override upload(id: string, leave: AbortSignal): Promise<void> {
    return uploadVoice(this, id, leave);
  }

  protected override recover(id: string, leave: AbortSignal): Promise<void> {
    return finishVoice(this, id, leave);
  }
}
