import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { summarise } from '../../../src/contract/summary.ts';
import { photoNotices, photoStrip } from '../../../src/runtime/fields/photos.ts';
import { checkAnswers } from '../../../src/runtime/fields/check-answers.ts';
import { voicePlayer } from '../../../src/runtime/fields/voice.ts';
import { clearControl } from '../../../src/runtime/fields/clear-control.ts';
import type { RepairJourney } from '../journey.ts';
import { heading } from './parts.ts';

/** Every answer once more, each with "Aanpassen"; then the send, which says what it does. */
export const checkScreen = (journey: RepairJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { answers, refused } = journey.state;
  return html`
    ${heading(journey, 'repair-form:screen.check.title', 'repair-form:screen.check.intro')}
    ${
      refused
        ? html`<p class="notice warn" role="group" tabindex="-1" data-errors>
            ${t('repair-form:check.refused')}
          </p>`
        : nothing
    }
    ${lostPhotos(journey)}
    ${checkAnswers(
      texts,
      summarise(journey.questionnaire, answers, texts.any, texts.language),
      (screen) => journey.dispatch({ type: 'edit', screen }),
      (id) => mediaOf(journey, id),
    )}
    <div class="actions">
      <button type="button" class="button primary" part="submit" @click=${() => journey.submit()}>
        ${t('repair-form:check.send')}
      </button>
    </div>
    ${clearControl(texts, journey)}
  `;
};

/** The photos to look at, the spoken message to listen to. */
function mediaOf(journey: RepairJourney, id: string): TemplateResult | undefined {
  const { texts } = journey.host;
  const { photos = [], voice } = journey.state.answers;
  if (id === 'photos') return photoStrip(texts, journey.shelf, photos);
  if (id === 'voice' && voice) return voicePlayer({ texts, shelf: journey.voice }, voice);
  return undefined;
}

/** What the desk could not use since she left the photos: she may still take another. */
function lostPhotos(journey: RepairJourney): TemplateResult | typeof nothing {
  const { texts } = journey.host;
  const said = photoNotices(texts, journey.shelf, 'desk');
  if (!said.length) return nothing;
  return html`
    ${said.map((text) => html`<p class="notice warn">${text}</p>`)}
    <div class="actions">
      <button
        type="button"
        class="button"
        @click=${() => journey.dispatch({ type: 'edit', screen: 'photos' })}
      >
        ${texts.t('photos:again')}
      </button>
    </div>
  `;
}
