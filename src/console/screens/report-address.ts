import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { t } from '../texts.ts';
import { reportLink } from './list.ts';

/** Is somebody already on to it, or was this mended before? */
export const addressCard = (app: ConsoleApp, { atAddress }: Report): TemplateResult => html`
  <section class="card" aria-labelledby="address-title">
    <h3 id="address-title">${t('address.title')}</h3>
    ${
      atAddress.length
        ? html`<ul class="lines">
            ${atAddress.map((line) => html`<li>${reportLink(app, line)}</li>`)}
          </ul>`
        : html`<p class="quiet">${t('address.none')}</p>`
    }
  </section>
`;
