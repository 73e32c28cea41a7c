import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { nameOf } from '../../contract/languages.ts';
import type { Language } from '../../contract/languages.ts';
import type { ConsoleApp } from '../app.ts';
import { when } from '../format.ts';
import { reportLink } from '../screens/list.ts';
import { t } from '../texts.ts';
import type { ConsoleKey } from '../texts.ts';
import type { Call } from './call.ts';
import { tick } from './group.ts';
import { keysChoose, letKeysChoose } from './key-setting.ts';

/** Beside the questions: other calls, what is known at this address, and the keys. */
export function besideTheCall(app: ConsoleApp): TemplateResult {
  const { calls } = app.work;
  const call = calls.current;
  return html`<aside aria-label=${t('new.beside')}>
    ${call ? forCall(app, call) : nothing}
    ${
      calls.parked.length
        ? html`<section class="card" aria-labelledby="parked-title">
            <h2 id="parked-title">${t('new.parked.title', { count: calls.parked.length })}</h2>
            <ul>
              ${calls.parked.map(
                (each) =>
                  html`<li>
                    <button class="button parked" type="button" @click=${() => calls.resume(each)}>
                      <span>${about(each)}</span>
                      <span class="hint">${when(new Date(each.begun).toISOString())}</span>
                    </button>
                  </li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
    ${
      calls.here.length
        ? html`<section class="card" aria-labelledby="here-title">
            <h2 id="here-title">${t('address.here')}</h2>
            <ul class="lines">
              ${calls.here.slice(0, 5).map((line) => html`<li>${reportLink(app, line)}</li>`)}
            </ul>
          </section>`
        : nothing
    }
    <section class="card keys" aria-labelledby="keys-title">
      <h2 id="keys-title">${t('keys.title')}</h2>
      <dl>
        ${KEYS.map(
          ([keys, words]) =>
            html`<div>
              <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${t(words)}</dd>
            </div>`,
        )}
      </dl>
      ${tick('keys-choose', t('keys.on'), keysChoose(), (on) => {
        letKeysChoose(on);
        app.requestUpdate();
      })}
    </section>
    ${dangers(app, call)}
  </aside>`;
}

const KEYS: readonly (readonly [readonly string[], ConsoleKey])[] = [
  [['1', '2', 'J', 'N'], 'keys.choose'],
  [['a', 'b', 'c'], 'keys.type'],
  [['Enter'], 'keys.enter'],
  [['Esc'], 'keys.escape'],
  [['Tab'], 'keys.tab'],
  [['Shift', 'Enter'], 'keys.line'],
];

function forCall({ work: { calls } }: ConsoleApp, call: Call): TemplateResult | typeof nothing {
  const { phase } = call.journey.state;
  if (phase === 'sent') return nothing;
  const { languages } = call.journey.ports.profile;
  return html`<section class="card for-call" aria-labelledby="for-call-title">
    <h2 id="for-call-title">${t('new.this-call')}</h2>
    <label for="language">${t('new.language')}</label>
    <select
      id="language"
      @change=${(event: Event) => {
        call.language = (event.target as HTMLSelectElement).value as Language;
      }}
    >
      ${languages.map(
        (each) =>
          html`<option value=${each} ?selected=${each === call.language}>${nameOf(each)}</option>`,
      )}
    </select>
    ${call.journey.known.notices(call.journey)}
    <div class="row">
      <button class="button" type="button" @click=${() => void calls.park()}>
        ${t('new.park')}
      </button>
      <button class="button" type="button" id="discard" @click=${() => calls.askToDiscard(true)}>
        ${t('new.discard')}
      </button>
    </div>
    ${
      calls.discarding
        ? html`<div class="row" role="group" aria-label=${t('new.discard.sure')}>
            <p class="strong">${t('new.discard.sure')}</p>
            <button
              class="button"
              type="button"
              id="keep-call"
              @click=${() => calls.askToDiscard(false)}
            >
              ${t('new.discard.no')}
            </button>
            <button class="button" type="button" @click=${() => void calls.discard()}>
              ${t('new.discard.yes')}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

/** "Mevrouw Berg · De kraan druppelt", as far as it goes. */
function about({ journey, texts }: Call): string {
  const { name, address, problem, story, danger } = journey.state.answers;
  const what =
    problem && texts.has(`triage:problem.${problem}`)
      ? texts.any(`triage:problem.${problem}`)
      : story;
  const parts = [name, address?.postcode && `${address.postcode} ${address.number ?? ''}`, what];
  const known = parts.filter(Boolean).join(' · ');
  return known || (danger ? t('new.parked.danger') : t('new.parked.empty'));
}

/** Calls in danger that were passed on: nobody reads them twice, and none is lost. */
const dangers = (
  { work: { calls } }: ConsoleApp,
  call: Call | undefined,
): TemplateResult | typeof nothing =>
  calls.dangers.length
    ? html`<details class="card dangers">
        <summary>${t('new.dangers', { count: calls.dangers.length })}</summary>
        <ul>
          ${calls.dangers.map(
            ({ at, by, danger, words }) =>
              html`<li>
                <b>${dangerWords(call, danger)}</b>
                <span>${words}</span>
                <span class="hint">${t('history.by', { by, when: when(at) })}</span>
              </li>`,
          )}
        </ul>
      </details>`
    : nothing;

/** In the form's own words: of a danger, or of a problem that is one. */
function dangerWords(call: Call | undefined, id: string): string {
  const key = [`danger:danger.${id}`, `triage:problem.${id}`].find((each) => call?.texts.has(each));
  return key && call ? call.texts.any(key) : id;
}
