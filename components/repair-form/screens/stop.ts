import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { safetyKey } from '../../../src/contract/triage/danger.ts';
import type { Safety } from '../../../src/contract/triage/danger.ts';
import { withNumbers } from '../../../src/runtime/numbers.ts';
import type { RepairJourney } from '../journey.ts';
import { safetyOf } from '../questions.ts';
import { callButtons } from './parts.ts';

/**
 * A safety text in her language with the Dutch under it: whoever stands beside her reads the same,
 * and a translation that is wrong here would be dangerous.
 */
export function bothLanguages(journey: RepairJourney, key: string): TemplateResult {
  const { texts } = journey.host;
  const dutch = texts.dutch(key);
  return html`${withNumbers(texts.any(key))}${
    texts.language === 'nl' || !dutch
      ? nothing
      : html`<span class="dutch" lang="nl" dir="ltr">${dutch}</span>`
  }`;
}

const need = (journey: RepairJourney): Safety => {
  const safety = safetyOf(journey.state.answers);
  if (!safety) throw new Error('A danger without a safety');
  return safety;
};

const elsewhere = (journey: RepairJourney): TemplateResult | typeof nothing =>
  journey.state.answers.someoneElse
    ? html`<p class="notice">${bothLanguages(journey, 'danger:safety.elsewhere')}</p>`
    : nothing;

const steps = (journey: RepairJourney, { id, steps: count }: Safety): TemplateResult => html`
  <ol class="steps">
    ${Array.from(
      { length: count },
      (_, index) => html`<li>${bothLanguages(journey, safetyKey(id, `step.${index + 1}`))}</li>`,
    )}
  </ol>
`;

/**
 * Gas and CO: one instruction that is complete without the screen, and one button for outside.
 * Anything else: steps and call buttons at once.
 */
export function stopScreen(journey: RepairJourney): TemplateResult {
  const safety = need(journey);
  const title = safetyKey(safety.id, safety.leaveFirst ? 'first' : 'title');
  if (!safety.leaveFirst)
    return html`<div class="stop">
        <h2 part="heading" tabindex="-1" data-heading>${bothLanguages(journey, title)}</h2>
      </div>
      ${elsewhere(journey)} ${callButtons(journey, safety.calls)} ${steps(journey, safety)}`;
  return html`<div class="stop whole">
      <h2 part="heading" tabindex="-1" data-heading>${bothLanguages(journey, title)}</h2>
      <button
        type="button"
        class="button"
        part="submit"
        @click=${() => journey.dispatch({ type: 'continue' })}
      >
        <span>${bothLanguages(journey, safetyKey(safety.id, 'confirm'))}</span>
      </button>
    </div>
    ${elsewhere(journey)}`;
}

/** She is outside: now the phone. */
export function outsideScreen(journey: RepairJourney): TemplateResult {
  const safety = need(journey);
  return html`<h2 part="heading" tabindex="-1" data-heading>
      ${journey.host.texts.t('repair-form:screen.outside.title')}
    </h2>
    ${elsewhere(journey)} ${callButtons(journey, safety.calls)}
    <p>${bothLanguages(journey, 'danger:call.no-phone')}</p>
    ${steps(journey, safety)}`;
}

/** What to do until help comes, on a screen that goes on. */
export const meanwhile = (journey: RepairJourney, safety: Safety): TemplateResult => html`
  <p class="notice">
    <strong>${bothLanguages(journey, safetyKey(safety.id, 'title'))}</strong>
  </p>
  ${steps(journey, safety)}
`;
