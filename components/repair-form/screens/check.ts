import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { summarise } from '../../../src/contract/summary.ts';
import { checkAnswers } from '../../../src/runtime/fields/check-answers.ts';
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
    ${
      journey.shelf.notice === 'refused'
        ? html`<p class="notice warn">${t('photos:refused')}</p>`
        : nothing
    }
    ${checkAnswers(
      texts,
      summarise(journey.questionnaire, answers, texts.any, texts.language),
      (screen) => journey.dispatch({ type: 'edit', screen }),
    )}
    <div class="actions">
      <button type="button" class="button primary" part="submit" @click=${() => journey.submit()}>
        ${t('repair-form:check.send')}
      </button>
    </div>
    ${clearControl(texts, journey)}
  `;
};
