import { html } from 'hono/html';
import type { Words } from '../texts.ts';
import type { OutwardReport } from './outward-report.ts';
import { linesOf, type Line } from './mail-lines.ts';
import { inOneLine } from './rows.ts';

/** The same in plain text and in simple HTML: nothing is fetched, nothing needs a style to be read. */
export function bodiesOf(
  report: OutwardReport,
  enclosed: readonly unknown[],
  words: Words,
): { text: string; html: string } {
  const { t } = words;
  const { title, head, story, rows, notes } = linesOf(report, enclosed.length, words);
  const text = [
    title,
    asText(head),
    ...(story ? [`${t('outward:mail.story')}\n\n${story}`] : []),
    `${t('outward:mail.answers')}\n\n${asText(rows)}`,
    ...notes,
    `${t('outward:mail.console')}\n${report.console}`,
    `-- \n${t('outward:mail.automatic')}`,
  ];
  return {
    text: `${text.join('\n\n')}\n`,
    html: String(asHtml(report, { title, head, story, rows, notes }, words)),
  };
}

const asText = (lines: readonly Line[]): string => lines.map(inOneLine).join('\n');

const table = (lines: readonly Line[]) =>
  html`<table cellpadding="4">
    ${lines.map(
      ({ label, value }) =>
        html`<tr>
          <th align="left" valign="top" scope="row">${label}</th>
          <td>${value}</td>
        </tr> `,
    )}
  </table>`;

const asHtml = (
  report: OutwardReport,
  { title, head, story, rows, notes }: ReturnType<typeof linesOf>,
  { t }: Words,
) =>
  html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body>
        <h1>${title}</h1>
        ${table(head)}
        ${
          story
            ? html`<h2>${t('outward:mail.story')}</h2>
                <blockquote lang="${report.language}" dir="auto">
                  ${story.split('\n').map((line) => html`${line}<br />`)}
                </blockquote>`
            : ''
        }
        <h2>${t('outward:mail.answers')}</h2>
        ${table(rows)} ${notes.map((note) => html`<p>${note}</p> `)}
        <p><a href="${report.console}">${t('outward:mail.console')}</a></p>
        <hr />
        <p>${t('outward:mail.automatic')}</p>
      </body>
    </html> `;
