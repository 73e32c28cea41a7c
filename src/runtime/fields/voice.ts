import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { LIMITS } from '../../contract/checks.ts';
import { wholeSeconds } from '../../contract/seconds.ts';
import again from '../../generated/pictograms/replay.ts';
import mic from '../../generated/pictograms/mic.ts';
import play from '../../generated/pictograms/play_arrow.ts';
import stop from '../../generated/pictograms/stop.ts';
import { pictogram } from '../pictogram.ts';
import type { Texts } from '../texts.ts';
import { recordingType } from '../voice/can-record.ts';
import type { VoiceShelf } from '../voice/shelf.ts';
import { whyDisclosure } from './text.ts';

/** What is said of a message that she has. */
interface Played {
  texts: Texts;
  shelf: VoiceShelf;
}

export interface VoiceField extends Played {
  /** The one that she has. */
  voice: string | undefined;
  /** What the desk has; left out where there is no desk to send it to. */
  uploaded?: readonly string[];
  why: string;
  record: () => void;
  remove: (voice: string) => void;
}

/** "Vertel het met uw stem": up to a minute, for whom typing is hard. */
export function voiceField(field: VoiceField): TemplateResult | typeof nothing {
  const { texts, shelf, voice } = field;
  // Where nothing can be recorded nothing is offered; what was recorded elsewhere can be taken away.
  if (!voice && !recordingType()) return nothing;
  return html`<div
    class="field voice"
    role="group"
    aria-label=${texts.t('voice:title')}
    ${ref(shelf.onScreen)}
  >
    ${notice(field)} ${stageOf(field)}
  </div>`;
}

const notice = ({ texts, shelf }: Played): TemplateResult =>
  html`<div role="status">
    ${shelf.notice ? html`<p class="notice warn">${texts.t(`voice:${shelf.notice}`)}</p>` : nothing}
  </div>`;

function stageOf(field: VoiceField): TemplateResult {
  const { texts, shelf, voice } = field;
  switch (shelf.stage) {
    case 'asking':
      return html`<p class="notice" role="status">${texts.t('voice:asking')}</p>`;
    case 'recording':
      return speaking(field);
    case 'keeping':
      return html`<p class="notice" role="status">${texts.t('voice:keeping')}</p>`;
    case 'idle':
      return voice ? spoken(field, voice) : offer(field);
  }
}

const offer = ({ texts, why, record }: VoiceField): TemplateResult => html`
  <p class="hint" id="voice-hint">${texts.t('voice:hint')}</p>
  <button
    type="button"
    class="button file"
    id="voice"
    aria-describedby="voice-hint"
    @click=${record}
  >
    ${pictogram(mic)} ${texts.t('voice:record')}
  </button>
  ${whyDisclosure(texts, why)}
`;

function speaking({ texts, shelf }: VoiceField): TemplateResult {
  const left = Math.max(0, LIMITS.voiceSeconds - shelf.passed);
  return html`<div class="notice">
    <p class="now">
      ${pictogram(mic)}
      <strong>${texts.t('voice:recording')}</strong>
    </p>
    <p role="timer">${texts.t('voice:left', { count: left })}</p>
    <progress
      max=${LIMITS.voiceSeconds}
      .value=${Math.min(shelf.passed, LIMITS.voiceSeconds)}
      aria-hidden="true"
    ></progress>
    <div class="actions">
      <button type="button" class="button primary" id="voice-stop" @click=${() => shelf.stop()}>
        ${pictogram(stop)} ${texts.t('voice:stop')}
      </button>
    </div>
  </div>`;
}

function spoken(field: VoiceField, voice: string): TemplateResult {
  const { texts, uploaded } = field;
  const { t } = texts;
  return html`<div class="notice">
    <p><strong>${t('voice:title')}</strong></p>
    ${howLong(field, voice)} ${uploaded ? howFar(field, voice, uploaded) : nothing}
    <div class="options">
      ${playButton(field, voice)}
      ${
        recordingType()
          ? html`<button type="button" class="button" @click=${field.record}>
              ${pictogram(again)} ${t('voice:again')}
            </button>`
          : nothing
      }
    </div>
    <button type="button" class="link" @click=${() => field.remove(voice)}>
      ${t('voice:remove')}
    </button>
  </div>`;
}

/** "42 seconden", once it was read from the store. */
function howLong({ texts, shelf }: Played, voice: string): TemplateResult | typeof nothing {
  const seconds = shelf.lengthOf(voice);
  return seconds
    ? html`<p>${texts.t('voice:length', { count: wholeSeconds(seconds) })}</p>`
    : nothing;
}

const playButton = ({ texts, shelf }: Played, voice: string): TemplateResult => html`
  <button
    type="button"
    class="button"
    id="voice-play"
    @click=${() => (shelf.playing ? shelf.stopPlaying() : void shelf.play(voice))}
  >
    ${pictogram(shelf.playing ? stop : play)}
    ${texts.t(shelf.playing ? 'voice:stop-playing' : 'voice:play')}
  </button>
`;

/** Once more, where every answer is checked: how long it is, and to listen to. */
export const voicePlayer = (played: Played, voice: string): TemplateResult => html`
  <div ${ref(played.shelf.onScreen)}>
    ${notice(played)} ${howLong(played, voice)} ${playButton(played, voice)}
  </div>
`;

function howFar(
  { texts, shelf }: VoiceField,
  voice: string,
  uploaded: readonly string[],
): TemplateResult {
  if (uploaded.includes(voice)) return html`<p class="open">✓&nbsp;${texts.t('voice:sent')}</p>`;
  return html`<progress
      max="1"
      .value=${shelf.share(voice)}
      aria-label=${texts.t('voice:title')}
    ></progress>
    <p class="soft">${texts.t('voice:sending')}</p>`;
}
