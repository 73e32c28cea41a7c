import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { appointmentBy } from '../../../src/contract/what-next.ts';
import { elsewhereScreen as elsewhere } from '../../../src/runtime/journey/elsewhere.ts';
import { phoneLink } from '../../../src/runtime/speak/ways.ts';
import type { RepairJourney } from '../journey.ts';
import { callNow, whenRead } from './night.ts';
import { callButtons, heading } from './parts.ts';

/** On its way, or not getting there: it says so in so many words. */
export const sendingScreen = (journey: RepairJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { answers, uploaded, leavingPhotos, recording } = journey.state;
  const missing = (answers.photos ?? []).filter((photo) => !uploaded.includes(photo));
  const left = missing.length + journey.shelf.preparing;
  const spoken = recording ?? answers.voice;
  const photos = left > 0 && !leavingPhotos;
  const voice = spoken !== undefined && !uploaded.includes(spoken) && !leavingPhotos;
  const away = journey.waiting || !navigator.onLine;
  return html`
    <div role="status">
      ${heading(journey, away ? 'repair-form:waiting.title' : 'repair-form:sending.title')}
      <p class="notice ${away ? 'warn' : ''}">
        ${t(away ? 'repair-form:waiting.text' : 'repair-form:sending.text')}
      </p>
      ${photos ? html`<p>${t('repair-form:sending.photos', { count: left })}</p>` : nothing}
      ${voice ? html`<p>${t('repair-form:sending.voice')}</p>` : nothing}
    </div>
    ${
      away
        ? html`<p>${t('repair-form:waiting.call')} ${phoneLink(callNow(journey), texts)}</p>`
        : nothing
    }
    ${
      photos || voice
        ? html`<div class="actions">
            <button
              type="button"
              class="button"
              @click=${() => journey.dispatch({ type: 'leave-photos' })}
            >
              ${t(voice ? 'repair-form:sending.without' : 'repair-form:sending.without-photos')}
            </button>
          </div>`
        : nothing
    }
  `;
};

/** The reference, what happens when, print. */
export const sentScreen = (journey: RepairJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { receipt, answers, urgent } = journey.state;
  const { profile } = journey.ports;
  if (!receipt) throw new Error('Sent without a receipt');
  const { promise, reference, photosLost, voiceLost } = receipt;
  const by = appointmentBy(answers, receipt);
  return html`
    ${heading(journey, 'repair-form:sent.title')}
    <p class="reference">
      ${t('repair-form:sent.reference')} <strong><bdi dir="ltr">${reference}</bdi></strong>
    </p>
    <p>${t('repair-form:sent.keep')}</p>
    ${
      photosLost.length
        ? html`<p class="notice warn">
            ${t('repair-form:sent.photos-lost', { count: photosLost.length })}
          </p>`
        : nothing
    }
    ${voiceLost ? html`<p class="notice warn">${t('repair-form:sent.voice-lost')}</p>` : nothing}
    ${urgent ? html`${whenRead(journey)} ${callButtons(journey, ['urgent'])}` : nothing}
    <h3>${t('repair-form:sent.next')}</h3>
    <ol>
      <li>${t('repair-form:sent.step.read')}</li>
      <li>
        ${t(`repair-form:sent.step.${by}`)}
        ${by === 'call' ? phoneLink(urgent ? profile.urgentPhone : profile.phone, texts) : nothing}
      </li>
      ${answers.letter ? html`<li>${t('repair-form:sent.step.letter-too')}</li>` : nothing}
      <li>
        ${
          promise.kind === 'by'
            ? t('repair-form:sent.promise.by', {
                date: texts.day(`${promise.date}T12:00:00Z`),
              })
            : t('repair-form:sent.promise.none')
        }
      </li>
    </ol>
    <p class="notice">${t('repair-form:sent.worse')} ${phoneLink(callNow(journey), texts)}</p>
    <div class="actions no-print">
      <button type="button" class="button" @click=${() => print()}>${t('frame:print')}</button>
      <button type="button" class="link" @click=${() => journey.restart()}>
        ${t('repair-form:sent.another')}
      </button>
    </div>
  `;
};

/** Another tab has this draft. */
export const elsewhereScreen = (journey: RepairJourney): TemplateResult =>
  elsewhere(journey.host.texts, () => void journey.load(true));
