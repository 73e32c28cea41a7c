import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { summarise } from '../../../src/contract/summary.ts';
import { checkAnswers } from '../../../src/runtime/fields/check-answers.ts';
import { voicePlayer } from '../../../src/runtime/fields/voice.ts';
import { onwardButton } from '../../../src/runtime/journey/screen-parts.ts';
import type { CallbackJourney } from '../journey.ts';
import { heading } from './parts.ts';

/** All of it once more, what was known already too; then the button that says what it does. */
export const checkScreen = (journey: CallbackJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { answers, refused } = journey.state;
  const rows = summarise(journey.questionnaire, answers, texts.any, texts.language);
  return html`
    ${heading(journey, 'callback-request:screen.check.title')}
    ${
      refused
        ? html`<p class="notice warn" role="group" tabindex="-1" data-errors>
            ${t('frame:fault.title')}. ${t('frame:fault.help')}
          </p>`
        : nothing
    }
    ${checkAnswers(
      texts,
      rows,
      (screen) => journey.dispatch({ type: 'edit', screen }),
      (id) =>
        id === 'voice' && answers.voice
          ? voicePlayer({ texts, shelf: journey.voice }, answers.voice)
          : undefined,
    )}
    ${onwardButton(t('callback-request:send'), () => journey.submit())}
  `;
};
