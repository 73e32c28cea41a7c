import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
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
import type { Language } from '../../contract/languages.ts';
import translate from '../../generated/pictograms/translate.ts';
import { pictogram } from '../pictogram.ts';
import type { Texts } from '../texts.ts';

/** Closes the list that the pressed button is in; what has the focus is about to be hidden. */
function fold({ currentTarget }: Event): void {
  const list = (currentTarget as HTMLElement).closest('details');
  list?.querySelector('summary')?.focus();
  list?.removeAttribute('open');
}

/**
 * "Taal · Language · اللغة": every language by its own name, in its own script. A native disclosure,
 * so that it needs no script of ours to be operable, and closes by itself after a choice.
 *
 * @param switches "Makkelijk lezen" and "Nederlands erbij" once more: shown where there is no room beside it
 */
export const languageControl = (
  texts: Texts,
  languages: readonly Language[],
  choose: (language: Language) => void,
  switches: unknown,
): TemplateResult | typeof nothing => {
  if (languages.length < 2) return nothing;
  const pick = (event: Event, language: Language) => {
    fold(event);
    choose(language);
  };
  return html`<details class="language no-print">
    <summary class="button small">
      ${pictogram(translate)} <span><bdi>${LANGUAGE_IN_ALL}</bdi></span>
    </summary>
    <ul class="plain">
      ${languages.map(
        (language) =>
          html`<li>
            <button
              type="button"
              class="button small"
              lang=${language}
              dir=${directionOf(language)}
              aria-current=${language === texts.language ? 'true' : nothing}
              @click=${(event: Event) => pick(event, language)}
            >
              ${nameOf(language)}
            </button>
          </li>`,
      )}
      <li class="folded">${switches}</li>
    </ul>
  </details>`;
};

/** "Makkelijk lezen": the same in easy Dutch, and back, for who reads Dutch. */
export const easyControl = (
  { language }: Texts,
  languages: readonly Language[],
  choose: (language: Language) => void,
): TemplateResult | typeof nothing => {
  const easy = languages.find((each) => (each as string) === EASY);
  if (!easy || !isDutch(language)) return nothing;
  const on = language === easy;
  return html`<button
    type="button"
    class="button small no-print"
    lang=${SOURCE}
    aria-pressed=${on ? 'true' : 'false'}
    @click=${(event: Event) => {
      fold(event);
      choose(on ? SOURCE : easy);
    }}
  >
    ${EASY_READING}
  </button>`;
};

/** "Nederlands erbij", in her language and in Dutch: for who helps her and does not read hers. */
export const dutchControl = (
  texts: Texts,
  on: boolean,
  show: (on: boolean) => void,
): TemplateResult | typeof nothing =>
  isDutch(texts.language)
    ? nothing
    : html`<button
        type="button"
        class="button small no-print"
        aria-pressed=${on ? 'true' : 'false'}
        @click=${(event: Event) => {
          fold(event);
          show(!on);
        }}
      >
        <span
          >${String(texts.t('frame:dutch-beside'))}<br /><bdi lang="nl">${DUTCH_BESIDE}</bdi></span
        >
      </button>`;

/** Chosen in the middle of a form, on a poor line. */
export const comingLanguage = (texts: Texts, language: Language): TemplateResult =>
  html`<p class="notice">
    <bdi lang=${language}><strong>${nameOf(language)}</strong></bdi>
    ${texts.t('frame:language.coming')}
  </p>`;
