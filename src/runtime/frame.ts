import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Language } from '../contract/languages.ts';
import { backLink } from './back.ts';
import type { Kit } from './kit.ts';
import {
  comingLanguage,
  dutchControl,
  easyControl,
  languageControl,
} from './fields/language-control.ts';
import type { Progress } from './journey/progress.ts';
import type { SpeakPanel } from './speak/panel.ts';
import type { Texts } from './texts.ts';

/** What the frame says above an element's own screens. */
export interface FrameFacts {
  /** "Deel 2 van 5: wat is er kapot?" and how far the bar is, from 0 to 1. */
  progress?: Progress;
  /** Shows the way back. */
  back?: () => void;
  /** On its way or there: its own screen says how the line is. */
  sending?: boolean;
  /** In danger the call buttons are the way to a person: the only exception. */
  danger?: boolean;
  /** It is the way to a person itself: there is no other under it. */
  ways?: boolean;
}

export interface FrameContext extends FrameFacts {
  /** Where she is: each screen is an element of its own. */
  screen: string;
  kit: Kit;
  texts: Texts;
  direction: 'ltr' | 'rtl';
  online: boolean;
  /** False when a reload would forget what was filled in. */
  durable: boolean;
  said: string;
  speak: SpeakPanel;
  /** A language that is on its way, and late. */
  coming: Language | undefined;
  /** The Dutch beside every text. */
  besideDutch: boolean;
  /** "Lees voor", where the device can. */
  readAloud: TemplateResult | typeof nothing | undefined;
  chooseLanguage: (language: Language) => void;
  showDutch: (on: boolean) => void;
}

/**
 * Around every screen of every element, always in this order: language, how far, the way back, the
 * screen itself, the way to a person.
 */
export const frame = (
  context: FrameContext,
  content: TemplateResult | typeof nothing,
): TemplateResult => {
  const { texts, speak } = context;
  const opened = speak.view && (!context.danger || speak.view === 'alarm');
  return html`<div class="frame" part="frame" lang=${texts.language} dir=${context.direction}>
    ${
      opened || context.ways
        ? html`<div class="inner top">${languages(context)}</div>
            ${opened ? speak.whole() : content}`
        : html`<div class="inner">
              ${languages(context)} ${context.progress ? progressBar(context.progress) : nothing}
              ${context.back ? backLink(texts.t('frame:back'), context.back) : nothing}
              ${
                context.online || context.sending
                  ? nothing
                  : html`<p class="notice warn">${texts.t('frame:offline')}</p>`
              }
              ${
                context.durable
                  ? nothing
                  : html`<p class="notice warn">${texts.t('frame:forgetful')}</p>`
              }
              ${screen(context.screen, content)}
            </div>
            ${context.danger ? nothing : speak.strip()}`
    }
    <div class="visually-hidden" aria-live="polite" aria-atomic="true">${context.said}</div>
  </div>`;
};

/** In which words: on every screen, also those of the way to a person. */
const languages = (context: FrameContext): TemplateResult => {
  const { kit, texts, coming } = context;
  const offered = kit.profile.languages;
  const switches = html`${easyControl(texts, offered, context.chooseLanguage)}
  ${dutchControl(texts, context.besideDutch, context.showDutch)}`;
  return html`<div class="head">
      ${languageControl(texts, offered, context.chooseLanguage, switches)}
      <div class="unfolded">${switches}</div>
      ${context.readAloud}
    </div>
    ${coming ? comingLanguage(texts, coming) : nothing}`;
};

/**
 * One element a screen, so that the old one goes as a whole: when only the pressed control goes,
 * Chromium says nothing of it, and Orca 43 then takes the new heading for old news and is silent. The
 * attribute says what is so without it, and keeps the element in the accessibility tree.
 */
const screen = (id: string, content: TemplateResult | typeof nothing): unknown =>
  keyed(id, html`<div aria-live="off">${content}</div>`);

export const progressBar = ({ text, share }: Progress): TemplateResult => html`
  <p class="progress" part="status">${text}</p>
  <div class="bar" aria-hidden="true">
    <span .style=${`inline-size:${Math.round(share * 100)}%`}></span>
  </div>
`;

export const faultScreen = (texts: Texts, again: () => void): TemplateResult => html`
  <h2 part="heading" tabindex="-1" data-heading>${texts.t('frame:fault.title')}</h2>
  <p>${texts.t('frame:fault.kept')} ${texts.t('frame:fault.help')}</p>
  <div class="actions">
    <button type="button" class="button primary" @click=${again}>${texts.t('frame:again')}</button>
  </div>
`;
