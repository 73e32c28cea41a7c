import type { TemplateResult } from 'lit';
import type { FrameFacts } from '../../src/runtime/frame.ts';
import { KitElement } from '../../src/runtime/kit-element.ts';

/**
 * @summary Every way to a person, on a page without another element of the kit: calling, being called, the
 * office, a message. Once in a region of a page.
 *
 * @slot - Shown until the kit is there: a phone link.
 * @csspart frame - Everything.
 * @csspart heading - The heading of a screen.
 * @csspart field - A question.
 * @csspart label - Its label.
 * @csspart hint - Its hint.
 * @csspart error - Its error, and the error summary.
 * @csspart submit - "Verder", "Bel mij" and "Verstuur mijn bericht".
 * @csspart status - "Deel 1 van 5".
 * @csspart speak - The ways.
 * @cssproperty --kt-color-action - Buttons and links.
 */
export class SpeakToUs extends KitElement {
  static override readonly laterFiles = ['speak-to-us'];

  override readonly isWays = true;

  override get waysIntro(): string | undefined {
    return this.texts.holds('speak-to-us') ? this.texts.t('speak-to-us:intro') : undefined;
  }

  override get place(): string {
    return 'ways';
  }

  protected override begin(): void {
    // It asks nothing itself.
  }

  protected override begun(): Promise<void> {
    return Promise.resolve();
  }

  protected override moved(): void {
    // Nothing outside follows its screens.
  }

  protected override open(): void {
    // It has one screen of its own.
  }

  protected override goBackByItself(): void {
    // Nothing lies before that.
  }

  protected override facts(): FrameFacts {
    return { ways: true };
  }

  protected override body(): TemplateResult {
    return this.speak.whole();
  }
}
