import { html, nothing } from 'lit';
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
import type { WayRow } from './way.ts';

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
 * The ways, always in this order. Those that are not here themselves are journeys of a component, and
 * called after its folder.
 */
export const ORDER = [
  'call',
  'callback-request',
  'appointment-picker',
  'office',
  'message',
] as const;

export interface WayActs {
  show: (view: SpeakView) => void;
  /** To her own form; undefined where there is none. */
  back: (() => void) | undefined;
  intro: string | undefined;
  /** The row of a way that is a component's; undefined where it is not offered, or not there yet. */
  late: (name: string) => TemplateResult | undefined;
  /** Whom she speaks, and in which languages. */
  whom: TemplateResult | undefined;
}

/** A way that opens in the panel. */
export const wayRow = (
  { pictogram: path, title, hint, leads }: WayRow,
  press: () => void,
): TemplateResult =>
  html`<button type="button" class="row ${leads ? 'calm' : ''}" @click=${press}>
    ${pictogram(path)}<span><strong>${title}</strong><small>${hint}</small></span>
  </button>`;

/** Each row acts at once; a way that the profile lacks is not there. */
export function ways({ profile, clock, desk }: Kit, texts: Texts, acts: WayActs): TemplateResult {
  const { t } = texts;
  const urgent = profile.urgentPhone;
  const { words, open } = openingInWords(profile.phoneOpen, clock, texts);
  const days = profile.messageAnswerDays;
  const rows: Partial<Record<(typeof ORDER)[number], () => TemplateResult | undefined>> = {
    call: () =>
      html`<a class="row" href="tel:${profile.phone.tel}">
        ${pictogram(call)}
        <span>
          <strong>${t('frame:speak.call')}</strong>
          <small
            ><bdi class="number" dir="ltr">${profile.phone.shown}</bdi><br />
            <span class=${open ? 'open' : ''}>${words}</span></small
          >
        </span>
      </a>`,
    office: () =>
      profile.offices.length
        ? wayRow(
            {
              pictogram: storefront,
              title: t('frame:speak.office'),
              hint: t('frame:speak.office.choose'),
            },
            () => acts.show('office'),
          )
        : undefined,
    // Without a desk there is nobody to send it to.
    message: () =>
      desk &&
      wayRow(
        {
          pictogram: mail,
          title: t('frame:speak.message'),
          hint: days
            ? t('frame:speak.message.answer', { count: days })
            : t('frame:speak.message.answer-unknown'),
        },
        () => acts.show('message'),
      ),
  };
  return html`
    ${acts.back ? backLink(t('frame:speak.return'), acts.back) : nothing}
    <h2 part="heading" tabindex="-1" data-heading>${t('frame:speak.title')}</h2>
    ${acts.intro ? html`<p>${acts.intro}</p>` : nothing}
    ${
      open
        ? nothing
        : html`<div class="calls">
            ${callLink({ ...urgent, words: t('frame:open.urgent', { number: urgent.shown }) }, true)}
          </div>`
    }
    <ul class="rows">
      ${ORDER.map((name) => {
        const row = rows[name] ? rows[name]() : acts.late(name);
        return row ? html`<li>${row}</li>` : nothing;
      })}
    </ul>
    ${acts.whom ?? nothing}
  `;
}
