import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import type { FrameFacts } from '../../src/runtime/frame.ts';
import { KitElement } from '../../src/runtime/kit-element.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import { outboxOf } from '../../src/runtime/storage/outbox.ts';
import { loadPhoto } from '../../src/runtime/storage/photos.ts';
import { uploadQueue } from '../../src/runtime/upload/queue.ts';
import { RepairSubmitEvent, RepairSubmittedEvent, StepEvent } from './events.ts';
import { RepairJourney } from './journey.ts';
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
  static override readonly laterFiles = ['triage', 'safety'];

  #journey: RepairJourney | undefined;

  override get place(): string {
    return this.#journey?.state.screen ?? 'danger';
  }

  protected override begin(kit: Kit): void {
    this.#journey = new RepairJourney(
      this,
      {
        profile: kit.profile,
        clock: kit.clock,
        loadTexts: kit.loadTexts,
        draft: draftOfTab(`${kit.profile.id}.repair-form`),
        outbox: kit.desk && outboxOf(kit.desk),
        upload: kit.desk && uploadQueue(kit.desk),
      },
      {
        ask: (answers) => !this.dispatchEvent(askOf(kit, answers)),
        sent: () => this.dispatchEvent(new RepairSubmittedEvent()),
        restart: () => this.#restart(kit),
      },
    );
  }

  protected override async begun(): Promise<void> {
    await this.#journey?.whole();
  }

  #restart(kit: Kit): void {
    this.#journey?.end();
    this.begin(kit);
    this.ready = this.begun().then(() => this.screenChanged('replace'));
  }

  protected override open(screen: string): void {
    this.#journey?.dispatch({ type: 'open', screen });
  }

  protected override moved(): void {
    const journey = this.#journey;
    if (journey) this.dispatchEvent(new StepEvent(journey.state.screen, journey.progress.text));
  }

  protected override facts(): FrameFacts {
    const journey = this.#journey;
    if (!journey) return {};
    const { phase, solved } = journey.state;
    const filling = phase === 'filling' && !solved && !journey.elsewhere;
    return {
      danger: journey.isInDanger,
      progress: filling && !journey.isInDanger ? journey.progress : undefined,
      back: filling && !journey.isFirst ? () => this.goBack() : undefined,
    };
  }

  protected override goBackByItself(): void {
    this.#journey?.dispatch({ type: 'back' });
  }

  protected override body(): TemplateResult {
    return html`${this.#journey?.view() ?? nothing}`;
  }
}

/** Where there is a desk, nobody else on the page hears what she wrote. */
const askOf = (kit: Kit, answers: RepairAnswers): RepairSubmitEvent =>
  kit.desk
    ? new RepairSubmitEvent()
    : new RepairSubmitEvent(answers, async (id) => (await loadPhoto(id))?.blob);
