import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** "vandaag 08:41 · Arabisch": each fact stays whole where it fits, and a line neither begins nor ends with a dot. */
export const dotted = (facts: readonly unknown[]): TemplateResult =>
  html`<span class="dotted"
    >${facts.map((fact, at) => html`<span>${at ? html`<i> · </i>` : nothing}${fact}</span>`)}</span
  >`;
