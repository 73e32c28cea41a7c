import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsoleApp } from '../app.ts';
import { t } from '../texts.ts';
import { newReportScreen } from '../new-report/page.ts';
import { alarmsOnTop } from './alarms.ts';
import { bar } from './bar.ts';
import { callbacksScreen } from './callbacks.ts';
import { connection, unapproved, undelivered } from './banners.ts';
import { deliveriesScreen } from './deliveries.ts';
import { figuresScreen } from './figures.ts';
import { listPane } from './list.ts';
import { messagesScreen } from './messages.ts';
import { outagesScreen } from './outages.ts';
import { reportPane } from './report.ts';
import { signInScreen, whichAssociation } from './sign-in.ts';

/** The whole page. The live region is always there: one that comes with its words is not read. */
export const consoleScreen = (app: ConsoleApp): TemplateResult => html`
  ${screenOf(app)}
  <p id="said" class="for-readers" role="status"></p>
`;

const ASIDE = {
  new: newReportScreen,
  figures: figuresScreen,
  messages: messagesScreen,
  outages: outagesScreen,
  deliveries: deliveriesScreen,
} as const;

function screenOf(app: ConsoleApp): TemplateResult {
  const { signIn, route } = app;
  if (!route.association) return whichAssociation();
  if (signIn.state !== 'in') return signInScreen(app);
  return html`
    ${bar(app, signIn.session)} ${connection(app.work)} ${alarmsOnTop(app)}
    ${
      route.screen === 'callbacks'
        ? html`<main class="panes ${route.callback ? 'with-report' : ''}">
            ${callbacksScreen(app)}
          </main>`
        : route.screen !== 'reports'
          ? html`<main class=${route.screen === 'new' ? 'desk' : 'one'}>
              ${ASIDE[route.screen](app)}
            </main>`
          : html`<main class="panes ${route.report ? 'with-report' : ''}">
              <section class="list-pane" aria-labelledby="list-title">
                <div class="list-scroll">
                  ${undelivered(app)} ${unapproved(signIn.session)} ${listPane(app)}
                </div>
              </section>
              <section class="report-pane" aria-label=${t('report.pane')}>
                ${reportPane(app)}
              </section>
            </main>`
    }
  `;
}
