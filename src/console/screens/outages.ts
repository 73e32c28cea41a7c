import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { LIMITS } from '../../contract/checks.ts';
import { OUTAGE_KINDS } from '../../contract/outages.ts';
import type { Outage, OutageKind } from '../../contract/outages.ts';
import type { ConsoleApp } from '../app.ts';
import { when } from '../format.ts';
import type { OutageField } from '../outages.ts';
import { t } from '../texts.ts';
import { empty, failed, loading } from './states.ts';

/** What we know to be broken: tenants in those streets read it before they report it. */
export function outagesScreen(app: ConsoleApp): TemplateResult {
  const { remote } = app.work.outages;
  const all = remote.value ?? [];
  const over = ({ until, endedAt }: Outage) =>
    endedAt !== undefined || Date.parse(until) <= Date.now();
  const past = all.filter(over);
  return html`
    <h1 id="outages-title" tabindex="-1">${t('title.outages')}</h1>
    <p class="lead">${t('outages.intro')}</p>
    ${remote.failed ? failed('fault.outages', remote.failed, () => app.work.outages.load()) : nothing}
    ${!remote.value && remote.busy ? loading() : nothing}
    ${remote.value && all.length === past.length ? empty('outages.empty', 'outages.empty.help') : nothing}
    ${all.filter((outage) => !over(outage)).map((outage) => card(app, outage, false))} ${form(app)}
    ${
      past.length
        ? html`<h2>${t('outages.past')}</h2>
            ${past.map((outage) => card(app, outage, true))}`
        : nothing
    }
  `;
}

function card(app: ConsoleApp, outage: Outage, over: boolean): TemplateResult {
  const end = async () => {
    app.focusOn('outages-title');
    await app.work.outages.end(outage);
  };
  return html`
    <article class="card message" aria-labelledby="outage-${outage.id}">
      <p class="marks">
        <span class="badge ${over ? 'standard' : 'soon'}"
          >${t(over ? 'outages.over' : 'outages.now')}</span
        >
      </p>
      <h2 id="outage-${outage.id}">${t(`outages.kind.${outage.kind}`)}</h2>
      <ul class="facts">
        <li class="strong">${outage.areas.join(', ')}</li>
        <li>${t('outages.until.shown', { when: when(outage.endedAt ?? outage.until) })}</li>
        <li>${t('outages.by', { by: outage.by, when: when(outage.startedAt) })}</li>
        <li>${t('outages.reports', { count: outage.reports })}</li>
      </ul>
      ${outage.text ? html`<blockquote>${outage.text}</blockquote>` : nothing}
      ${
        over
          ? nothing
          : html`<button
              class="button"
              type="button"
              aria-describedby="outage-${outage.id}"
              @click=${() => void end()}
            >
              ${t('outages.end')}
            </button>`
      }
    </article>
  `;
}

function form(app: ConsoleApp): TemplateResult {
  const { outages } = app.work;
  const { draft } = outages;
  const tell = async (event: SubmitEvent) => {
    event.preventDefault();
    const first = await outages.tell();
    app.focusOn(first === undefined ? 'outages-title' : `outage-${first}`);
  };
  const value = (event: Event) =>
    (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
  return html`
    <section class="card" aria-labelledby="outage-new">
      <h2 id="outage-new">${t('outages.new')}</h2>
      <form class="fields" @submit=${tell} novalidate>
        ${
          outages.fault
            ? html`<p class="error" id="outage-fault" tabindex="-1">${outages.fault}</p>`
            : nothing
        }
        ${field(
          app,
          'kind',
          (described) => html`
            <select
              id="outage-kind"
              aria-describedby=${described}
              aria-invalid=${outages.errors.has('kind') ? 'true' : nothing}
              .value=${draft.kind}
              @change=${(event: Event) => outages.type('kind', value(event) as OutageKind)}
            >
              <option value="">${t('outages.kind.choose')}</option>
              ${OUTAGE_KINDS.map(
                (kind) =>
                  html`<option value=${kind} ?selected=${draft.kind === kind}>
                    ${t(`outages.kind.${kind}`)}
                  </option>`,
              )}
            </select>
          `,
        )}
        ${field(
          app,
          'areas',
          (described) => html`
            <textarea
              id="outage-areas"
              rows="2"
              aria-describedby=${described}
              aria-invalid=${outages.errors.has('areas') ? 'true' : nothing}
              .value=${draft.areas}
              @input=${(event: Event) => outages.type('areas', value(event))}
            ></textarea>
          `,
        )}
        ${field(
          app,
          'until',
          (described) => html`
            <input
              id="outage-until"
              type="datetime-local"
              aria-describedby=${described}
              aria-invalid=${outages.errors.has('until') ? 'true' : nothing}
              .value=${draft.until}
              @input=${(event: Event) => outages.type('until', value(event))}
            />
          `,
        )}
        ${field(
          app,
          'text',
          (described) => html`
            <textarea
              id="outage-text"
              rows="2"
              maxlength=${LIMITS.text}
              aria-describedby=${described}
              aria-invalid=${outages.errors.has('text') ? 'true' : nothing}
              .value=${draft.text}
              @input=${(event: Event) => outages.type('text', value(event))}
            ></textarea>
          `,
        )}
        <button class="button">${t(outages.busy ? 'outages.telling' : 'outages.tell')}</button>
      </form>
    </section>
  `;
}

/** Label, what it is for, what is wrong with it, and the control itself. */
const field = (
  app: ConsoleApp,
  id: OutageField,
  control: (described: string) => TemplateResult,
): TemplateResult => {
  const error = app.work.outages.errors.get(id);
  return html`<div>
    <label for="outage-${id}">${t(`outages.${id}.label`)}</label>
    <p class="hint" id="outage-${id}-hint">${t(`outages.${id}.hint`)}</p>
    ${error ? html`<p class="error" id="outage-${id}-error">${error}</p>` : nothing}
    ${control(`outage-${id}-hint${error ? ` outage-${id}-error` : ''}`)}
  </div>`;
};
