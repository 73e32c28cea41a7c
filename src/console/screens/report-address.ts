import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Report, ReportLine } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { when } from '../format.ts';
import type { Leads } from '../merging.ts';
import { t } from '../texts.ts';
import { reportLink } from './list.ts';

/** Is somebody already on to it, was this mended before, or is it the whole building? */
export const addressCard = (app: ConsoleApp, report: Report): TemplateResult => html`
  <section class="card" aria-labelledby="address-title">
    <h3 id="address-title" tabindex="-1">${t('address.title')}</h3>
    ${
      report.atAddress.length || report.inBuilding.length
        ? html`${group(app, report, 'here')} ${group(app, report, 'building')}`
        : html`<p class="quiet">${t('address.none')}</p>`
    }
  </section>
`;

function group(app: ConsoleApp, report: Report, which: 'here' | 'building') {
  const lines = which === 'here' ? report.atAddress : report.inBuilding;
  if (!lines.length) return nothing;
  return html`<h4 id="address-${which}">${t(`address.${which}`)}</h4>
    <ul class="lines" aria-labelledby="address-${which}">
      ${repeat(
        lines,
        ({ id }) => id,
        (line) => html`<li>${reportLink(app, line)} ${merge(app, report, line)}</li>`,
      )}
    </ul>`;
}

/** "Brink 14", of "Brink 14, 9401 AB Assen". */
const short = (where: string): string => where.split(',')[0] || where;

function merge(app: ConsoleApp, report: Report, line: ReportLine) {
  const merging = app.work.merging.about(report.id);
  if (!merging.can(report, line)) return nothing;
  if (merging.other?.id === line.id) return which(app, report, line);
  const ask = () => {
    merging.ask(report, line);
    app.focusOn(`leads-${merging.leads}`);
  };
  return html`<button
    class="button merge"
    type="button"
    id="merge-${line.id}"
    aria-label=${t('together.with', { where: short(line.where), reference: line.reference })}
    @click=${ask}
  >
    ${t('together.button', { where: short(line.where) })}
  </button>`;
}

/** Nothing is lost by it, so it is asked once and not twice: only which of the two goes on. */
function which(app: ConsoleApp, report: Report, line: ReportLine): TemplateResult {
  const { merging } = app.work;
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await merging.merge(report))) return app.focusOn(`leads-${merging.leads}`);
    app.focusOn('together-title');
    await app.work.refresh();
  };
  const stop = () => {
    merging.stop();
    app.focusOn(`merge-${line.id}`);
  };
  const equal = report.urgency === line.urgency;
  const words = (leads: Leads, { where, what, urgency, receivedAt }: ReportLine) =>
    html`${t(`together.leads.${leads}`)} <b>${t(`urgency.${urgency}`)}</b>, <bdi>${what}</bdi>,
      <bdi>${short(where)}</bdi>, ${t('report.since', { when: when(receivedAt) })}`;
  const choice = (leads: Leads, one: ReportLine, other: ReportLine) => {
    if (!merging.mayLead(one, other)) return html`<p>${words(leads, one)}</p>`;
    return html`<label class="radio">
      <input
        type="radio"
        name="leads"
        id="leads-${leads}"
        .checked=${merging.leads === leads}
        @change=${() => (merging.leads = leads)}
      />
      <span>${words(leads, one)}</span>
    </label>`;
  };
  return html`<form class="which" @submit=${send}>
    <fieldset aria-describedby="leads-hint">
      <legend>${t('together.which')}</legend>
      <p class="hint" id="leads-hint">
        ${equal ? nothing : t('together.hint.urgent')} ${t('together.hint')}
      </p>
      ${merging.error ? html`<p class="error">${merging.error}</p>` : nothing}
      ${choice('this', report, line)} ${choice('other', line, report)}
    </fieldset>
    <div class="choices">
      <button class="button primary">${t(merging.busy ? 'together.busy' : 'together.go')}</button>
      <button class="button" type="button" @click=${stop}>${t('together.stop')}</button>
    </div>
  </form>`;
}
