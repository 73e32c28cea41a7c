import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CALLBACK_WHEN } from '../../../src/contract/callback-choices.ts';
import { choiceField } from '../../../src/runtime/fields/choice.ts';
import { textField } from '../../../src/runtime/fields/text.ts';
import { onwardButton, screenHeading } from '../../../src/runtime/journey/screen-parts.ts';
import { phoneLink } from '../../../src/runtime/speak/ways.ts';
import { wordCard } from '../../../src/runtime/word-card.ts';
import type { CallbackJourney } from '../journey.ts';
import { promiseInWords } from '../offer.ts';
import { errorsOf } from './parts.ts';

/** On its way, or not getting there: it says so in so many words. */
export const sendingScreen = (journey: CallbackJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { answers, uploaded, recording, leavingPhotos } = journey.state;
  const spoken = recording ?? answers.voice;
  const voice = spoken !== undefined && !uploaded.includes(spoken) && !leavingPhotos;
  const away = journey.waiting || !navigator.onLine;
  return html`
    <div role="status">
      ${screenHeading(t(away ? 'callback-request:waiting.title' : 'callback-request:sending.title'))}
      <p class="notice ${away ? 'warn' : ''}">
        ${t(away ? 'callback-request:waiting.text' : 'callback-request:sending.text')}
      </p>
    </div>
    ${
      away
        ? html`<p>
            ${t('callback-request:waiting.call')} ${phoneLink(journey.ports.profile.phone, texts)}
          </p>`
        : nothing
    }
    ${
      voice
        ? html`<div class="actions">
            <button
              type="button"
              class="button"
              @click=${() => journey.dispatch({ type: 'leave-photos' })}
            >
              ${t('callback-request:sending.without')}
            </button>
          </div>`
        : nothing
    }
  `;
};

/** When we call and from which number, the word that we say first, the reference, and the way to change it. */
export const sentScreen = (journey: CallbackJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { receipt, view } = journey.state;
  if (!receipt) throw new Error('Sent without a receipt');
  const { manage } = journey;
  if (view?.state === 'cancelled') return cancelledScreen(journey);
  if (manage.open) return changeScreen(journey);
  const { promise, callFrom, word } = view ?? receipt;
  const time = promiseInWords({ promise }, texts, journey.ports.clock());
  return html`
    ${screenHeading(t('callback-request:sent.title'))}
    <p class="notice promise">
      <strong
        >${time ? t('callback-request:sent.when', { time }) : t('callback-request:sent.soon')}</strong
      >
    </p>
    <p>
      ${
        callFrom.length
          ? html`${t('callback-request:sent.from')}
            ${callFrom.map(({ shown }) => html`<strong><bdi class="number" dir="ltr">${shown}</bdi></strong> `)}`
          : t('callback-request:sent.withheld')
      }
    </p>
    <h3>${t('callback-request:word.title')}</h3>
    ${wordCard(word)}
    <p class="notice warn">${t('callback-request:word.why')}</p>
    ${
      receipt.voiceLost
        ? html`<p class="notice warn">${t('callback-request:sent.voice-lost')}</p>`
        : nothing
    }
    <p class="reference">
      ${t('callback-request:sent.reference')}
      <strong><bdi dir="ltr">${receipt.reference}</bdi></strong>
    </p>
    <div class="actions no-print">
      ${leave(journey)}
      <button type="button" class="button" @click=${() => print()}>${t('frame:print')}</button>
      <button type="button" class="button" id="manage" @click=${() => manage.show(true)}>
        ${t('callback-request:manage')}
      </button>
      <button type="button" class="link" @click=${() => void journey.restart()}>
        ${t('callback-request:another')}
      </button>
    </div>
  `;
};

/** Back to what she was filling in, where she was filling in something. */
const leave = ({ host, wishes }: CallbackJourney): TemplateResult | typeof nothing =>
  wishes.leave && wishes.known().filledIn
    ? html`<button type="button" class="button primary" @click=${wishes.leave}>
        ${host.texts.t('frame:speak.return')}
      </button>`
    : nothing;

/** Another time or number, or no call at all. */
function changeScreen(journey: CallbackJourney): TemplateResult {
  const { texts } = journey.host;
  const { t } = texts;
  const { manage } = journey;
  return html`
    ${screenHeading(t('callback-request:manage.title'))}
    ${
      manage.failed
        ? html`<p class="notice warn" role="group" tabindex="-1" data-errors>
            ${t('frame:fault.title')}. ${t('frame:fault.help')}
          </p>`
        : nothing
    }
    ${choiceField({
      texts,
      id: 'change-when',
      label: t('callback-request:when.label'),
      options: CALLBACK_WHEN.map((value) => ({
        value,
        label: t(`callback-request:when.option.${value}`),
      })),
      chosen: manage.when ? [manage.when] : [],
      change: ([value]) => manage.set({ when: value as typeof manage.when }),
    })}
    ${textField({
      texts,
      id: 'change-phone',
      kind: 'tel',
      ltr: true,
      optional: true,
      label: t('callback-request:manage.phone'),
      why: t('callback-request:phone.why'),
      value: manage.phone,
      error: manage.wrongPhone
        ? errorsOf(journey).say({ field: 'phone', code: 'phone' })
        : undefined,
      change: (phone) => manage.set({ phone }),
    })}
    ${onwardButton(t('callback-request:manage.save'), () => void manage.save())}
    <div class="actions no-print">
      <button type="button" class="button" @click=${() => void manage.cancel()}>
        ${t('callback-request:manage.cancel')}
      </button>
      <button type="button" class="link" @click=${() => manage.show(false)}>
        ${t('callback-request:manage.keep')}
      </button>
    </div>
  `;
}

const cancelledScreen = (journey: CallbackJourney): TemplateResult => {
  const { t } = journey.host.texts;
  return html`
    ${screenHeading(t('callback-request:cancelled.title'), t('callback-request:cancelled.text'))}
    <div class="actions no-print">
      ${leave(journey)}
      <button type="button" class="button" @click=${() => void journey.restart()}>
        ${t('callback-request:another')}
      </button>
    </div>
  `;
};
