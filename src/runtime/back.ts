import { html } from 'lit';
import type { TemplateResult } from 'lit';
import arrow from '../generated/pictograms/arrow_back.ts';
import { pictogram } from './pictogram.ts';

/** The way back, at the top of whatever it leads back from. */
export const backLink = (text: string, back: () => void): TemplateResult =>
  html`<button type="button" class="link no-print" @click=${back}>
    ${pictogram(arrow, 'mirrored')} <span>${text}</span>
  </button>`;
