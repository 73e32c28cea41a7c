import { html } from 'hono/html';
import { pathOf } from '../../contract/endpoints.ts';
import { directionOf, nameOf, SOURCE } from '../../contract/languages.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Texts } from '../texts.ts';
import type { Html } from './page.ts';
import { pictogram } from './pictogram.ts';

/** For who has only the address of the desk: her own association, in her own language, or by phone. */
export const homePage = (profiles: readonly Profile[], texts: Texts): Html =>
  html`<!doctype html>
    <html lang="${SOURCE}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <title>Keukentafel</title>
        <link rel="stylesheet" href="/plain/plain.css" />
      </head>
      <body>
        <main>
          <h1>Keukentafel</h1>
          ${profiles.map((profile) => oneOf(profile, texts))}
        </main>
      </body>
    </html>`;

function oneOf(profile: Profile, texts: Texts): Html {
  const { t } = texts(profile, SOURCE);
  const { id: association, name, phone } = profile;
  return html`<section>
    <h2>${name}</h2>
    <ul class="rows">
      ${profile.languages.map(
        (language) =>
          html`<li>
            <a
              class="row"
              lang="${language}"
              dir="${directionOf(language)}"
              href="${pathOf('plainRepair', { association })}?taal=${language}"
            >
              <span
                ><strong>${texts(profile, language).t('repair-form:name')}</strong>
                <small>${nameOf(language)}</small></span
              >
            </a>
          </li>`,
      )}
      <li>
        <a class="row" href="tel:${phone.tel}">
          ${pictogram('call')}
          <span
            ><strong>${t('frame:speak.call')}</strong>
            <small><bdi dir="ltr">${phone.shown}</bdi></small></span
          >
        </a>
      </li>
    </ul>
    <p><a href="/console/?association=${association}">${t('console:sign-in.go')}</a></p>
  </section>`;
}
