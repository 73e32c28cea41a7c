import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dayOf, timeOf } from '../../contract/opening-hours.ts';
import type { CallbackDetail, CallbackOutcome } from '../../contract/staff-callback.ts';
import type { ConsoleApp } from '../app.ts';
import { t } from '../texts.ts';

/** After this many calls that nobody answered she decides; the next try is planned all the same. */
const MOST_MISSES = 3;

/** "Ik bel nu", and then how it went. */
export function callCard(
  app: ConsoleApp,
  callback: CallbackDetail,
): TemplateResult | typeof nothing {
  const { callbacks } = app.work;
  const { claimed, state, misses } = callback;
  if (state !== 'open') return nothing;
  return html`<section class="card calling" aria-labelledby="calling-title">
    <h3 id="calling-title" tabindex="-1">
      ${claimed?.mine ? t('callbacks.how-it-went') : t('callbacks.call')}
    </h3>
    ${misses >= MOST_MISSES ? html`<p>${t('callbacks.misses.enough')}</p>` : nothing}
    ${callbacks.error ? html`<p class="error" role="alert">${callbacks.error}</p>` : nothing}
    ${claimed?.mine ? outcomes(app, callback) : claimed ? somebody(claimed.by) : take(app)}
  </section>`;
}

const somebody = (by: string): TemplateResult =>
  html`<p class="strong">${t('callbacks.calling', { name: by })}</p>
    <p>${t('callbacks.calling.help')}</p>`;

const take = (app: ConsoleApp): TemplateResult =>
  html`<p>${t('callbacks.call.help')}</p>
    <button class="button primary" type="button" @click=${() => void claim(app)}>
      ${t('callbacks.take')}
    </button>`;

async function claim(app: ConsoleApp): Promise<void> {
  await app.work.callbacks.claim();
  app.focusOn('calling-title');
}

/** What had the focus is gone: on to the list, in which the call has another place or none. */
async function end(app: ConsoleApp, outcome: CallbackOutcome): Promise<void> {
  const done = await app.work.callbacks.end(outcome);
  app.focusOn(done ? 'callback-title' : 'calling-title');
}

function outcomes(app: ConsoleApp, callback: CallbackDetail): TemplateResult {
  const { callbacks } = app.work;
  const note = () => callbacks.note.trim();
  const say = (kind: 'reached' | 'no-answer') => () => void end(app, { kind, note: note() });
  const release = async () => {
    await callbacks.release();
    app.focusOn('calling-title');
  };
  const ask = (what: 'later' | 'passed-on') => () => {
    callbacks.ask(callbacks.asking === what ? undefined : what);
    if (callbacks.asking) app.focusOn(`ask-${what}`);
  };
  const { asking } = callbacks;
  return html`
    <label for="call-note">${t('callbacks.note')}</label>
    <input
      id="call-note"
      maxlength="200"
      autocomplete="off"
      .value=${callbacks.note}
      @input=${(event: Event) => callbacks.typeNote((event.target as HTMLInputElement).value)}
    />
    <div class="choices">
      <button class="button primary" type="button" @click=${say('reached')}>
        ${t('callbacks.outcome.reached')}
      </button>
      <button class="button" type="button" @click=${say('no-answer')}>
        ${t('callbacks.outcome.no-answer')}
      </button>
      <button
        class="button"
        type="button"
        aria-expanded=${asking === 'later'}
        @click=${ask('later')}
      >
        ${t('callbacks.outcome.later')}
      </button>
      ${
        callback.teams.length > 1
          ? html`<button
              class="button"
              type="button"
              aria-expanded=${asking === 'passed-on'}
              @click=${ask('passed-on')}
            >
              ${t('callbacks.outcome.passed-on')}
            </button>`
          : nothing
      }
    </div>
    ${asking === 'later' ? laterForm(app, callback) : nothing}
    ${asking === 'passed-on' ? teamForm(app, callback) : nothing}
    <button class="button" type="button" @click=${() => void release()}>
      ${t('callbacks.release')}
    </button>
  `;
}

const chosen = (event: SubmitEvent): string =>
  (event.target as HTMLFormElement).querySelector('select')?.value ?? '';

function laterForm(app: ConsoleApp, { hours }: CallbackDetail): TemplateResult {
  const days = new Map<string, string[]>();
  for (const hour of hours) {
    const day = dayOf(hour, 'nl');
    days.set(day, [...(days.get(day) ?? []), hour]);
  }
  const agree = (event: SubmitEvent) => {
    event.preventDefault();
    const { note } = app.work.callbacks;
    void end(app, { kind: 'later', at: chosen(event), note: note.trim() });
  };
  return html`<form class="asked" @submit=${agree}>
    <label for="ask-later">${t('callbacks.later')}</label>
    <select id="ask-later">
      ${[...days].map(
        ([day, all]) =>
          html`<optgroup label=${day}>
            ${all.map(
              (hour) =>
                html`<option value=${hour}>
                  ${t('callbacks.later.hour', { day, time: timeOf(hour, 'nl') })}
                </option>`,
            )}
          </optgroup>`,
      )}
    </select>
    <button class="button primary">${t('callbacks.later.go')}</button>
  </form>`;
}

function teamForm(app: ConsoleApp, { teams, team }: CallbackDetail): TemplateResult {
  const pass = (event: SubmitEvent) => {
    event.preventDefault();
    const { note } = app.work.callbacks;
    void end(app, { kind: 'passed-on', team: chosen(event), note: note.trim() });
  };
  return html`<form class="asked" @submit=${pass}>
    <label for="ask-passed-on">${t('callbacks.pass')}</label>
    <select id="ask-passed-on">
      ${teams
        .filter(({ id }) => id !== team.id)
        .map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    </select>
    <button class="button primary">${t('callbacks.pass.go')}</button>
  </form>`;
}
