import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import {
  directionOf,
  EASY,
  EASY_READING,
  isDutch,
  LANGUAGE_IN_ALL,
  nameOf,
  SOURCE,
} from '../../contract/languages.ts';
import type { Profile, PublicProfile } from '../../contract/profile.ts';
import type { Words } from '../texts.ts';
import { pictogram } from './pictogram.ts';
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

/** The form that holds everything on the page: also buttons outside it post it. */
export const FORM = 'form';

/** Goes to the same page in another language. A button, no link: what was filled in stays. */
const switchTo = ({ action }: PlainPage, language: string, name: string, how: Html): Html =>
  html`<button
    class="button small"
    form="${FORM}"
    name="do"
    value="stay"
    formaction="${action.replace(/\?.*/, '')}?taal=${language}"
    ${how}
  >
    ${name}
  </button>`;

const languageControl = (page: PlainPage): Html | '' => {
  const { profile, words } = page;
  const offered: readonly string[] = profile.languages;
  if (offered.length < 2) return '';
  const easy = words.language === EASY;
  return html`<div class="languages">
    <details>
      <summary class="button small">
        ${pictogram('translate')} <bdi>${LANGUAGE_IN_ALL}</bdi>
      </summary>
      <ul>
        ${offered.map((language) => {
          const current = language === words.language ? html`aria-current="true"` : '';
          const how = html`lang="${language}" dir="${directionOf(language)}" ${current}`;
          return html`<li>${switchTo(page, language, nameOf(language), how)}</li>`;
        })}
      </ul>
    </details>
    ${
      offered.includes(EASY) && isDutch(words.language)
        ? switchTo(
            page,
            easy ? SOURCE : EASY,
            EASY_READING,
            html`lang="${SOURCE}" aria-pressed="${String(easy)}"`,
          )
        : ''
    }
  </div>`;
};

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
