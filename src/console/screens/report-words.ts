import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { directionOf } from '../../contract/languages.ts';
import type { Report, ShownRow } from '../../contract/staff.ts';
import { isDutch, languageName } from '../format.ts';
import { t } from '../texts.ts';

/** Her own words first, then every answer: in Dutch, and beside it as she saw it. */
export function wordsCard(report: Report): TemplateResult {
  const { language, story } = report;
  return html`
    <section class="card words" aria-labelledby="words-title">
      <h3 id="words-title">${t('words.title')}</h3>
      ${
        story
          ? html`<blockquote lang=${language} dir="auto">${story}</blockquote>`
          : html`<p class="quiet">${t('words.no-story')}</p>`
      }
      ${answersIn(report)}
    </section>
  `;
}

type Answered = Pick<Report, 'shown' | 'language'>;

/** Every answer: in Dutch, and beside it as she saw it. */
export const answersIn = (of: Answered): TemplateResult =>
  isDutch(of.language) ? inDutch(of) : beside(of);

/** What is already in the top of the card is not said twice. */
const withoutStory = (rows: readonly ShownRow[]): readonly ShownRow[] =>
  rows.filter(({ id }) => id !== 'story');

const inDutch = ({ shown }: Answered): TemplateResult => html`
  <dl class="answers">
    ${withoutStory(shown.nl).map(
      ({ label, value }) =>
        html`<div>
          <dt>${label}</dt>
          <dd dir="auto">${value}</dd>
        </div>`,
    )}
  </dl>
`;

function beside({ shown, language }: Answered): TemplateResult {
  const theirs = new Map(shown.tenant.map((row) => [row.id, row]));
  const dir = directionOf(language);
  const cell = (row: ShownRow | undefined): TemplateResult | typeof nothing =>
    row
      ? html`<span class="label">${row.label}</span> <span dir="auto">${row.value}</span>`
      : nothing;
  return html`
    <table class="beside">
      <thead>
        <tr>
          <th scope="col">${t('words.dutch')}</th>
          <th scope="col">${t('words.tenant', { language: languageName(language) })}</th>
        </tr>
      </thead>
      <tbody>
        ${withoutStory(shown.nl).map(
          (row) =>
            html`<tr>
              <td>${cell(row)}</td>
              <td lang=${language} dir=${dir}>${cell(theirs.get(row.id))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}
