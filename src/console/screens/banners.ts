import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { timeOf } from '../../contract/opening-hours.ts';
import type { ConsoleApp } from '../app.ts';
import { writeRoute } from '../route.ts';
import type { Session } from '../../contract/staff.ts';
import { safetyTitle, t } from '../texts.ts';
import type { Workplace } from '../workplace.ts';

/** The line with the desk is broken: from when on she cannot trust what she sees. */
export const connection = ({ lostSince, retry }: Workplace): TemplateResult | typeof nothing =>
  lostSince === undefined
    ? nothing
    : html`<div class="strip">
        <p>
          ${t('live.lost')}
          ${t('live.lost.since', { time: timeOf(new Date(lostSince).toISOString(), 'nl') })}
        </p>
        <button class="button" type="button" @click=${retry}>${t('live.retry')}</button>
      </div>`;

/** Safety texts that tenants see and nobody has approved. */
export const unapproved = ({ unapproved: ids }: Session): TemplateResult | typeof nothing =>
  ids.length === 0
    ? nothing
    : html`<details class="unapproved">
        <summary>${t('unapproved.title', { count: ids.length })}</summary>
        <p>${t('unapproved.help')}</p>
        <ul>
          ${ids.map((id) => html`<li>${safetyTitle(id)} <code>${id}</code></li>`)}
        </ul>
      </details>`;

/** Reports that are here and nowhere else, though they should be: a link to what can be done. */
export const undelivered = ({ route, work }: ConsoleApp): TemplateResult | typeof nothing =>
  work.deliveries.count === 0
    ? nothing
    : html`<p class="undelivered">
        <a href=${writeRoute({ screen: 'deliveries', association: route.association })}
          >${t('deliveries.notice', { count: work.deliveries.count })}</a
        >
      </p>`;
