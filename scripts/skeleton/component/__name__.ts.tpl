import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FrameFacts } from '../../src/runtime/frame.ts';
import { KitElement } from '../../src/runtime/kit-element.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import { outboxOf } from '../../src/runtime/storage/outbox.ts';
import { __Name__SubmitEvent, __Name__SubmittedEvent } from './events.ts';
import { __Name__Journey } from './journey.ts';

/**
 * @summary One sentence: what a tenant does with it.
 *
 * @slot - Shown until the kit is there: a phone link.
 * @event {__Name__SubmitEvent} kt-__name__-submit - Asks before sending; cancel it to take over.
 * @event {__Name__SubmittedEvent} kt-__name__-submitted - The desk has it.
 * @csspart frame - Everything.
 * @csspart heading - The heading of a screen.
 * @csspart field - A question.
 * @csspart label - Its label.
 * @csspart hint - Its hint.
 * @csspart error - Its error, and the error summary.
 * @csspart submit - "Verder" and "Verstuur".
 * @csspart status - "Deel 1 van 2".
 * @csspart speak - The way to a person.
 * @cssproperty --kt-color-action - Buttons and links.
 */
export class __Name__ extends KitElement {
  static override readonly files = ['__name__'];

  #journey: __Name__Journey | undefined;

  override get place(): string {
    return this.#journey?.state.screen ?? 'ask';
  }

  protected override begin(kit: Kit): void {
    this.#journey = new __Name__Journey(
      this,
      {
        profile: kit.profile,
        clock: kit.clock,
        loadTexts: kit.loadTexts,
        draft: draftOfTab(`${kit.profile.id}.__name__`),
        outbox: kit.desk && outboxOf(kit.desk),
      },
      {
        ask: (answers) =>
          !this.dispatchEvent(new __Name__SubmitEvent(kit.desk ? undefined : answers)),
        sent: () => this.dispatchEvent(new __Name__SubmittedEvent()),
      },
    );
  }

  protected override async begun(): Promise<void> {
    await this.#journey?.loading;
  }

  protected override moved(): void {
    // Nothing outside follows the screens of this element.
  }

  protected override open(screen: string): void {
    this.#journey?.dispatch({ type: 'open', screen });
  }

  protected override goBackByItself(): void {
    this.#journey?.dispatch({ type: 'back' });
  }

  protected override facts(): FrameFacts {
    const journey = this.#journey;
    if (journey?.state.phase !== 'filling' || journey.elsewhere) return {};
    return {
      progress: journey.progress,
      back: journey.isFirst ? undefined : () => this.goBack(),
    };
  }

  protected override body(): TemplateResult {
    return html`${this.#journey?.view() ?? nothing}`;
  }
}
