import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { timeOf } from '../../contract/opening-hours.ts';
import type { AlarmLine } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { isDutch, languageName, shownPhone, when } from '../format.ts';
import { t } from '../texts.ts';
import { dotted } from './dotted.ts';

/** Whom to call first: those whom nobody calls, of them whose message does not arrive, and who waits longest. */
const byUrgency = (one: AlarmLine, other: AlarmLine): number =>
  Number(!!one.acknowledged) - Number(!!other.acknowledged) ||
  Number(other.failing) - Number(one.failing) ||
  Date.parse(one.raisedAt) - Date.parse(other.raisedAt);

/** Who called and got nobody: above every screen, red and in words. The first to call stands open. */
export function alarmsOnTop(app: ConsoleApp): TemplateResult | typeof nothing {
  const { alarms } = app.work;
  if (!alarms.items.length) return nothing;
  const count = alarms.open.length;
  const sorted = [...alarms.items].sort(byUrgency);
  const rest = sorted.slice(1);
  return html`<section class="alarms ${count ? '' : 'taken'}" aria-labelledby="alarms-title">
    <h2 id="alarms-title" tabindex="-1">
      ${count ? t('alarms.title', { count }) : t('alarms.title.taken')}
    </h2>
    ${alarms.error ? html`<p class="error">${alarms.error}</p>` : nothing}
    ${repeat(
      sorted.slice(0, 1),
      ({ id }) => id,
      (alarm) => one(app, alarm),
    )}
    ${
      rest.length
        ? html`<details class="rest">
            <summary>${t('alarms.rest', { count: rest.length })}</summary>
            ${repeat(
              rest,
              ({ id }) => id,
              (alarm) => one(app, alarm),
            )}
          </details>`
        : nothing
    }
  </section>`;
}

function one(app: ConsoleApp, alarm: AlarmLine): TemplateResult {
  const { id, acknowledged, phone, tel } = alarm;
  const facts = [
    alarm.what || t('alarms.what.unknown'),
    alarm.where || t('alarms.where.unknown'),
    alarm.someoneElse ? t('alarms.someone-else') : '',
    isDutch(alarm.language) ? '' : languageName(alarm.language),
    when(alarm.raisedAt),
  ].filter(Boolean);
  return html`<article class="alarm ${acknowledged ? 'taken' : ''}" aria-labelledby="alarm-${id}">
    <h3 id="alarm-${id}">
      ${acknowledged ? t('alarms.taken', { name: acknowledged.by }) : t('alarms.open')}:
      ${tel ? html`<a href="tel:${tel}">${shownPhone(tel)}</a>` : phone}
    </h3>
    <p>${dotted(facts)}</p>
    ${
      acknowledged
        ? html`<form @submit=${close(app, id)}>
            <label for="outcome-${id}">${t('alarms.outcome')}</label>
            <input id="outcome-${id}" autocomplete="off" maxlength="200" required />
            <button class="button">${t('alarms.done')}</button>
          </form>`
        : html`<p>${told(alarm)}</p>
            <button
              class="button"
              type="button"
              aria-describedby="alarm-${id}"
              @click=${() => void take(app, id)}
            >
              ${t('alarms.take')}
            </button>`
    }
  </article>`;
}

/** What had the focus is gone once she has taken it. */
async function take(app: ConsoleApp, id: string): Promise<void> {
  await app.work.alarms.take(id);
  await app.updateComplete;
  // Somebody else may be more urgent by now, and hers is under "Nog 1".
  app.renderRoot.querySelector(`#outcome-${id}`)?.closest('details')?.setAttribute('open', '');
  app.focusOn(app.work.alarms.error ? 'alarms-title' : `outcome-${id}`);
}

const told = ({ failing, messages, sentAt }: AlarmLine): string => {
  if (failing) return t('alarms.failing');
  return sentAt
    ? t('alarms.sent', { count: messages, time: timeOf(sentAt, 'nl') })
    : t('alarms.sending');
};

const close = (app: ConsoleApp, id: string) => async (event: SubmitEvent) => {
  event.preventDefault();
  const { alarms } = app.work;
  const text = (event.target as HTMLFormElement).querySelector('input')?.value.trim() ?? '';
  if (!text) return;
  await alarms.close(id, text);
  app.focusOn(alarms.items.length ? 'alarms-title' : 'list-title');
};
