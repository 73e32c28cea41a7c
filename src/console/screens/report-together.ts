import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Report } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { t } from '../texts.ts';
import { reportLink } from './list.ts';

/** Reports that are one and the same: where the one that leads is, or which ones it leads. */
export function togetherCard(app: ConsoleApp, report: Report): TemplateResult | typeof nothing {
  const { together, mergedInto } = report;
  if (!together.length) return nothing;
  const merging = app.work.merging.about(report.id);
  const part = async (one: { id: string; reference: string }) => {
    if (!(await merging.part(one))) return;
    app.focusOn('report-title');
    await app.work.refresh();
  };
  return html`<section class="card together" aria-labelledby="together-title">
    <h3 id="together-title" tabindex="-1">
      ${t(mergedInto ? 'together.follows' : 'together.leads')}
    </h3>
    <p>${t(mergedInto ? 'together.follows.help' : 'together.leads.help')}</p>
    ${merging.error && !merging.other ? html`<p class="error">${merging.error}</p>` : nothing}
    <ul class="lines">
      ${repeat(
        together,
        ({ id }) => id,
        (line) => {
          // From here it is the one that follows that goes its own way.
          const one = mergedInto ? report : line;
          return html`<li>
            ${reportLink(app, line)}
            <button class="button merge" type="button" @click=${() => void part(one)}>
              ${mergedInto ? t('together.part.this') : t('together.part', { reference: line.reference })}
            </button>
          </li>`;
        },
      )}
    </ul>
  </section>`;
}
