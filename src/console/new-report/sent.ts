import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dayOf } from '../../contract/opening-hours.ts';
import { t } from '../texts.ts';
import type { ConsoleKey } from '../texts.ts';
import type { Call } from './call.ts';
import type { Calls } from './calls.ts';

/** "K van Karel": what sounds alike over the phone is told apart by a name. */
const spelled = (character: string): string =>
  /\d/.test(character) ? character : t(`spell.${character}` as ConsoleKey);

/** The reference in its groups, as it is read out. */
const groups = (reference: string): TemplateResult =>
  html`<ul class="groups">
    ${reference.split('-').map(
      (group) =>
        html`<li>
          <b>${group}</b>
          <span>${[...group].map(spelled).join(', ')}</span>
        </li>`,
    )}
  </ul>`;

const another = (calls: Calls): TemplateResult =>
  html`<button class="button primary" type="button" data-stop="another" @click=${calls.begin}>
    ${t('new.another')}
  </button>`;

/** It is in: the number to read out, and what happens when. */
export function sentScreen({ journey, texts }: Call, calls: Calls): TemplateResult {
  const { receipt, answers } = journey.state;
  if (!receipt) throw new Error('Sent without a receipt');
  const { promise, reference } = receipt;
  const line = (words: string) => html`<li><q>${words}</q></li>`;
  return html`<section class="section" aria-labelledby="call-title">
    <h2 id="call-title" tabindex="-1">${t('new.sent')}</h2>
    <p class="read-it">
      <b>${t('new.read-aloud')}</b> <q>${texts.t('repair-form:sent.reference')}</q>
    </p>
    ${groups(reference)}
    <ol class="script-lines">
      ${line(texts.t(`repair-form:sent.step.${answers.reach ?? 'letter'}`))}
      ${answers.letter ? line(texts.t('repair-form:sent.step.letter-too')) : nothing}
      ${line(
        promise.kind === 'by'
          ? texts.t('repair-form:sent.promise.by', {
              date: dayOf(`${promise.date}T12:00:00Z`, 'nl'),
            })
          : texts.t('repair-form:sent.promise.none'),
      )}
      ${line(texts.t('repair-form:sent.worse'))}
    </ol>
    ${another(calls)}
  </section>`;
}

/** The self-help worked while they spoke: there is nothing to report. */
export const solvedScreen = ({ journey, texts }: Call, calls: Calls): TemplateResult =>
  html`<section class="section" aria-labelledby="call-title">
    <h2 id="call-title" tabindex="-1">${texts.t('repair-form:solved.title')}</h2>
    <p><q>${texts.t('repair-form:solved.text')}</q></p>
    <button
      class="button"
      type="button"
      @click=${() => journey.dispatch({ type: 'solved', value: false })}
    >
      ${texts.t('repair-form:solved.undo')}
    </button>
    <button class="button primary" type="button" @click=${calls.discard}>
      ${t('new.another')}
    </button>
  </section>`;
