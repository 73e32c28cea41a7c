import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Profile, PublicProfile } from '../../contract/profile.ts';
import type { Words } from '../texts.ts';
import { speakStrip } from './speak.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every plain page knows. */
export interface PlainPage {
  profile: Profile;
  /** Opening hours and days of this moment. */
  open: PublicProfile;
  now: number;
  words: Words;
  /** The same words in Dutch: stands under every translated safety text. */
  dutch: Words;
  /** Where the form posts to, with the language in it. */
  action: string;
}

const LANGUAGES: Readonly<Record<string, string>> = { nl: 'Nederlands', ar: 'العربية' };

/** The form that holds everything on the page: also buttons outside it post it. */
export const FORM = 'form';

/** Buttons, not links: whoever changes the language keeps what she filled in. */
const languageControl = ({ profile, words, action }: PlainPage): Html =>
  profile.languages.length < 2
    ? html``
    : html`<nav class="languages" aria-label="Taal · Language · اللغة">
        ${profile.languages.map(
          (language) =>
            html`<button
              class="button small"
              form="${FORM}"
              name="do"
              value="stay"
              lang="${language}"
              formaction="${action.replace(/\?.*/, '')}?taal=${language}"
              ${language === words.language ? html`aria-current="true"` : ''}
            >
              ${LANGUAGES[language] ?? language}
            </button>`,
        )}
      </nav>`;

export interface PageParts {
  title: string;
  main: Html;
  /** Where she is: "photos". Left out in danger, where the call buttons are the way to a person. */
  place?: string;
}

/** A whole page: head, association, language, the main part, and the table where a person sits. */
export const wholePage = (page: PlainPage, { title, main, place }: PageParts): Html => {
  const { profile, words } = page;
  return html`<!doctype html>
    <html lang="${words.language}" dir="${words.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} · ${profile.name}</title>
        <link rel="stylesheet" href="/plain/plain.css" />
      </head>
      <body>
        <header>
          <p class="brand">${profile.name}</p>
          ${languageControl(page)}
        </header>
        <main>${main}</main>
        ${place === undefined ? '' : speakStrip(page, place)}
      </body>
    </html>`;
};
