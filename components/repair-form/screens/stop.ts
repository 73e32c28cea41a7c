import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { safetyKey } from '../../../src/contract/triage/danger.ts';
import type { Safety } from '../../../src/contract/triage/danger.ts';
import type { FirstScreens } from '../gate.ts';
import { callButtons, nobodyAnswers } from './parts.ts';

const say = (form: FirstScreens, key: string): string => form.host.texts.any(key);

const need = (form: FirstScreens): Safety => {
  if (!form.safety) throw new Error('A danger without a safety');
  return form.safety;
};

const elsewhere = (form: FirstScreens): TemplateResult | typeof nothing =>
  form.state.answers.someoneElse
    ? html`<p class="notice">${say(form, 'danger:safety.elsewhere')}</p>`
    : nothing;

const steps = (form: FirstScreens, { id, steps: count }: Safety): TemplateResult => html`
  <ol class="steps">
    ${Array.from(
      { length: count },
      (_, index) => html`<li>${say(form, safetyKey(id, `step.${index + 1}`))}</li>`,
    )}
  </ol>
`;

/**
 * Gas and CO: one instruction that is complete without the screen, and one button for outside.
 * Anything else: steps and call buttons at once.
 */
export function stopScreen(form: FirstScreens): TemplateResult {
  const safety = need(form);
  const title = safetyKey(safety.id, safety.leaveFirst ? 'first' : 'title');
  if (!safety.leaveFirst)
    return html`<div class="stop">
        <h2 part="heading" tabindex="-1" data-heading>${say(form, title)}</h2>
      </div>
      ${elsewhere(form)} ${callButtons(form, safety.calls)} ${steps(form, safety)}`;
  return html`<div class="stop whole">
      <h2 part="heading" tabindex="-1" data-heading>${say(form, title)}</h2>
      <button
        type="button"
        class="button"
        part="submit"
        @click=${() => form.dispatch({ type: 'continue' })}
      >
        <span>${say(form, safetyKey(safety.id, 'confirm'))}</span>
      </button>
    </div>
    ${elsewhere(form)}`;
}

/** She is outside: now the phone. */
export function outsideScreen(form: FirstScreens): TemplateResult {
  const safety = need(form);
  return html`<h2 part="heading" tabindex="-1" data-heading>
      ${form.host.texts.t('repair-form:screen.outside.title')}
    </h2>
    ${elsewhere(form)} ${callButtons(form, safety.calls)}
    <p>${say(form, 'danger:call.no-phone')}</p>
    ${steps(form, safety)}
    ${
      safety.calls.includes('urgent')
        ? nothing
        : html`<div class="calls">${nobodyAnswers(form)}</div>`
    }`;
}

/** What to do until help comes, on a screen that goes on. */
export const meanwhile = (form: FirstScreens, safety: Safety): TemplateResult => html`
  <p class="notice">
    <strong>${say(form, safetyKey(safety.id, 'title'))}</strong>
  </p>
  ${steps(form, safety)}
`;
