import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SummaryRow } from '../../contract/summary.ts';
import { withNumbers } from '../numbers.ts';
import type { Texts } from '../texts.ts';

/**
 * Every answer with "Aanpassen", which leads to its screen and back.
 * @param media what of an answer is seen or heard, under its words
 */
export const checkAnswers = (
  texts: Texts,
  rows: readonly SummaryRow[],
  change: (screen: string) => void,
  media: (id: string) => TemplateResult | undefined = () => undefined,
): TemplateResult => html`
  <dl class="answers">
    ${rows.map((row) => {
      const more = media(row.id);
      return html`<div>
        <dt>${row.label}</dt>
        <dd><bdi dir=${row.ltr ? 'ltr' : 'auto'}>${withNumbers(row.value)}</bdi></dd>
        ${more ? html`<dd class="media">${more}</dd>` : nothing}
        <dd class="change">
          <button
            type="button"
            class="link"
            aria-label="${texts.t('frame:change')}: ${row.label}"
            @click=${() => change(row.screen)}
          >
            ${texts.t('frame:change')}
          </button>
        </dd>
      </div>`;
    })}
  </dl>
`;
