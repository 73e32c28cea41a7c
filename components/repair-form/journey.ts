import type { TemplateResult } from 'lit';
import type { Endpoint } from '../../src/contract/endpoints.ts';
import { screenAfter } from '../../src/contract/questionnaire.ts';
import type { Receipt, RepairAnswers, RepairRequest } from '../../src/contract/repair-request.ts';
import { TRIAGE_VERSION } from '../../src/contract/triage/tree.ts';
import type { ProblemId } from '../../src/contract/triage/tree.ts';
import { Journey } from '../../src/runtime/journey/journey.ts';
import type { JourneyHost, Ports } from '../../src/runtime/journey/journey.ts';
import { loadingScreen } from '../../src/runtime/frame.ts';
import { PhotoShelf } from '../../src/runtime/upload/photo-shelf.ts';
import { needs, next, start } from './model.ts';
import type { RepairAction, RepairState } from './model.ts';
import { inDanger, repairQuestions } from './questions.ts';
import { dangerScreen } from './screens/danger.ts';
import { outsideScreen, stopScreen } from './screens/stop.ts';
import type { OwnWords } from './own-words.ts';

type Template = (journey: RepairJourney) => TemplateResult;

/** What a tenant in danger needs is there with the first screen; the rest follows at once. */
const FIRST: Readonly<Record<string, Template>> = {
  danger: dangerScreen,
  stop: stopScreen,
  outside: outsideScreen,
};

/** What the mounting element wants to hear. */
export interface RepairWishes {
  /** True: somebody else takes over the sending. */
  ask: (answers: RepairAnswers) => boolean;
  sent: () => void;
  /** The draft is gone: mount a new journey. */
  restart: () => void;
}

/** A repair, from "Is er nu gevaar?" to the reference number; mounts in an element or the console. */
export class RepairJourney extends Journey<RepairAnswers, Receipt, RepairState, RepairAction> {
  override readonly questionnaire = repairQuestions;
  readonly shelf: PhotoShelf;
  /** Tiles beyond the first six are shown, per question. */
  readonly showing = new Set<string>();
  /** Suggestions under her own words. */
  ownWords: OwnWords | undefined;
  /** "Wis alles" was pressed; she is asked once. */
  clearing = false;
  #later: Readonly<Record<string, Template>> | undefined;
  readonly #wishes: RepairWishes;

  constructor(host: JourneyHost, ports: Ports<RepairState>, wishes: RepairWishes) {
    super(host, ports, start());
    this.#wishes = wishes;
    this.shelf = new PhotoShelf(host);
  }

  /** Everything is there to fill in: the draft, the screens, the matcher. */
  async whole(): Promise<void> {
    await Promise.all([this.loading, this.#prepare()]);
  }

  askToClear(asking: boolean): void {
    this.clearing = asking;
    this.host.requestUpdate();
  }

  /** "Wis alles", after she said she was sure; also "Nog iets melden". */
  async restart(): Promise<void> {
    for (const photo of this.state.answers.photos ?? [])
      await this.shelf.remove(photo, this.state.phase === 'sent' ? undefined : this.ports.upload);
    await this.ports.draft.clear();
    this.#wishes.restart();
  }

  /** Fetches the screens after the first, and the matcher of her own words. */
  async #prepare(): Promise<void> {
    const [{ laterScreens }, { OwnWords }] = await Promise.all([
      import('./screens/later.ts'),
      import('./own-words.ts'),
    ]);
    this.#later = laterScreens;
    this.ownWords ??= new OwnWords(this);
    this.host.requestUpdate();
  }

  override view(): TemplateResult {
    const { phase, screen, solved } = this.state;
    const name = phase === 'filling' ? (solved ? 'solved' : screen) : phase;
    if (!this.loaded) return loadingScreen(this.host.texts, false);
    const template = this.elsewhere
      ? this.#later?.['elsewhere']
      : (FIRST[name] ?? this.#later?.[name]);
    if (template) return template(this);
    if (this.#later) throw new Error(`No screen "${name}"`);
    return loadingScreen(this.host.texts, false);
  }

  get isInDanger(): boolean {
    return inDanger(this.state.answers) && ['stop', 'outside'].includes(this.state.screen);
  }

  answer<K extends keyof RepairAnswers>(id: K, value: RepairAnswers[K]): void {
    this.dispatch({ type: 'answer', id, value } as RepairAction);
  }

  /** A row acts at once. */
  choose<K extends keyof RepairAnswers>(id: K, value: RepairAnswers[K]): void {
    this.answer(id, value);
    this.dispatch({ type: 'continue' });
  }

  /** From the suggestions under her own words: the way by the tiles is no longer needed. */
  chooseProblem(problem: ProblemId | undefined): void {
    this.answer('item', undefined);
    this.answer('problem', problem);
  }

  hasNext(): boolean {
    return screenAfter(repairQuestions, this.state.screen, this.state.answers) !== undefined;
  }

  /** "Verstuur": the page may take over; otherwise it goes to the desk. */
  submit(): void {
    if (!this.#wishes.ask(this.state.answers)) this.send();
  }

  async addPhotos(files: readonly File[]): Promise<void> {
    await this.shelf.add(files, this.state.answers.photos?.length ?? 0, (id) =>
      this.answer('photos', [...(this.state.answers.photos ?? []), id]),
    );
  }

  async removePhoto(photo: string): Promise<void> {
    const { photos = [] } = this.state.answers;
    const number = photos.indexOf(photo) + 1;
    this.answer(
      'photos',
      photos.filter((each) => each !== photo),
    );
    this.host.announce(this.host.texts.t('frame:photos.removed', { number }));
    await this.shelf.remove(photo, this.ports.upload);
  }

  protected override start(): RepairState {
    return start();
  }

  protected override next(state: RepairState, action: RepairAction): RepairState {
    return next(state, action);
  }

  protected override needs(state: RepairState): ReturnType<typeof needs> {
    return needs(state);
  }

  protected override submission({ answers }: RepairState): {
    endpoint: Endpoint;
    body: RepairRequest;
  } {
    const body: RepairRequest = {
      draft: this.ports.draft.id,
      questionnaireVersion: repairQuestions.version,
      triageVersion: TRIAGE_VERSION,
      language: this.host.texts.language,
      answers,
    };
    return { endpoint: 'repairRequests', body };
  }

  protected override accepted(): void {
    this.#wishes.sent();
  }

  protected override async upload(photo: string): Promise<void> {
    const { upload, draft } = this.ports;
    if (!upload) return;
    const outcome = await this.shelf.send(photo, draft.id, upload);
    if (outcome === 'sent') return this.dispatch({ type: 'uploaded', photo });
    if (!this.state.answers.photos?.includes(photo)) return;
    // The desk will not have it, or the device no longer has it: it must not hold up the rest.
    this.shelf.notice = 'refused';
    this.dispatch({ type: 'drop-photo', photo });
  }
}
