import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PublicProfile } from '../../contract/profile.ts';
import type { Texts } from '../texts.ts';

/** Whom she speaks, with a face where there is one, and in which languages. */
export function whom(
  { people = [], phoneLanguages }: PublicProfile,
  { t, language }: Texts,
): TemplateResult {
  const list = (type: Intl.ListFormatType, words: readonly string[]) =>
    new Intl.ListFormat(language, { type }).format(words);
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const faces = people.filter(({ picture }) => picture);
  return html`<div class="whom">
    ${faces.map(({ picture }) => html`<img src=${picture!} alt="" width="64" height="64" />`)}
    ${
      people.length
        ? html`<p>
            ${t('frame:speak.people', {
              names: list(
                'disjunction',
                people.map(({ name }) => name),
              ),
            })}
          </p>`
        : nothing
    }
    ${
      phoneLanguages
        ? html`<p>
            ${t('frame:speak.languages', {
              languages: list(
                'conjunction',
                phoneLanguages.map((each) => names.of(each) ?? each),
              ),
            })}
          </p>`
        : nothing
    }
  </div>`;
}

export const whomStyles = css`
  .whom {
    margin-block-start: 1em;
  }
  .whom img {
    inline-size: 64px;
    block-size: 64px;
    margin-inline-end: 8px;
    border-radius: 50%;
    object-fit: cover;
  }
`;
