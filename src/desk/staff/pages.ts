import { html } from 'hono/html';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import type { Html } from '../plain/page.ts';

/** Why signing in came to nothing. */
export type Why = 'late' | 'denied' | 'provider' | 'answer' | 'stranger';

/** What somebody sees who comes back from the provider and is not let in: why, and the way on. */
export function notSignedInPage(desk: Desk, profile: Profile, why: Why, account = ''): Html {
  const { t } = desk.texts(profile, 'nl');
  const title = t(`console:not-in.${why}.title`);
  const console = `/console/?association=${profile.id}`;
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${profile.name}</title>
        <link rel="stylesheet" href="/plain/plain.css" />
      </head>
      <body>
        <header>
          <p class="brand">${profile.name}</p>
        </header>
        <main>
          <h1>${title}</h1>
          <p>${t(`console:not-in.${why}.text`, { account, association: profile.name })}</p>
          <p>
            <a class="button" href="${why === 'stranger' ? `${console}&anew` : console}"
              >${t(`console:not-in.${why}.on`)}</a
            >
          </p>
          <p class="soft">${t('console:not-in.help')}</p>
        </main>
      </body>
    </html>`;
}
