import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { backLink } from '../back.ts';
import { callLink } from '../call-links.ts';
import type { PhoneNumber } from '../../contract/profile.ts';
import call from '../../generated/pictograms/call.ts';
import mail from '../../generated/pictograms/mail.ts';
import storefront from '../../generated/pictograms/storefront.ts';
import type { Kit } from '../kit.ts';
import { openingInWords } from '../opening.ts';
import { pictogram } from '../pictogram.ts';
import type { Texts } from '../texts.ts';
import type { SpeakView } from './panel.ts';

/** A phone number to press, left to right in every language. */
export const phoneLink = (number: PhoneNumber, texts: Texts): TemplateResult =>
  html`<a
    class="tel"
    href="tel:${number.tel}"
    aria-label=${texts.t('frame:call', {
      number: number.shown,
    })}
    ><bdi class="number" dir="ltr">${number.shown}</bdi></a
  >`;

/**
 * The ways, always in this order: Nu bellen, (Wij bellen u, Wij komen bij u thuis), U komt naar ons
 * kantoor, Stuur een bericht. Each row acts at once.
 */
export function ways(
  { profile, clock, desk }: Kit,
  texts: Texts,
  show: (view: SpeakView | undefined) => void,
): TemplateResult {
  const { t } = texts;
  const urgent = profile.urgentPhone;
  const { words, open } = openingInWords(profile.phoneOpen, clock, texts);
  return html`
    ${backLink(t('frame:speak.return'), () => show(undefined))}
    <h2 part="heading" tabindex="-1" data-heading>${t('frame:speak.title')}</h2>
    <p>${t('frame:speak.intro')}</p>
    ${
      open
        ? ''
        : html`<div class="calls">
            ${callLink({ ...urgent, words: t('frame:open.urgent', { number: urgent.shown }) }, true)}
          </div>`
    }
    <ul class="rows">
      <li>
        <a class="row" href="tel:${profile.phone.tel}">
          ${pictogram(call)}
          <span>
            <strong>${t('frame:speak.call')}</strong>
            <small
              ><bdi class="number" dir="ltr">${profile.phone.shown}</bdi><br />
              <span class=${open ? 'open' : ''}>${words}</span></small
            >
          </span>
        </a>
      </li>
      ${
        profile.offices.length
          ? html`<li>
              <button type="button" class="row" @click=${() => show('office')}>
                ${pictogram(storefront)}
                <span>
                  <strong>${t('frame:speak.office')}</strong>
                  <small>${t('frame:speak.office.choose')}</small>
                </span>
              </button>
            </li>`
          : ''
      }
      ${
        // Without a desk there is nobody to send it to.
        desk
          ? html`<li>
              <button type="button" class="row" @click=${() => show('message')}>
                ${pictogram(mail)}
                <span>
                  <strong>${t('frame:speak.message')}</strong>
                  <small
                    >${
                      profile.messageAnswerDays
                        ? t('frame:speak.message.answer', { count: profile.messageAnswerDays })
                        : t('frame:speak.message.answer-unknown')
                    }</small
                  >
                </span>
              </button>
            </li>`
          : ''
      }
    </ul>
  `;
}
