import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeliveryLine } from '../../contract/delivery.ts';
import type { ConsoleApp } from '../app.ts';
import { when } from '../format.ts';
import { writeRoute } from '../route.ts';
import { t } from '../texts.ts';
import { urgencyBadge } from './badge.ts';
import { empty, failed, loading } from './states.ts';

/** What did not reach the association's own systems, and what she can do about it. */
export function deliveriesScreen(app: ConsoleApp): TemplateResult {
  const { deliveries } = app.work;
  const { value, busy, failed: why } = deliveries.remote;
  return html`
    <h1 id="deliveries-title" tabindex="-1">${t('title.deliveries')}</h1>
    ${value?.length ? html`<p class="lead">${t('deliveries.help')}</p>` : nothing}
    ${why ? failed('fault.deliveries', why, () => deliveries.load()) : nothing}
    ${!value && busy ? loading() : nothing}
    ${value && !value.length ? empty('deliveries.empty', 'deliveries.empty.help') : nothing}
    ${repeat(
      value ?? [],
      ({ id }) => id,
      (line) => one(app, line),
    )}
  `;
}

function one(app: ConsoleApp, line: DeliveryLine): TemplateResult {
  const { deliveries } = app.work;
  const { id, report, to } = line;
  const error = deliveries.errors.get(id);
  const takeOver = async () => {
    if (await deliveries.act(line, 'taken-over')) app.focusOn('deliveries-title');
  };
  return html`
    <article class="card message" aria-labelledby="delivery-${id}">
      <p class="marks">${urgencyBadge(report.urgency)}</p>
      <h2 id="delivery-${id}">
        <a
          href=${writeRoute({
            screen: 'reports',
            association: app.route.association,
            report: report.id,
          })}
          >${report.what}</a
        >
      </h2>
      <ul class="facts">
        <li>${t('deliveries.reference', { reference: report.reference })}</li>
        <li>${t('report.since', { when: when(line.receivedAt) })}</li>
      </ul>
      <p class="strong">${t('deliveries.not-with', { to })}</p>
      <p>${t(`delivery.failure.${line.why}`)}</p>
      <p>${next(line, deliveries.isTrying(id))}</p>
      ${error ? html`<p class="error">${error}</p>` : nothing}
      <div class="choices">
        <button
          class="button"
          type="button"
          aria-describedby="delivery-${id}"
          @click=${() => void deliveries.act(line, 'try')}
        >
          ${t('deliveries.try')}
        </button>
        <button
          class="button"
          type="button"
          aria-describedby="delivery-${id}"
          @click=${() => void takeOver()}
        >
          ${t('deliveries.take-over')}
        </button>
      </div>
    </article>
  `;
}

function next({ to, nextAt, attempts }: DeliveryLine, trying: boolean): string {
  if (trying) return t('deliveries.trying', { to });
  const tried = t('deliveries.tried', { count: attempts });
  const after = nextAt ? t('deliveries.next', { when: when(nextAt) }) : t('deliveries.given-up');
  return `${tried} ${after}`;
}
