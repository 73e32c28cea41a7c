import { html } from 'hono/html';
import { safetyOf } from '../../../components/repair-form/questions.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { safetyKey } from '../../contract/triage/danger.ts';
import type { Safety } from '../../contract/triage/danger.ts';
import { settingsOf } from '../triage-settings.ts';
import { callButtons, nobodyAnswers, whenRead } from './calls.ts';
import type { Html, PlainPage } from './page.ts';

export const safetySteps = (page: PlainPage, { id, steps }: Safety): Html =>
  html`<ol class="steps">
    ${Array.from(
      { length: steps },
      (_, at) => html`<li>${page.say(safetyKey(id, `step.${at + 1}`))}</li>`,
    )}
  </ol>`;

const elsewhere = (page: PlainPage, answers: RepairAnswers): Html | '' =>
  answers.someoneElse ? html`<p class="notice">${page.say('danger:safety.elsewhere')}</p>` : '';

const goBack = ({ say }: PlainPage): Html =>
  html`<button class="link" name="do" value="safe">${say('repair-form:stop.back')}</button>`;

/**
 * The form stops. Gas and CO: one instruction that is complete without the screen, and one button;
 * anything else: calls and steps at once.
 */
export function stopScreen(page: PlainPage, answers: RepairAnswers): Html {
  const safety = safetyOf(answers);
  if (!safety) throw new Error('A danger without a safety');
  if (!safety.leaveFirst)
    return html`<div class="stop">
        <h1>${page.say(safetyKey(safety.id, 'title'))}</h1>
      </div>
      ${elsewhere(page, answers)} ${callButtons(page, safety.calls)} ${safetySteps(page, safety)}
      ${goBack(page)}`;
  return html`<div class="stop whole">
      <h1>${page.say(safetyKey(safety.id, 'first'))}</h1>
      <button class="button" name="do" value="next">
        <span>${page.say(safetyKey(safety.id, 'confirm'))}</span>
      </button>
    </div>
    ${elsewhere(page, answers)} ${goBack(page)}`;
}

/** She is outside: now the phone. */
export function outsideScreen(page: PlainPage, answers: RepairAnswers): Html {
  const safety = safetyOf(answers);
  if (!safety) throw new Error('A danger without a safety');
  return html`<h1>${page.say('repair-form:screen.outside.title')}</h1>
    ${elsewhere(page, answers)} ${callButtons(page, safety.calls)}
    <p>${page.say('danger:call.no-phone')}</p>
    ${safetySteps(page, safety)}
    ${safety.calls.includes('urgent') ? '' : html`<div class="calls">${nobodyAnswers(page)}</div>`}
    ${goBack(page)}`;
}

/** What to do until help comes, or what to be careful with, on a page that goes on. */
export const meanwhile = (page: PlainPage, safety: Safety): Html =>
  html`<p class="notice">
      <strong>${page.say(safetyKey(safety.id, 'title'))}</strong>
    </p>
    ${safetySteps(page, safety)}`;

/** Phone first, form second, and what to do meanwhile. */
export function urgentScreen(page: PlainPage, answers: RepairAnswers): Html {
  const { say } = page;
  const safety = safetyOf(answers, settingsOf(page.profile));
  return html`${callButtons(page, safety?.calls ?? ['urgent'])}
    ${
      safety
        ? html`<h2>${say('repair-form:urgent.meanwhile')}</h2>
            ${meanwhile(page, safety)}`
        : ''
    }
    ${whenRead(page)}
    <div class="actions">
      <button class="button" name="do" value="next">${say('repair-form:urgent.continue')}</button>
    </div>`;
}
