import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import stopSign from '../../generated/pictograms/stop_circle.ts';
import speaker from '../../generated/pictograms/volume_up.ts';
import { pictogram } from '../pictogram.ts';
import type { Texts } from '../texts.ts';
import { passagesOf } from './passages.ts';
import type { Passage } from './passages.ts';
import { voiceFor } from './voices.ts';

export interface ReaderHost {
  readonly texts: Texts;
  readonly renderRoot: HTMLElement | DocumentFragment;
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
}

/** Somewhat slower than the device would: she reads along. */
const RATE = 0.9;
/** Milliseconds between two passages. */
const PAUSE = 350;
const MARK = 'data-reading';

/**
 * "Lees voor": reads the screen with a voice of the device itself, and marks what it reads. Loaded
 * after the first screen, and only where there is such a thing at all.
 */
export class Reader implements ReactiveController {
  readonly #host: ReaderHost;
  #connected: AbortController | undefined;
  /** Of what is being read. */
  #reading: AbortController | undefined;

  constructor(host: ReaderHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#connected = new AbortController());
    const listening = { signal };
    // Voices come late: Chromium asks the system for them after the page is there.
    speechSynthesis.addEventListener?.(
      'voiceschanged',
      () => this.#host.requestUpdate(),
      listening,
    );
    document.addEventListener('visibilitychange', () => document.hidden && this.stop(), listening);
    addEventListener('pagehide', () => this.stop(), listening);
    // She does something: then it is quiet, also for the microphone.
    for (const act of ['click', 'input'])
      this.#host.renderRoot.addEventListener(act, this.#acted, { ...listening, capture: true });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected?.abort();
    this.stop();
  }

  /** The button, where a voice of this device speaks the language that is shown. */
  control(): TemplateResult | typeof nothing {
    const { texts } = this.#host;
    if (!texts.holds('frame+') || !voiceFor(texts.language)) return nothing;
    const on = this.#reading !== undefined;
    return html`<button
      type="button"
      class="button small no-print"
      data-read-aloud
      @click=${() => (on ? this.stop() : this.#start())}
    >
      ${pictogram(on ? stopSign : speaker)} ${texts.t(on ? 'frame:read.stop' : 'frame:read.start')}
    </button>`;
  }

  /** Another screen, another language, danger, a second press. */
  stop(): void {
    if (!this.#reading) return;
    this.#reading.abort();
    this.#reading = undefined;
    speechSynthesis.cancel();
    this.#host.requestUpdate();
  }

  #start(): void {
    const frame = this.#host.renderRoot.querySelector('.frame');
    if (!frame) return;
    // Of another element on this page, or of the page's own.
    speechSynthesis.cancel();
    const reading = (this.#reading = new AbortController());
    this.#host.requestUpdate();
    void this.#read(passagesOf(frame), reading.signal).then(() => {
      if (this.#reading === reading) this.stop();
    });
  }

  async #read(passages: readonly Passage[], stopped: AbortSignal): Promise<void> {
    for (const passage of passages) {
      const voice = voiceFor(passage.language);
      // No voice for this one: the others are read.
      if (!voice) continue;
      if (stopped.aborted || !(await say(passage, voice, stopped))) return;
      await until(stopped, (done) => setTimeout(done, PAUSE));
    }
  }

  readonly #acted = (event: Event): void => {
    const by = event
      .composedPath()
      .some((each) => each instanceof Element && each.hasAttribute('data-read-aloud'));
    if (!by) this.stop();
  };
}

/** An edge of its own shape, not a colour alone; by script, so that no first screen waits for its style. */
function mark(element: Element, on: boolean): void {
  element.toggleAttribute(MARK, on);
  const { style } = element as HTMLElement;
  style.outline = on ? '4px dashed currentColor' : '';
  style.outlineOffset = on ? '3px' : '';
}

/** @returns false when it was cut off: by her, or by another that speaks */
async function say(
  { element, text, language }: Passage,
  voice: SpeechSynthesisVoice,
  stopped: AbortSignal,
): Promise<boolean> {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang || language;
  utterance.rate = RATE;
  mark(element, true);
  element.scrollIntoView({ block: 'nearest' });
  let whole = false;
  await until(stopped, (done) => {
    utterance.addEventListener('end', () => {
      whole = true;
      done();
    });
    utterance.addEventListener('error', done);
    speechSynthesis.speak(utterance);
  });
  mark(element, false);
  return whole && !stopped.aborted;
}

/** Resolves when it is done, or when it is stopped. */
const until = (stopped: AbortSignal, work: (done: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    stopped.addEventListener('abort', () => resolve());
    work(() => resolve());
  });
