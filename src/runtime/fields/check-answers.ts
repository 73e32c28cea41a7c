import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { SummaryRow } from '../../contract/summary.ts';
import type { Texts } from '../texts.ts';

/** Every answer with "Aanpassen", which leads to its screen and back. */
export const checkAnswers = (
  texts: Texts,
  rows: readonly SummaryRow[],
  change: (screen: string) => void,
): TemplateResult => html`
  <dl class="answers">
    ${rows.map(
      (row) =>
        html`<div>
          <dt>${row.label}</dt>
          <dd><bdi dir=${row.ltr ? 'ltr' : 'auto'}>${row.value}</bdi></dd>
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
        </div>`,
    )}
  </dl>
`;
