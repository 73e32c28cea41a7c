import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { wholeSeconds } from '../contract/seconds.ts';
import type { Recording } from '../contract/staff.ts';
import { deadline } from '../runtime/deadline.ts';
import { shared } from './styles/shared.ts';
import { voiceStyles } from './styles/voice.ts';
import { t } from './texts.ts';

/** Milliseconds: at most 3 MB, on the network of an office. */
const PATIENCE = 20_000;

/** "0:42" */
const clockTime = (seconds: number): string => {
  const whole = wholeSeconds(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/**
 * @summary What a tenant said, with the browser's own player. It is fetched whole: then it plays in
 * every browser without the desk answering for pieces, and the view log has one line for it.
 */
export class ConsoleVoice extends LitElement {
  static override styles = [shared, voiceStyles];

  @property({ attribute: false }) recording: Recording | undefined;
  @state() private source: string | undefined;
  @state() private missing = false;
  /** The one that was fetched, or is on its way. */
  #id: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { recording } = this;
    if (!changed.has('recording') || recording?.id === this.#id) return;
    this.#forget();
    if (recording?.state === 'ready') void this.#fetch(recording);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put elsewhere in the page: what was fetched was given back.
    if (!this.source && this.recording?.state === 'ready') void this.#fetch(this.recording);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  #forget(): void {
    if (this.source) URL.revokeObjectURL(this.source);
    this.source = undefined;
    this.#id = undefined;
  }

  async #fetch({ id, url }: Recording): Promise<void> {
    this.#id = id;
    this.missing = false;
    const answer = await fetch(url, { signal: deadline(PATIENCE) }).catch(() => undefined);
    const blob = answer?.ok ? await answer.blob().catch(() => undefined) : undefined;
    if (this.#id !== id) return;
    this.missing = !blob;
    this.source = blob && URL.createObjectURL(blob);
  }

  override render(): TemplateResult | typeof nothing {
    const { recording } = this;
    if (!recording) return nothing;
    if (recording.state !== 'ready')
      return html`<p class="quiet">${t(`voice.${recording.state}`)}</p>`;
    if (this.missing)
      return html`<p class="quiet">${t('voice.missing')}</p>
        <button class="button" type="button" @click=${() => this.#fetch(recording)}>
          ${t('voice.again')}
        </button>`;
    const { seconds } = recording;
    return html`
      ${seconds ? html`<p>${t('voice.length', { length: clockTime(seconds) })}</p>` : nothing}
      ${
        this.source
          ? html`<audio
              controls
              preload="auto"
              aria-label=${t('voice.title')}
              src=${this.source}
            ></audio>`
          : html`<p class="quiet" role="status">${t('voice.loading')}</p>`
      }
    `;
  }
}

if (!customElements.get('console-voice')) customElements.define('console-voice', ConsoleVoice);
