import type { TemplateResult } from 'lit';
import type { FrameFacts } from '../../src/runtime/frame.ts';
import { KitElement } from '../../src/runtime/kit-element.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import { loadingScreen } from '../../src/runtime/loading.ts';
import { untilItWorks } from '../../src/runtime/patience.ts';
import type { CallbackJourney } from './journey.ts';

/**
 * @summary Asks us to call: what about, when, and which number. Ends in when we call and the word that we
 * say first.
 *
 * @slot - Shown until the kit is there: a phone link and a link to the plain HTML page.
 * @event {CallbackSubmitEvent} kt-callback-submit - Asks before sending; cancel it to take over.
 * @event {CallbackSubmittedEvent} kt-callback-submitted - The desk has it.
 * @csspart frame - Everything.
 * @csspart heading - The heading of a screen.
 * @csspart field - A question.
 * @csspart label - Its label.
 * @csspart hint - Its hint.
 * @csspart error - Its error, and the error summary.
 * @csspart submit - "Verder" and "Bel mij".
 * @csspart status - "Deel 1 van 5".
 * @csspart speak - The way to a person.
 * @cssproperty --kt-color-action - Buttons and links.
 */
export class CallbackRequest extends KitElement {
  static override readonly laterFiles = ['callback-request', 'voice', 'alarm'];

  #journey: CallbackJourney | undefined;
  #mounting: Promise<void> | undefined;

  override get place(): string {
    return this.#journey?.place ?? 'topic';
  }

  protected override begin(kit: Kit): void {
    this.#mounting = this.#mount(kit);
  }

  protected override async begun(): Promise<void> {
    await this.#mounting;
  }

  /** All that is asked comes after the frame with its way to a person. */
  async #mount(kit: Kit): Promise<void> {
    const module = await untilItWorks(() => import('./mount.ts'));
    this.#journey = module?.mount(this, kit, () => this.#restart(kit));
    await this.#journey?.loading;
    this.#journey?.enter();
    this.requestUpdate();
  }

  #restart(kit: Kit): void {
    this.ready = this.#mount(kit).then(() => this.screenChanged('replace'));
  }

  protected override moved(): void {
    // Nothing outside follows the screens of this element.
  }

  protected override open(screen: string): void {
    this.#journey?.open(screen);
  }

  protected override goBackByItself(): void {
    this.#journey?.back();
  }

  protected override facts(): FrameFacts {
    const journey = this.#journey;
    if (!journey || !this.texts.holds('callback-request')) return {};
    return {
      sending: !journey.isFilling,
      progress: journey.bar,
      back: journey.hasBefore ? () => this.goBack() : undefined,
    };
  }

  protected override body(): TemplateResult {
    const there = this.texts.holds('callback-request');
    return (there && this.#journey?.view()) || loadingScreen(this.texts, false);
  }
}
