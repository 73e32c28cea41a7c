import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { DayFigures, Figures } from '../../contract/figures.ts';
import { DUTCH_TIME } from '../../contract/opening-hours.ts';
import { urgencies } from '../../contract/triage/types.ts';
import type { ConsoleApp } from '../app.ts';
import { when } from '../format.ts';
import { writeRoute } from '../route.ts';
import { t } from '../texts.ts';
import { failed, loading } from './states.ts';

/** How the queue stands, on a screen of its own: where there is no room for it beside the list. */
export const figuresScreen = (app: ConsoleApp): TemplateResult => html`
  <h1 id="figures-title" tabindex="-1">${t('title.figures')}</h1>
  ${figures(app)}
`;

/** The queue in words and two small tables: what a chart would say, also to who cannot see one. */
export function figures(app: ConsoleApp): TemplateResult {
  const { value, failed: why } = app.work.figures.remote;
  if (!value) return why ? failed('fault.figures', why, app.work.figures.load) : loading();
  const [today] = value.days;
  return html`<div class="figures">
    ${today ? html`<p class="lead">${todayInWords(today)}</p>` : nothing} ${oldest(app, value)}
    <table>
      <caption>
        ${t('figures.open')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('figures.urgency')}</th>
          <th scope="col">${t('figures.count')}</th>
        </tr>
      </thead>
      <tbody>
        ${urgencies.map(
          (urgency) =>
            html`<tr>
              <th scope="row">${t(`urgency.${urgency}`)}</th>
              <td>${value.open[urgency]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <table>
      <caption>
        ${t('figures.week')}
        <span>${t('figures.week.help')}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('figures.day')}</th>
          <th scope="col">${t('figures.in')}</th>
          <th scope="col">${t('figures.usual')}</th>
          <th scope="col">${t('figures.done')}</th>
        </tr>
      </thead>
      <tbody>
        ${value.days.map(
          (day) =>
            html`<tr>
              <th scope="row">${dayInWords(day)}</th>
              <td>${day.in}</td>
              <td>${day.usual}</td>
              <td>${day.done}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet">${t('figures.nobody')}</p>
  </div>`;
}

/** "woensdag 25": which month it is, everybody knows of the last seven days. */
const dayInWords = ({ date }: DayFigures): string =>
  new Intl.DateTimeFormat('nl', { ...DUTCH_TIME, weekday: 'long', day: 'numeric' }).format(
    Date.parse(`${date}T12:00:00Z`),
  );

const todayInWords = (today: DayFigures): string =>
  `${t('figures.today.in', { count: today.in })} ${t('figures.today.done', { count: today.done })}`;

function oldest({ route }: ConsoleApp, { oldest: found }: Figures): TemplateResult {
  if (!found) return html`<p>${t('figures.oldest.none')}</p>`;
  const address = writeRoute({
    screen: 'reports',
    association: route.association,
    report: found.id,
  });
  return html`<p>
    ${t('figures.oldest')}
    <a href=${address}
      >${t(`urgency.${found.urgency}`)}, ${t('report.since', { when: when(found.receivedAt) })}</a
    >
  </p>`;
}
