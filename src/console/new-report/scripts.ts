import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { safetyKey } from '../../contract/triage/danger.ts';
import type { CallId, Safety } from '../../contract/triage/danger.ts';
import { numberOf, warningOf } from '../../../components/repair-form/journey.ts';
import { inWords } from '../fault.ts';
import { t } from '../texts.ts';
import type { Call } from './call.ts';
import type { Calls } from './calls.ts';
import { box } from './group.ts';

const line = (words: string): TemplateResult => html`<li><q>${words}</q></li>`;

const steps = ({ texts }: Call, { id, steps: count }: Safety): TemplateResult[] =>
  Array.from({ length: count }, (_, index) => line(texts.any(safetyKey(id, `step.${index + 1}`))));

/** The numbers to give, the likeliest first. */
function numbers(call: Call, calls: readonly CallId[]): TemplateResult {
  const { texts, journey } = call;
  const second = journey.ports.profile.urgentPhoneSecond;
  const all = calls.map((id) => ({
    words: texts.any(`danger:call.${id}`),
    shown: numberOf(journey, id)?.shown ?? '',
  }));
  if (calls.includes('urgent'))
    all.push({ words: texts.t('danger:call.urgent.second'), shown: second.shown });
  return html`<ul class="numbers">
    ${all.map(
      ({ words, shown }) =>
        html`<li>${words}${words.includes(shown) ? nothing : html` <b>${shown}</b>`}</li>`,
    )}
  </ul>`;
}

/** In danger nothing more is asked: this is read aloud, numbers are given, and the call is noted. */
export function dangerScript(call: Call, calls: Calls): TemplateResult {
  const { journey, texts, danger } = call;
  const { safety } = journey;
  if (!safety) throw new Error('A danger without a safety');
  const elsewhere = journey.state.answers.someoneElse;
  return html`
    <h2 class="read-now" id="section-stop" tabindex="-1">${t('new.danger.title')}</h2>
    <ol class="script-lines">
      ${
        safety.leaveFirst
          ? line(texts.any(safetyKey(safety.id, 'first')))
          : line(texts.any(safetyKey(safety.id, 'title')))
      }
      ${safety.leaveFirst ? html`<li class="for-you">${t('new.danger.outside')}</li>` : nothing}
      ${elsewhere ? line(texts.t('danger:safety.elsewhere')) : nothing}
      <li class="for-you">${t('new.danger.numbers')} ${numbers(call, safety.calls)}</li>
      ${steps(call, safety)}
    </ol>
    ${
      danger.noted
        ? html`<p class="done" id="call-title" tabindex="-1">${t('new.danger.noted')}</p>
            <button class="button primary" type="button" @click=${calls.begin}>
              ${t('new.another')}
            </button>`
        : html`${box({
              id: 'danger-words',
              label: t('new.danger.words'),
              hint: t('new.danger.words.hint'),
              value: danger.words,
              change: (typed) => (danger.words = typed),
            })}
            ${danger.failed ? html`<p class="error" role="alert">${t('new.danger.failed', { why: inWords(danger.failed) })}</p>` : nothing}
            <button
              class="button primary"
              type="button"
              data-stop="danger-note"
              @click=${() => void calls.noteDanger(call)}
            >
              ${t(danger.busy ? 'new.busy' : 'new.danger.note')}
            </button>`
    }
  `;
}

/** What to be careful with while she waits, where nothing made it urgent. */
export function warning(call: Call): TemplateResult | typeof nothing {
  const { journey, texts } = call;
  const safety = warningOf(journey.state.answers, journey.ports.profile.triage);
  if (!safety) return nothing;
  return html`<p class="read-it"><b>${t('new.read-aloud')}</b></p>
    <ol class="script-lines">
      ${line(texts.any(safetyKey(safety.id, 'title')))} ${steps(call, safety)}
    </ol>`;
}

/** Urgent: what she can do until help comes, read aloud before anything else is asked. */
export function urgentScript(call: Call): TemplateResult {
  const { journey, texts } = call;
  const { safety } = journey;
  const tick = (event: Event) => {
    if ((event.target as HTMLInputElement).checked) call.read.add(call.script);
    else call.read.delete(call.script);
    call.unread = false;
    call.requestUpdate();
  };
  return html`
    <h2 class="read-now" id="section-urgent" tabindex="-1">${t('new.urgent.title')}</h2>
    <ol class="script-lines">
      ${safety ? line(texts.any(safetyKey(safety.id, 'title'))) : nothing}
      ${safety ? steps(call, safety) : nothing}
      <li class="for-you">
        ${t('new.urgent.numbers')} ${numbers(call, safety?.calls ?? ['urgent'])}
      </li>
    </ol>
    ${call.unread ? html`<p class="error" id="read-error">${t('new.urgent.unread')}</p>` : nothing}
    <label class="option tick">
      <input
        type="checkbox"
        id="read"
        data-stop="read"
        aria-describedby=${call.unread ? 'read-error' : nothing}
        aria-invalid=${call.unread ? 'true' : nothing}
        .checked=${call.read.has(call.script)}
        @change=${tick}
      />
      <span>${t('new.urgent.read')}</span>
    </label>
  `;
}
