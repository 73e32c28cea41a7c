import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FrameFacts } from '../../src/runtime/frame.ts';
import { progressOf } from '../../src/runtime/journey/progress.ts';
import type { Progress } from '../../src/runtime/journey/progress.ts';
import type { AlarmFacts } from '../../src/runtime/speak/alarm-screens.ts';
import type { Known } from '../../src/runtime/speak/known.ts';
import { KitElement } from '../../src/runtime/kit-element.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import { loadingScreen } from '../../src/runtime/loading.ts';
import { untilItWorks } from '../../src/runtime/patience.ts';
import { hasDraft } from '../../src/runtime/storage/tab.ts';
import { StepEvent } from './events.ts';
import { alarmFacts } from './alarm-facts.ts';
import { Gate } from './gate.ts';
import type { RepairJourney } from './journey.ts';
import { KnownOutages } from './known-outages.ts';
import { NAME, PARTS } from './outline.ts';
import { repairStyles } from './styles.ts';

/**
 * @summary Reports a repair: from "Is er nu gevaar?" to the reference number, with a way to a person
 * on every screen.
 *
 * @slot - Shown until the kit is there: a phone link and a link to the plain HTML form.
 * @event {RepairSubmitEvent} kt-repair-submit - Asks before sending; cancel it to take over.
 * @event {RepairSubmittedEvent} kt-repair-submitted - The desk has it.
 * @event {StepEvent} kt-step - She is on another screen; no values.
 * @csspart frame - Everything.
 * @csspart heading - The heading of a screen.
 * @csspart field - A question.
 * @csspart label - Its label.
 * @csspart hint - Its hint.
 * @csspart error - Its error, and the error summary.
 * @csspart submit - "Verder" and "Verstuur".
 * @csspart status - "Deel 2 van 5".
 * @csspart speak - The way to a person.
 * @cssproperty --kt-color-action - Buttons and links.
 */
export class RepairForm extends KitElement {
  static override readonly styles = [KitElement.styles, repairStyles];
  static override readonly files = ['danger', 'repair-form'];
  static override readonly laterFiles = ['alarm', 'triage', 'safety', 'photos', 'voice'];

  /** The tenant's, where the page knows it: which known outage is shown. It is sent nowhere. */
  @property() postcode?: string;

  #known: KnownOutages | undefined;
  #gate: Gate | undefined;
  #journey: RepairJourney | undefined;
  #mounting: Promise<void> | undefined;

  override get place(): string {
    return this.#journey?.place ?? this.#gate?.state.screen ?? 'danger';
  }

  /** A tab that has a draft already goes on there: then there is nothing to show before the form. */
  protected override begin(kit: Kit): void {
    const known = new KnownOutages(
      kit.profile,
      () => this.postcode,
      () => this.requestUpdate(),
    );
    this.#known = known;
    this.#gate = hasDraft(nameOf(kit)) ? undefined : new Gate(this, kit, known);
  }

  protected override async begun(): Promise<void> {
    const { kit } = this;
    if (!kit) return;
    // Once, also when the page moves the element while it is on its way.
    await (this.#mounting ??= this.#mount(kit));
    await this.#journey?.whole();
  }

  /** The form itself, which comes after the first screen. */
  async #mount(kit: Kit): Promise<void> {
    const module = await untilItWorks(() => import('./mount.ts'));
    const journey = module?.mount(this, kit, nameOf(kit), {
      restart: () => this.#restart(),
      known: this.#known!,
    });
    await journey?.loading;
    journey?.follow(this.#gate?.actions ?? []);
    // In one go: a moment without either would take the focus from what she is at.
    this.#journey = journey;
    this.#gate = undefined;
  }

  #restart(): void {
    this.#journey?.end();
    this.#journey = undefined;
    this.#mounting = undefined;
    this.ready = this.begun().then(() => this.screenChanged('replace'));
  }

  protected override open(screen: string): void {
    (this.#journey ?? this.#gate)?.dispatch({ type: 'open', screen });
  }

  protected override moved(): void {
    const progress = this.#progress;
    if (progress) this.dispatchEvent(new StepEvent(this.place, String(progress.text)));
  }

  get #progress(): Progress | undefined {
    if (this.#journey) return this.#journey.progress;
    return this.texts.holds(NAME) ? progressOf(this.texts, NAME, PARTS, 0, 0) : undefined;
  }

  protected override facts(): FrameFacts {
    const journey = this.#journey;
    const danger = ['stop', 'outside'].includes(this.place);
    const filling = journey ? journey.isFilling : true;
    const first = journey ? journey.isFirst : this.place === 'danger';
    return {
      danger: danger && filling,
      sending: !filling,
      progress: filling && !danger ? this.#progress : undefined,
      back: filling && !first ? () => this.goBack() : undefined,
    };
  }

  override known(): Known {
    return this.#journey?.carried() ?? { topic: 'repair' };
  }

  override alarmFacts(): AlarmFacts | undefined {
    const form = this.#journey ?? this.#gate;
    return form && alarmFacts(form);
  }

  protected override goBackByItself(): void {
    (this.#journey ?? this.#gate)?.dispatch({ type: 'back' });
  }

  protected override body(): TemplateResult {
    return (this.#journey ?? this.#gate)?.view() ?? loadingScreen(this.texts, false);
  }
}

/** The drafts of one association's repair form. */
const nameOf = (kit: Kit): string => `${kit.profile.id}.${NAME}`;
