import { html } from 'hono/html';
import { outagesAt } from '../../contract/outages-shown.ts';

import type { Html, PlainPage } from './page.ts';
import { numbersInOrder } from './say.ts';

/** What the association already knows to be broken, where she lives as far as she has said. */
export const outageNotices = ({ open, now, words }: PlainPage, typed: string | undefined): Html =>
  html`${outagesAt(open.outages ?? [], now, typed).map(({ words: lines, text }) => {
    const [what = '', where = '', ...more] = lines[words.language] ?? lines['nl'] ?? [];
    const rest = typed ? more : [where, ...more];
    return html`<div class="notice">
      <p><strong>${what}</strong></p>
      <p>${numbersInOrder(rest.join(' '))}</p>
      ${text ? html`<p lang="nl" dir="ltr">${text}</p>` : ''}
    </div>`;
  })}`;
