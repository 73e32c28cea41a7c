import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageLine } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { isDutch, languageName, when } from '../format.ts';
import { t } from '../texts.ts';
import { reachLink } from './reach.ts';
import { empty, failed, loading } from './states.ts';

/** What people wrote because they would rather have a person. */
export function messagesScreen(app: ConsoleApp): TemplateResult {
  const { inbox } = app.work;
  const { shown, items, waiting, moreFailed } = inbox.list;
  const show = async () => {
    const first = await inbox.showWaiting();
    app.focusOn(first ? `message-${first}` : 'messages-title');
  };
  const more = async () => {
    const [first] = (await inbox.list.more()) ?? [];
    if (first) app.focusOn(`message-${first.id}`);
  };
  return html`
    <h1 id="messages-title" tabindex="-1">${t('title.messages')}</h1>
    ${
      shown.value && items.length
        ? html`<p class="lead">${t('messages.open', { count: inbox.unanswered })}</p>`
        : nothing
    }
    ${
      waiting.length
        ? html`<button class="button waiting" type="button" @click=${() => void show()}>
            ${t('messages.waiting', { count: waiting.length })}
          </button>`
        : html`<p class="waiting-place quiet">${t('messages.live')}</p>`
    }
    ${shown.failed ? failed('fault.messages', shown.failed, () => inbox.list.load()) : nothing}
    ${!shown.value && shown.busy ? loading() : nothing}
    ${shown.value && !items.length ? empty('messages.empty', 'messages.empty.help') : nothing}
    ${repeat(
      items,
      ({ id }) => id,
      (message) => one(app, message),
    )}
    ${
      shown.value?.next
        ? html`<button class="button" type="button" @click=${() => void more()}>
              ${t(shown.busy ? 'loading' : 'messages.more')}
            </button>
            ${moreFailed ? html`<p class="error" role="alert">${t('fault.more')}</p>` : nothing}`
        : nothing
    }
  `;
}

function one(app: ConsoleApp, message: MessageLine): TemplateResult {
  const { inbox } = app.work;
  const { id, answered, language } = message;
  const name = message.name || t('messages.nameless');
  const error = inbox.errors.get(id);
  return html`
    <article class="card message ${answered ? 'answered' : ''}" aria-labelledby="message-${id}">
      <p class="marks">
        <span class="badge ${answered ? 'standard' : 'soon'}"
          >${t(answered ? 'messages.answered' : 'messages.unanswered')}</span
        >
      </p>
      <h2 id="message-${id}" tabindex="-1">${name}</h2>
      <ul class="facts">
        <li>${when(message.receivedAt)}</li>
        ${
          isDutch(language)
            ? nothing
            : html`<li class="strong">
                ${t('report.language', { language: languageName(language) })}
              </li>`
        }
        <li>${t('messages.from', { from: fromWords(message.from) })}</li>
        <li>${t('messages.reference', { reference: message.reference })}</li>
      </ul>
      <blockquote lang=${language} dir="auto">${message.text}</blockquote>
      <p>${t('messages.reach')} ${reachLink(message.reach)}</p>
      ${error ? html`<p class="error">${error}</p>` : nothing}
      <button
        class="button"
        type="button"
        aria-describedby="message-${id}"
        @click=${() => void inbox.setAnswered(message, !answered)}
      >
        ${t(answered ? 'messages.unmark' : 'messages.mark')}
      </button>
    </article>
  `;
}

/** "repair-form/photos" → where in the website she was, in words when we have them. */
function fromWords(from: string): string {
  const [component] = from.split('/');
  return component === 'repair-form' ? t('messages.from.repair-form') : from;
}
