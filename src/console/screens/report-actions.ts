import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { STATUSES } from '../../contract/staff.ts';
import type { Report } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import type { OpenReport } from '../open-report.ts';
import { t } from '../texts.ts';

/** What a member of staff does: say how far it is, and leave a note. */
export const actionCards = (app: ConsoleApp, report: Report): TemplateResult => html`
  ${statusCard(app.work.open, report)} ${hintsCard(report)} ${noteCard(app)}
`;

const statusCard = (open: OpenReport, report: Report): TemplateResult => html`
  <section class="card" aria-labelledby="status-title">
    <h3 id="status-title">${t('status.title')}</h3>
    ${report.mergedInto ? html`<p>${t('together.status', report.mergedInto)}</p>` : choices(open, report)}
    ${open.statusError ? html`<p class="error">${open.statusError}</p>` : nothing}
  </section>
`;

const choices = (open: OpenReport, report: Report): TemplateResult =>
  html`<div class="choices" role="group" aria-labelledby="status-title">
    ${STATUSES.map(
      (status) =>
        html`<button
          class="button choice"
          type="button"
          aria-pressed=${(open.saving ?? report.status) === status ? 'true' : 'false'}
          @click=${() => void open.setStatus(status)}
        >
          ${t(`status.${status}`)}
        </button>`,
    )}
  </div>`;

const hintsCard = ({ payer, specialism }: Report): TemplateResult | typeof nothing =>
  !payer && !specialism
    ? nothing
    : html`<section class="card hints" aria-labelledby="hints-title">
        <h3 id="hints-title">${t('hints.title')}</h3>
        <p class="hint">${t('hints.help')}</p>
        <dl class="answers">
          ${
            payer
              ? html`<div>
                  <dt>${t('hints.payer')}</dt>
                  <dd>${t(`payer.${payer}`)}</dd>
                </div>`
              : nothing
          }
          ${
            specialism
              ? html`<div>
                  <dt>${t('hints.specialism')}</dt>
                  <dd>${specialism}</dd>
                </div>`
              : nothing
          }
        </dl>
      </section>`;

function noteCard(app: ConsoleApp): TemplateResult {
  const { open } = app.work;
  const { draft } = open;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await open.saveNote())) app.focusOn('note');
  };
  return html`
    <section class="card" aria-labelledby="notes-title">
      <h3 id="notes-title">${t('notes.title')}</h3>
      <form @submit=${save}>
        <label for="note">${t('notes.label')}</label>
        <p class="hint" id="note-hint">${t('notes.hint')}</p>
        ${draft.error ? html`<p class="error" id="note-error">${draft.error}</p>` : nothing}
        <textarea
          id="note"
          rows="3"
          aria-describedby="note-hint${draft.error ? ' note-error' : ''}"
          aria-invalid=${draft.error ? 'true' : nothing}
          .value=${draft.text}
          @input=${(event: InputEvent) =>
            open.typeNote((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <button class="button">${t(draft.busy ? 'notes.saving' : 'notes.save')}</button>
      </form>
    </section>
  `;
}
