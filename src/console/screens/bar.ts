import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Session } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { writeRoute } from '../route.ts';
import { t } from '../texts.ts';

const search = (app: ConsoleApp) => async (event: SubmitEvent) => {
  event.preventDefault();
  const field = (event.target as HTMLFormElement).querySelector('input');
  const { association } = app.route;
  const only = await app.work.reports.find(field?.value ?? '');
  if (only) app.go({ screen: 'reports', association, report: only.id }, true);
  else {
    app.go({ screen: 'reports', association });
    app.focusOn('list-title');
  }
};

/** The dark bar on top: the one search box, the two screens, and who is signed in. */
export function bar(app: ConsoleApp, session: Session): TemplateResult {
  const { association, screen } = app.route;
  const { reports, inbox, callbacks } = app.work;
  const waiting = inbox.unanswered;
  return html`
    <header class="bar">
      <p class="name">${session.association.name}</p>
      <form role="search" @submit=${search(app)}>
        <label for="search">${t('search.label')}</label>
        <div class="search-row">
          <input
            id="search"
            type="search"
            autocomplete="off"
            spellcheck="false"
            .value=${reports.search}
          />
          <button class="button">${t('search.go')}</button>
        </div>
      </form>
      <nav aria-label=${t('nav.label')}>
        <a
          href=${writeRoute({ screen: 'new', association })}
          aria-current=${screen === 'new' ? 'page' : nothing}
          >${t('nav.new')}</a
        >
        <a
          href=${writeRoute({ screen: 'reports', association })}
          aria-current=${screen === 'reports' ? 'page' : nothing}
          >${t('nav.reports')}</a
        >
        <a
          href=${writeRoute({ screen: 'messages', association })}
          aria-current=${screen === 'messages' ? 'page' : nothing}
          >${t('nav.messages')}${
            waiting
              ? html` <span class="count">${t('nav.unanswered', { count: waiting })}</span>`
              : nothing
          }</a
        >
        <a
          href=${writeRoute({ screen: 'callbacks', association })}
          aria-current=${screen === 'callbacks' ? 'page' : nothing}
          >${t('nav.callbacks')}${
            callbacks.late
              ? html` <span class="count">${t('nav.late', { count: callbacks.late })}</span>`
              : nothing
          }</a
        >
        <a
          href=${writeRoute({ screen: 'outages', association })}
          aria-current=${screen === 'outages' ? 'page' : nothing}
          >${t('nav.outages')}</a
        >
      </nav>
      <div class="who">
        <details>
          <summary>
            <span class="for-readers">${t('signed-in-as')}</span> <bdi>${session.name}</bdi>
          </summary>
          <div class="ways-out">
            <button class="button" type="button" @click=${() => void app.endSession()}>
              ${t('sign-out')}
            </button>
            <button class="button" type="button" @click=${() => void app.endSession(true)}>
              ${t('sign-out.everywhere')}
            </button>
          </div>
        </details>
      </div>
    </header>
  `;
}
