import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import {
  directionOf,
  DUTCH_BESIDE,
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
import type { Say } from './say.ts';
import { speakStrip } from './speak.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every plain page knows. */
export interface PlainPage {
  profile: Profile;
  /** Opening hours and days of this moment. */
  open: PublicProfile;
  now: number;
  words: Words;
  /** As it stands on the page, with its Dutch where that belongs beside it. */
  say: Say;
  /** The Dutch beside every text, for who helps her. */
  besideDutch: boolean;
  /** Where the form posts to, without a query. */
  path: string;
}

/** The form that holds everything on the page: also buttons outside it post it. */
export const FORM = 'form';

/** In what words the next page is: goes behind every address that leads to one. */
export const inWords = (
  { words, besideDutch }: Pick<PlainPage, 'words' | 'besideDutch'>,
  change: { language?: string; besideDutch?: boolean } = {},
): string =>
  `?taal=${change.language ?? words.language}${(change.besideDutch ?? besideDutch) ? '&erbij=nl' : ''}`;

export const actionOf = (page: PlainPage): string => page.path + inWords(page);

/** Goes to the same page in other words. A button, no link: what was filled in stays. */
const switchTo = (
  page: PlainPage,
  change: Parameters<typeof inWords>[1],
  name: Html | string,
  how: Html,
): Html =>
  html`<button
    class="button small"
    form="${FORM}"
    name="do"
    value="stay"
    formaction="${page.path + inWords(page, change)}"
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
          return html`<li>${switchTo(page, { language }, nameOf(language), how)}</li>`;
        })}
      </ul>
    </details>
    ${
      offered.includes(EASY) && isDutch(words.language)
        ? switchTo(
            page,
            { language: easy ? SOURCE : EASY },
            EASY_READING,
            html`lang="${SOURCE}" aria-pressed="${String(easy)}"`,
          )
        : ''
    }
    ${
      isDutch(words.language)
        ? ''
        : switchTo(
            page,
            { besideDutch: !page.besideDutch },
            html`<span
              >${words.t('frame:dutch-beside')}<br /><bdi lang="nl">${DUTCH_BESIDE}</bdi></span
            >`,
            html`aria-pressed="${String(page.besideDutch)}"`,
          )
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
