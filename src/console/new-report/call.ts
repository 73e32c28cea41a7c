import type { ReactiveController } from 'lit';
import type { Language } from '../../contract/languages.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { roomNamed } from '../../contract/triage/room-words.ts';
import type { ProblemId } from '../../contract/triage/tree.ts';
import { uuid } from '../../runtime/ids.ts';
import type { JourneyHost } from '../../runtime/journey/ports.ts';
import type { Texts } from '../../runtime/texts.ts';
import { takeProblem } from '../../../components/repair-form/journey.ts';
import type { RepairJourney } from '../../../components/repair-form/journey.ts';
import type { Why } from '../fault.ts';
import { t } from '../texts.ts';
import { journeyOf } from './call-journey.ts';
import { passesByItself, sectionsOf } from './sections.ts';
import type { CallPage, KeptCall } from './call-page.ts';
import { Held } from './held.ts';
import type { FormKit } from './words.ts';

/** Characters after which it is worth looking what her words may mean. */
const ENOUGH = 4;
const SUGGESTIONS = 4;

/**
 * Somebody on the phone: the repair form's own journey, shown as one page. Which questions there are,
 * what they lead to and what is wrong with an answer all come from there.
 */
export class Call implements JourneyHost {
  readonly id: string;
  readonly begun: number;
  readonly journey: RepairJourney;
  readonly texts: Texts;
  /** In which the tenant will read her letter: the report is kept in it too. */
  language: Language = 'nl';
  /** What the words told may mean, best first. */
  suggestions: readonly ProblemId[] = [];
  /** "Nee, iets anders", until the words change. */
  declined = false;
  /** Safety scripts that were read to the caller, by problem. */
  readonly read = new Set<string>();
  /** She went on without saying that she read it. */
  unread = false;
  /** Why she does not go on yet, and the words in a list that this is about. */
  readonly held = new Held();
  /** Which of the choices that fit is marked; by question. */
  readonly marked = new Map<string, number>();
  /** Where she is: the name of a stop. */
  at: string | undefined;
  /** Why it does not arrive. */
  stuck: Why | undefined;
  /** A fault of ours: this call can only be read off. */
  broken = false;
  /** Where and on what number, of a call in danger. */
  danger = { words: '', busy: false, noted: false, failed: undefined as Why | undefined };
  readonly #page: CallPage;
  readonly #form: FormKit;
  /** She is in another section, because she clicked there: the focus is where it must be. */
  #moving = false;

  constructor(page: CallPage, form: FormKit, kept?: KeptCall) {
    this.#page = page;
    this.#form = form;
    this.texts = form.texts;
    this.id = kept?.id ?? uuid();
    this.begun = kept?.begun ?? Date.now();
    this.language = kept?.language ?? 'nl';
    this.journey = journeyOf(this, form, {
      id: this.id,
      kept: kept?.state,
      api: page.api,
      stuck: (why) => {
        this.stuck = why;
        page.changed();
      },
      sent: () => page.sent(this),
      changed: page.changed,
    });
    this.journey.hostConnected();
  }

  /** The kept answers are there; a new call begins with being called back, as most are. */
  async ready(): Promise<void> {
    await this.journey.loading;
    const { state } = this.journey;
    if (state.answers.reach === undefined && state.passed.length === 0)
      this.journey.answer('reach', 'phone');
    this.#look();
  }

  get kept(): KeptCall {
    const { id, begun, language, journey } = this;
    return { id, begun, language, state: journey.state };
  }

  /** Nothing of it would be lost. */
  get isEmpty(): boolean {
    const { answers, passed, phase } = this.journey.state;
    return phase === 'sent' || (passed.length === 0 && !answers.danger) || this.danger.noted;
  }

  answer<K extends keyof RepairAnswers>(id: K, value: RepairAnswers[K]): void {
    this.journey.answer(id, value);
    if (id === 'story') this.#look();
  }

  /** What her words mean; undefined: something else. */
  mean(problem: ProblemId | undefined): void {
    this.declined = problem === undefined;
    const told = this.journey.state.answers.story ?? '';
    takeProblem(this.journey, problem, problem && roomNamed(this.#form.said, told, problem));
  }

  /** She is in this section now. */
  enter(section: string): void {
    const { state, questionnaire } = this.journey;
    const known = questionnaire.screens.some(({ id }) => id === section);
    if (state.phase !== 'filling' || state.screen === section || !known) return;
    if (!sectionsOf(this.journey).some(({ id }) => id === section)) return;
    this.#moving = true;
    this.journey.dispatch({ type: 'edit', screen: section });
    this.#moving = false;
  }

  /** Past this section, to the first that still asks something. */
  goOn(section: string): void {
    this.enter(section);
    const { state } = this.journey;
    if (state.phase !== 'filling' || state.screen !== section || section === 'stop') return;
    const held = this.held.at(this.journey, section);
    if (held) return this.#toQuestion(held);
    if (section === 'check') return this.send();
    this.unread = section === 'urgent' && !this.read.has(this.script);
    if (this.unread) {
      this.requestUpdate();
      this.#page.focus({ id: 'read' });
      return;
    }
    this.journey.dispatch({ type: 'continue' });
    if (section === 'address') this.#page.lookHere();
  }

  /** Nothing fits what is typed in this list: said, and she is left in it. */
  stay(list: string): void {
    this.held.list = list;
    this.announce(t('new.pick.stay'));
    this.#toQuestion(list);
  }

  /** Which script she read: that of another problem is another one. */
  get script(): string {
    return this.journey.safety?.id ?? '';
  }

  send(): void {
    const { state } = this.journey;
    if (state.phase !== 'filling' || state.screen !== 'check') return;
    this.journey.dispatch({ type: 'send', key: uuid(), language: this.language });
  }

  /** Nobody goes on with it. */
  end(): void {
    this.journey.end();
  }

  #toQuestion(id: string): void {
    this.#page.changed();
    this.#page.focus({ id });
  }

  #look(): void {
    const told = this.journey.state.answers.story ?? '';
    this.declined = false;
    this.suggestions =
      told.trim().length < ENOUGH ? [] : this.#form.match(told).slice(0, SUGGESTIONS);
    this.requestUpdate();
  }

  /** For a list of problems: those that what is typed in it may mean. */
  meant = (typed: string): readonly string[] =>
    typed.trim().length < ENOUGH ? [] : this.#form.match(typed);

  // What the journey asks of what it is mounted in.

  get renderRoot(): DocumentFragment {
    return document.createDocumentFragment();
  }

  readonly updateComplete = Promise.resolve(true);

  /** Parked: what arrives now must not move the focus of another call. */
  get covered(): boolean {
    return !this.#page.shows(this);
  }

  addController(_: ReactiveController): void {}
  removeController(_: ReactiveController): void {}

  requestUpdate(): void {
    this.#page.changed();
  }

  screenChanged(): void {
    if (this.#moving) return;
    const { phase, screen } = this.journey.state;
    if (phase === 'filling' && passesByItself(screen) && screen !== 'outside')
      return this.journey.dispatch({ type: 'continue' });
    this.stuck = undefined;
    this.#page.changed();
    this.#page.focus(phase === 'filling' ? { section: screen } : { id: 'call-title' });
  }

  errorsShown(): void {
    this.#page.changed();
    this.#page.focus({ wrong: true });
  }

  announce(text: string): void {
    this.#page.announce(text);
  }

  fault(): void {
    this.broken = true;
    this.#page.changed();
  }
}
