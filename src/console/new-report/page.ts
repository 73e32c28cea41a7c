import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { questionsOn } from '../../contract/questionnaire.ts';
import { summarise } from '../../contract/summary.ts';
import type { ConsoleApp } from '../app.ts';
import { inWords } from '../fault.ts';
import { failed, loading } from '../screens/states.ts';
import { t } from '../texts.ts';
import { besideTheCall } from './aside.ts';
import type { Call } from './call.ts';
import { keysChoose } from './key-setting.ts';
import { Keyboard } from './keyboard.ts';
import { question } from './questions.ts';
import { dangerScript, urgentScript, warning } from './scripts.ts';
import { sectionsOf } from './sections.ts';
import type { Section } from './sections.ts';
import { sentScreen, solvedScreen } from './sent.ts';
import { suggestions } from './suggestions.ts';

const keyboards = new WeakMap<Call, Keyboard>();

/** "Nieuwe melding": one page for who is on the phone. */
export function newReportScreen(app: ConsoleApp): TemplateResult {
  const { calls } = app.work;
  const call = calls.current;
  return html`
    <div class="call-page">
      <div class="call">
        <h1 id="new-title" tabindex="-1">${t('title.new')}</h1>
        ${calls.failed ? failed('fault.new', calls.failed, calls.begin) : nothing}
        ${
          call
            ? repeat(
                [call],
                ({ id }) => id,
                (each) => body(app, each),
              )
            : calls.failed
              ? nothing
              : loading()
        }
      </div>
      ${besideTheCall(app)}
    </div>
  `;
}

function body(app: ConsoleApp, call: Call): TemplateResult {
  const { calls } = app.work;
  const { phase, solved } = call.journey.state;
  if (call.broken) return html`<p class="error" role="alert">${t('new.broken')}</p>`;
  if (phase === 'sent') return sentScreen(call, calls);
  if (solved) return solvedScreen(call, calls);
  let keyboard = keyboards.get(call);
  if (!keyboard) keyboards.set(call, (keyboard = new Keyboard(call, () => app.updateComplete)));
  return html`<div
    class="questions ${keysChoose() ? '' : 'without-keys'}"
    @keydown=${keyboard.keydown}
    @focusin=${keyboard.focusin}
    @focusout=${keyboard.focusout}
  >
    ${repeat(
      sectionsOf(call.journey),
      ({ id }) => id,
      (section) =>
        html`<section
          class="section ${section.id}"
          data-section=${section.id}
          aria-labelledby="section-${section.id}"
        >
          ${inside(app, call, section)}
        </section>`,
    )}
  </div>`;
}

function inside(app: ConsoleApp, call: Call, section: Section): TemplateResult {
  if (section.id === 'stop') return dangerScript(call, app.work.calls);
  if (section.id === 'urgent')
    return html`${urgentScript(call)}
    ${section.id === call.journey.state.screen ? onward(call, section) : nothing}`;
  if (section.id === 'check') return check(call);
  const { journey, texts } = call;
  const asked = questionsOn(journey.questionnaire, section, journey.state.answers);
  return html`
    <h2 id="section-${section.id}" tabindex="-1">
      ${texts.any(`repair-form:screen.${section.id}.title`)}
    </h2>
    ${section.id === 'self-help' ? selfHelp(call) : nothing}
    ${section.id === 'address' ? warning(call) : nothing}
    ${asked.map(
      (each) => html`${question(call, each)}${each.id === 'story' ? suggestions(call) : nothing}`,
    )}
    ${
      section.id === 'self-help'
        ? html`<button
            class="button"
            type="button"
            @click=${() => {
              call.enter(section.id);
              journey.dispatch({ type: 'solved', value: true });
            }}
          >
            ${t('new.solved')}
          </button>`
        : nothing
    }
    ${section.id === journey.state.screen ? onward(call, section) : nothing}
  `;
}

const selfHelp = ({ journey, texts }: Call): TemplateResult =>
  html`<ol class="script-lines">
    <li><q>${texts.any(`triage:self-help.${journey.state.answers.problem}`)}</q></li>
    <li><q>${texts.t('repair-form:screen.self-help.intro')}</q></li>
  </ol>`;

/** For who does not press Enter. */
const onward = (call: Call, { id }: Section): TemplateResult =>
  html`<button class="button onward" type="button" @click=${() => call.goOn(id)}>
    ${call.texts.t('frame:continue')} <kbd aria-hidden="true">Enter</kbd>
  </button>`;

/** What she read back before it goes. */
function check(call: Call): TemplateResult {
  const { journey, texts } = call;
  const { answers, phase, refused } = journey.state;
  const rows = summarise(journey.questionnaire, answers, texts.any, 'nl').filter(
    ({ id }) => id !== 'danger',
  );
  const sending = phase === 'sending';
  return html`
    <h2 id="section-check" tabindex="-1">${t('new.check.title')}</h2>
    <dl class="read-back">
      ${rows.map(
        ({ label, value }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${refused ? html`<p class="error" role="alert">${t('new.refused')}</p>` : nothing}
    ${
      sending && call.stuck
        ? html`<p class="error" role="alert">${t('new.stuck', { why: inWords(call.stuck) })}</p>`
        : nothing
    }
    <button
      class="button primary"
      type="button"
      data-stop="send"
      @click=${() => call.goOn('check')}
    >
      ${t(sending ? 'new.sending' : 'new.send')}
    </button>
  `;
}
