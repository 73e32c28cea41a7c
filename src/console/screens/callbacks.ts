import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CallbackLine } from '../../contract/staff-callback.ts';
import type { ConsoleApp } from '../app.ts';
import { isDutch, languageName, promisedTime } from '../format.ts';
import { writeRoute } from '../route.ts';
import { t } from '../texts.ts';
import { callbackPane } from './callback.ts';
import { empty, failed, loading } from './states.ts';

/** Who is to be called, by the time that was promised, and beside it the one that is open. */
export const callbacksScreen = (app: ConsoleApp): TemplateResult => html`
  <section class="list-pane" aria-labelledby="callbacks-title">
    <div class="list-scroll">${listPane(app)}</div>
  </section>
  <section class="report-pane" aria-label=${t('callbacks.pane')}>${callbackPane(app)}</section>
`;

function listPane(app: ConsoleApp): TemplateResult {
  const { callbacks } = app.work;
  const { value, busy, failed: why } = callbacks.list;
  return html`
    <h1 id="callbacks-title" tabindex="-1">${t('title.callbacks')}</h1>
    ${value ? html`<p class="queue">${t('callbacks.figures', { ...value.figures })}</p>` : nothing}
    ${value && value.teams.length > 1 ? teams(app, value.teams) : nothing}
    ${why ? failed('fault.callbacks', why, () => callbacks.load()) : nothing}
    ${!value && busy ? loading() : nothing}
    ${value && !callbacks.items.length ? empty('callbacks.empty', 'callbacks.empty.help') : nothing}
    <ul class="lines">
      ${repeat(
        callbacks.items,
        ({ id }) => id,
        (line) => html`<li>${link(app, line)}</li>`,
      )}
    </ul>
  `;
}

const teams = (
  { work: { callbacks } }: ConsoleApp,
  all: readonly { id: string; name: string }[],
): TemplateResult => html`
  <p class="team">
    <label for="team">${t('callbacks.team')}</label>
    <select
      id="team"
      .value=${callbacks.team}
      @change=${(event: Event) => callbacks.choose((event.target as HTMLSelectElement).value)}
    >
      <option value="">${t('callbacks.team.all')}</option>
      ${all.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    </select>
  </p>
`;

function link(app: ConsoleApp, line: CallbackLine): TemplateResult {
  const { route } = app;
  const open = route.screen === 'callbacks' && route.callback === line.id;
  const facts = [
    line.team.name,
    isDutch(line.language) ? '' : languageName(line.language),
    line.interpreter ? t('callbacks.interpreter') : '',
    line.spoken ? t('list.spoken') : '',
    line.filledIn ? t('callbacks.filled-in') : '',
  ].filter(Boolean);
  return html`<a
    class="line"
    id="callback-${line.id}"
    href=${writeRoute({ screen: 'callbacks', association: route.association, callback: line.id })}
    aria-current=${open ? 'true' : nothing}
  >
    <span class="marks">${marks(line)}</span>
    <span class="what">${promisedTime(line)}</span>
    <span class="where"
      ><bdi class="who-called">${line.who || t('report.no-name')}</bdi> ·
      ${t(`callbacks.topic.${line.topic}`)}</span
    >
    <span class="facts">${facts.join(' · ')}</span>
  </a>`;
}

/** Whether it is late, whether somebody calls, and how often nobody answered; in words. */
export const marks = ({ late, claimed, misses }: CallbackLine): TemplateResult => html`
  ${late ? html`<span class="badge urgent">${t('callbacks.late')}</span>` : nothing}
  ${
    claimed
      ? html`<span class="badge standard"
          >${claimed.mine ? t('callbacks.mine') : t('callbacks.calling', { name: claimed.by })}</span
        >`
      : nothing
  }
  ${misses ? html`<span class="badge soon">${t('callbacks.misses', { count: misses })}</span>` : nothing}
`;
