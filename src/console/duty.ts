import './duty.css';
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
// @ts-expect-error TS1543
import dutyTexts from '../../locales/nl/duty.json';
import type { AlarmForDuty } from '../contract/alarm.ts';
import { pathOf } from '../contract/endpoints.ts';
import { nameInDutch } from '../contract/languages.ts';
import { timeOf } from '../contract/opening-hours.ts';
import { translator } from '../contract/text.ts';
import type { Params } from '../contract/text.ts';
import { deadline } from '../runtime/deadline.ts';

/**
 * The page behind the link in a message to the people on duty. The secret is behind the "#" and so is
 * in no log; looking changes nothing, and only the press of the button says who calls.
 */

const translate = translator({ duty: dutyTexts }, 'nl');
const t = (key: string, params?: Params): string => translate(`duty:${key}`, params);

const [association = '', id = '', secret = ''] = location.hash.slice(1).split('/');
let name = '';
let mine = false;
let missing = false;

type Shown = AlarmForDuty | 'gone' | 'failed';

async function ask(endpoint: 'alarmForDuty' | 'alarmAcknowledged', more = {}): Promise<Shown> {
  try {
    if (!association) return 'gone';
    const answer = await fetch(pathOf(endpoint, { association }), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, secret, ...more }),
      signal: deadline(20_000),
    });
    if (answer.ok) return (await answer.json()) as AlarmForDuty;
    return answer.status >= 500 || answer.status === 429 ? 'failed' : 'gone';
  } catch {
    return 'failed';
  }
}

async function take(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  name = (document.querySelector<HTMLInputElement>('#name')?.value ?? '').trim();
  missing = name === '';
  if (missing) {
    show(shown);
    document.querySelector<HTMLInputElement>('#name')?.focus();
    return;
  }
  const answer = await ask('alarmAcknowledged', { name });
  mine = typeof answer === 'object' && answer.acknowledged?.by === name;
  show(answer);
  document.querySelector<HTMLElement>('[role=status]')?.focus();
}

const alarm = (about: AlarmForDuty): TemplateResult => html`
  <h1>${t('page.title')}</h1>
  <p>${t('page.lead', { name: about.association })}</p>
  ${
    about.tel
      ? html`<a class="number" href="tel:${about.tel}">${t('call')} ${about.phone}</a>`
      : html`<p><strong>${about.phone}</strong></p>`
  }
  <dl>
    <dt>${t('where')}</dt>
    <dd>${about.where || t('where.unknown')}</dd>
    <dt>${t('what')}</dt>
    <dd>${about.what || t('what.unknown')}</dd>
    <dt>${t('language')}</dt>
    <dd>${nameInDutch(about.language)}</dd>
    <dt>${t('raised')}</dt>
    <dd>${timeOf(about.raisedAt, 'nl')}</dd>
  </dl>
  ${about.someoneElse ? html`<p>${t('someone-else')}</p>` : nothing}
  ${about.acknowledged ? taken(about.acknowledged) : form()}
`;

const taken = ({ by, at }: { by: string; at: string }): TemplateResult => html`
  <p class="notice" role="status" tabindex="-1">
    ${mine ? t('page.taken.you') : t('page.taken', { name: by, time: timeOf(at, 'nl') })}
    ${t('page.taken.help')}
  </p>
`;

const form = (): TemplateResult => html`
  <form @submit=${take} novalidate>
    <label for="name">${t('page.name')}</label>
    <p id="name-hint">${t('page.name.hint')}</p>
    ${missing ? html`<p id="name-error">${t('page.name.missing')}</p>` : nothing}
    <input
      id="name"
      autocomplete="given-name"
      maxlength="40"
      aria-describedby="name-hint ${missing ? 'name-error' : ''}"
      aria-invalid=${missing ? 'true' : nothing}
    />
    <button>${t('page.take')}</button>
  </form>
`;

const trouble = (what: 'gone' | 'failed'): TemplateResult =>
  what === 'gone'
    ? html`<h1>${t('page.gone')}</h1>
        <p>${t('page.gone.help')}</p>`
    : html`<h1 role="status" tabindex="-1">${t('page.failed')}</h1>
        <button type="button" @click=${look}>${t('page.again')}</button>`;

let shown: Shown = 'failed';

function show(next: Shown): void {
  shown = next;
  const main = document.querySelector('main');
  if (main) render(typeof next === 'object' ? alarm(next) : trouble(next), main);
}

async function look(): Promise<void> {
  show(await ask('alarmForDuty'));
}

document.querySelector('main')?.replaceChildren();
void look();
