import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsoleApp } from '../app.ts';
import { writeRoute } from '../route.ts';
import { t } from '../texts.ts';
import { addressCard } from './report-address.ts';
import { actionCards } from './report-actions.ts';
import { eraseCard } from './report-erase.ts';
import { figures } from './figures.ts';
import { historyCard } from './report-history.ts';
import { togetherCard } from './report-together.ts';
import { topBox } from './report-top.ts';
import { voiceCard } from './report-voice.ts';
import { wordsCard } from './report-words.ts';
import { empty, failed, loading } from './states.ts';

/** The report that is open, or how to open one. */
export function reportPane(app: ConsoleApp): TemplateResult {
  const { route, work } = app;
  if (route.screen !== 'reports' || !route.report)
    return html`<div class="choose">
      ${empty('list.choose', 'list.choose.help')}
      <section aria-labelledby="queue-title">
        <h2 id="queue-title">${t('title.figures')}</h2>
        ${figures(app)}
      </section>
    </div>`;
  const { value, failed: why } = work.open.remote;
  return html`
    <p class="back">
      <a href=${writeRoute({ screen: 'reports', association: route.association })}
        ><span aria-hidden="true">‹</span> ${t('nav.back')}</a
      >
    </p>
    ${why && !value ? noReport(app) : value ? whole(app) : loading()}
  `;
}

function noReport({ work: { open } }: ConsoleApp): TemplateResult {
  const why = open.remote.failed ?? 'fault';
  if (why !== 'not-found') return failed('fault.report', why, () => open.load(), 'report-title');
  return html`
    <h2 id="report-title" tabindex="-1">${t('report.not-found')}</h2>
    <p>${t('report.not-found.help')}</p>
  `;
}

function whole(app: ConsoleApp): TemplateResult {
  const { open } = app.work;
  const report = open.remote.value;
  if (!report) return loading();
  return html`
    ${topBox(app, report)}
    ${open.remote.failed ? failed('fault.report', open.remote.failed, () => open.load()) : ''}
    ${togetherCard(app, report)}
    <div class="cards">
      <div class="column">${wordsCard(report)} ${voiceCard(report)}</div>
      <div class="column">
        <section class="card" aria-labelledby="photos-title">
          <h3 id="photos-title">${t('photos.title')}</h3>
          ${
            report.pictures.length
              ? html`<console-photos .pictures=${report.pictures}></console-photos>`
              : html`<p class="quiet">${t('photos.none')}</p>`
          }
        </section>
        ${addressCard(app, report)} ${actionCards(app, report)} ${historyCard(report)}
        ${eraseCard(app, report)}
      </div>
    </div>
  `;
}
