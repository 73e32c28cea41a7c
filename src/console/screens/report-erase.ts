import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ERASURE_REASONS } from '../../contract/staff.ts';
import type { Report } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { t } from '../texts.ts';

/** At the very end, and closed: it cannot be undone. */
export function eraseCard(app: ConsoleApp, report: Report): TemplateResult {
  const erasing = app.work.erasing.about(report.id);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await erasing.erase(report.reference))) return app.focusOn('erase-reference');
    app.go({ screen: 'reports', association: app.route.association });
    app.focusOn('list-title');
    await app.work.reports.list.load();
  };
  return html`
    <details class="card erase">
      <summary>${t('erase.title')}</summary>
      <p>${t('erase.intro')}</p>
      <p>${elsewhere(report)}</p>
      <form @submit=${send} novalidate>
        <fieldset class="group">
          <legend>${t('erase.why')}</legend>
          <div class="row">
            ${ERASURE_REASONS.map(
              (why) =>
                html`<label class="option">
                  <input
                    type="radio"
                    name="erase-why"
                    .checked=${erasing.why === why}
                    @change=${() => (erasing.why = why)}
                  />
                  ${t(`erase.why.${why}`)}
                </label>`,
            )}
          </div>
        </fieldset>
        <label for="erase-reference">${t('erase.reference')}</label>
        <p class="hint" id="erase-hint">
          ${t('erase.reference.hint', { reference: report.reference })}
        </p>
        ${erasing.error ? html`<p class="error" id="erase-error">${erasing.error}</p>` : nothing}
        <input
          id="erase-reference"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="erase-hint${erasing.error ? ' erase-error' : ''}"
          aria-invalid=${erasing.error ? 'true' : nothing}
          .value=${erasing.typed}
          @input=${(event: InputEvent) =>
            (erasing.typed = (event.target as HTMLInputElement).value)}
        />
        <button class="button">${t(erasing.busy ? 'erase.busy' : 'erase.go')}</button>
      </form>
    </details>
  `;
}

/** What is out of the desk's reach: where it went, by name as far as the desk knows. */
function elsewhere({ takenOverIn, history }: Report): string {
  const sent = history.filter(({ kind }) => kind === 'delivered').map(({ text }) => text);
  const places = [...new Set([...(takenOverIn ? [takenOverIn] : []), ...sent])];
  return places.length ? t('erase.sent-to', { places: places.join(', ') }) : t('erase.elsewhere');
}
