import type { TemplateResult } from 'lit';
import { askedAnswers } from '../../src/contract/asked.ts';
import type { Questionnaire } from '../../src/contract/questionnaire.ts';
import type { Receipt, RepairAnswers, RepairRequest } from '../../src/contract/repair-request.ts';
import { TRIAGE_VERSION } from '../../src/contract/triage/tree.ts';
import type { Safety } from '../../src/contract/triage/danger.ts';
import { loadingScreen } from '../../src/runtime/loading.ts';
import { Journey } from '../../src/runtime/journey/journey.ts';
import type { JourneyHost, Ports, Submission } from '../../src/runtime/journey/ports.ts';
import { PhotoShelf } from '../../src/runtime/upload/photo-shelf.ts';
import { VoiceShelf } from '../../src/runtime/voice/shelf.ts';
import type { UploadQueue } from '../../src/runtime/upload/queue.ts';
import { fetchLater } from './fetch-later.ts';
import { needs, next, start, type RepairAction, type RepairState } from './model.ts';
import { firstScreen, type FirstScreens, type GateAction } from './gate.ts';
import { knownTo } from './known.ts';
import type { KnownOutages } from './known-outages.ts';
import { repairQuestionsFor, safetyOf } from './questions.ts';
import { toldBy } from './told.ts';
import type { OwnWords } from './own-words.ts';
import { checkPhoto, uploadPhoto } from './photo-work.ts';
import { finishVoice, uploadVoice } from '../../src/runtime/voice/work.ts';

// What the console needs to show the same form on one page.
export { NO_DANGER, problemOf, warningOf } from './questions.ts';
export { KnownOutages } from './known-outages.ts';
export { numberOf } from './screens/parts.ts';
export { takeProblem } from './take-problem.ts';

/** What the mounting element wants to hear. */
export interface RepairWishes {
  /** True: somebody else takes over the sending. */
  ask: (answers: RepairAnswers) => boolean;
  sent: () => void;
  /** The draft is gone: mount a new journey. */
  restart: () => void;
  known: KnownOutages;
}

/** A repair, from "Is er nu gevaar?" to the reference number; mounts in an element or the console. */
export class RepairJourney
  extends Journey<RepairAnswers, Receipt, RepairState, RepairAction>
  implements FirstScreens
{
  override readonly questionnaire: Questionnaire<RepairAnswers>;
  readonly shelf: PhotoShelf;
  readonly voice: VoiceShelf;
  /** Tiles beyond the first six are shown, per question. */
  readonly showing = new Set<string>();
  /** Suggestions under her own words. */
  ownWords: OwnWords | undefined;
  readonly known: KnownOutages;
  /** "Wis alles" was pressed; she is asked once. */
  clearing = false;
  summary: FirstScreens['summary'];
  readonly told = () => toldBy(this.state);
  readonly carried = () => knownTo(this);
  #later: Readonly<Record<string, (journey: RepairJourney) => TemplateResult>> | undefined;
  readonly #wishes: RepairWishes;

  constructor(host: JourneyHost, ports: Ports<RepairState>, wishes: RepairWishes) {
    super(host, ports, start());
    this.questionnaire = repairQuestionsFor(ports.profile.triage);
    this.#wishes = wishes;
    this.known = wishes.known;
    this.shelf = new PhotoShelf(host);
    this.voice = new VoiceShelf(host);
  }

  /** Everything is there to fill in: the draft, the screens, the matcher. */
  async whole(): Promise<void> {
    await Promise.all([this.loading, this.#prepare()]);
  }

  askToClear(asking: boolean): void {
    this.clearing = asking;
    this.host.requestUpdate();
    this.focus(asking ? 'clear-no' : 'clear');
  }

  /** "Wis alles", after she said she was sure; also "Nog iets melden". */
  async restart(): Promise<void> {
    const { state } = this;
    this.end();
    await this.ports.draft.clear();
    await this.#forget(state, this.ports.upload);
    this.#wishes.restart();
  }

  override end(): void {
    super.end();
    this.shelf.hostDisconnected();
    this.host.removeController(this.shelf);
    this.voice.hostDisconnected();
    this.host.removeController(this.voice);
  }

  async #prepare(): Promise<void> {
    const modules = await fetchLater();
    if (!modules) return;
    const [{ laterScreens, summaryOf }, { OwnWords }] = modules;
    this.#later = laterScreens;
    this.summary = () => summaryOf(this);
    this.ownWords ??= new OwnWords(this);
    this.host.requestUpdate();
  }

  override view(): TemplateResult {
    const { texts } = this.host;
    if (!this.loaded) return loadingScreen(texts, false);
    const name = this.elsewhere ? 'elsewhere' : this.shown(this.state);
    const first = name === this.state.screen ? firstScreen(this) : undefined;
    if (first) return first;
    if (!this.#later || !texts.holds('triage')) return loadingScreen(texts, false);
    const later = this.#later[name];
    if (!later) throw new Error(`No screen "${name}"`);
    return later(this);
  }

  protected override shown(state: RepairState): string {
    return state.solved ? 'solved' : super.shown(state);
  }

  /** For the browser's history: each of these is a place to come back to. */
  get place(): string {
    return this.state.solved ? 'solved' : this.state.screen;
  }

  get safety(): Safety | undefined {
    return safetyOf(this.state.answers, this.ports.profile.triage);
  }

  /** Does again what was done before the form was there, unless an earlier visit left a draft. */
  follow(actions: readonly GateAction[]): void {
    const fresh = this.state;
    for (const action of actions) this.state = this.next(this.state, action);
    if (this.state !== fresh) void this.ports.draft.save(this.state);
    this.host.requestUpdate();
  }

  /** She is answering; not sending, done, or shut out by another page. */
  get isFilling(): boolean {
    const { phase, solved } = this.state;
    return phase === 'filling' && !solved && !this.elsewhere;
  }

  answer<K extends keyof RepairAnswers>(id: K, value: RepairAnswers[K]): void {
    this.dispatch({ type: 'answer', id, value } as RepairAction);
  }

  /** A row acts at once. */
  choose<K extends keyof RepairAnswers>(id: K, value: RepairAnswers[K]): void {
    this.answer(id, value);
    this.dispatch({ type: 'continue' });
  }

  /** "Verstuur": the page may take over; otherwise it goes to the desk. */
  submit(): void {
    if (this.state.phase !== 'filling') return;
    if (this.#wishes.ask(askedAnswers(this.questionnaire, this.state.answers))) return;
    if (this.ports.outbox) this.send();
    else this.host.fault(new Error('There is no desk, and nobody took over kt-repair-submit'));
  }

  protected override next(state: RepairState, action: RepairAction): RepairState {
    return next(state, action, this.questionnaire);
  }

  /** What a photo that is ready has waited for. */
  goOn(): void {
    this.run();
  }

  protected override needs(state: RepairState): ReturnType<typeof needs> {
    const waits = this.shelf.preparing > 0 && !state.leavingPhotos;
    return needs(state).filter(({ kind }) => !(waits && kind === 'submit'));
  }

  protected override submission({ answers, language }: RepairState): Submission {
    const body: RepairRequest = {
      draft: this.ports.draft.id,
      questionnaireVersion: this.questionnaire.version,
      triageVersion: TRIAGE_VERSION,
      language: language ?? this.host.texts.language,
      answers: askedAnswers(this.questionnaire, answers),
    };
    return { endpoint: 'repairRequests', body };
  }

  protected override accepted(_: Receipt, before: RepairState): void {
    void this.#forget(before, undefined);
    if (this.host.covered) this.host.announce(this.host.texts.t('repair-form:sent.title'));
    this.#wishes.sent();
  }

  /** What went beside the answers, of this device and, when it was not sent, of the desk. */
  async #forget({ answers }: RepairState, queue: UploadQueue | undefined): Promise<void> {
    for (const photo of answers.photos ?? []) await this.shelf.remove(photo, queue);
    if (answers.voice) await this.voice.remove(answers.voice, queue);
  }

  protected override upload(id: string, leave: AbortSignal): Promise<void> {
    return (id === this.state.answers.voice ? uploadVoice : uploadPhoto)(this, id, leave);
  }

  protected override recover(voice: string, leave: AbortSignal): Promise<void> {
    return finishVoice(this, voice, leave);
  }

  protected override check(photo: string, leave: AbortSignal): Promise<void> {
    return checkPhoto(this, photo, leave);
  }
}
