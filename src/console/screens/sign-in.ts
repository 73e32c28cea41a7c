import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsoleApp } from '../app.ts';
import { inWords } from '../fault.ts';
import { t } from '../texts.ts';
import { failed, loading } from './states.ts';

const page = (content: TemplateResult): TemplateResult => html`
  <main class="alone">
    <p class="brand">${t('title.console')}</p>
    ${content}
  </main>
`;

/** @param unknown the association in the address, when it is none of this desk's */
export const whichAssociation = (unknown = ''): TemplateResult =>
  page(html`
    <h1>${t('sign-in.association.title')}</h1>
    ${unknown ? nothing : html`<p>${t('sign-in.association.intro')}</p>`}
    <form method="get">
      <label for="association">${t('sign-in.association.label')}</label>
      <p class="hint" id="association-hint">${t('sign-in.association.hint')}</p>
      ${
        unknown
          ? html`<p class="error" id="association-error">
              ${t('sign-in.association.unknown', { association: unknown })}
            </p>`
          : nothing
      }
      <input
        id="association"
        name="association"
        .value=${unknown}
        aria-describedby=${unknown ? 'association-hint association-error' : 'association-hint'}
        aria-invalid=${unknown ? 'true' : nothing}
        aria-required="true"
        autocapitalize="none"
        spellcheck="false"
      />
      <button class="button primary">${t('sign-in.association.go')}</button>
    </form>
  `);

export function signInScreen(app: ConsoleApp): TemplateResult {
  const { signIn, route } = app;
  if (signIn.state === 'failed' && signIn.why === 'not-found')
    return whichAssociation(route.association);
  if (signIn.state === 'failed')
    return page(html`
      <h1>${t('sign-in.title')}</h1>
      ${failed('fault.session', signIn.why, app.loadSession)}
    `);
  if (signIn.state !== 'out')
    return page(
      html`<h1>${t('sign-in.title')}</h1>
        ${loading()}`,
    );
  const noneHere = signIn.failed === 'not-found' || signIn.failed === 'refused';
  return page(html`
    <h1 id="sign-in-title" tabindex="-1">${t('sign-in.title')}</h1>
    <p>${t(signIn.expired ? 'sign-in.expired' : 'sign-in.intro')}</p>
    ${
      signIn.failed
        ? html`<p class="error" id="sign-in-error" tabindex="-1">
            ${noneHere ? t('sign-in.not-available') : inWords(signIn.failed)}
          </p>`
        : nothing
    }
    <button class="button primary" type="button" @click=${() => void app.startSession()}>
      ${t(signIn.busy ? 'sign-in.busy' : 'sign-in.go')}
    </button>
  `);
}
