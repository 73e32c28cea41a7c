import { html } from 'hono/html';
import { isDutch } from '../../contract/languages.ts';
import { inTwo, outagesAt } from '../../contract/outages-shown.ts';

import type { Html, PlainPage } from './page.ts';
import { numbersInOrder, overDutch } from './say.ts';

/** What the association already knows to be broken, where she lives as far as she has said. */
export const outageNotices = (
  { open, now, words, besideDutch }: PlainPage,
  typed: string | undefined,
): Html =>
  html`${outagesAt(open.outages ?? [], now, typed).map(({ words: lines, text }) => {
    const own = lines[words.language];
    const dutch = inTwo(lines['nl'], typed).map(numbersInOrder);
    const [what, rest] = (own ? inTwo(own, typed).map(numbersInOrder) : dutch).map((line, at) =>
      own && besideDutch && !isDutch(words.language) ? overDutch(line, dutch[at] ?? '') : line,
    );
    return html`<div class="notice">
      <p><strong>${what ?? ''}</strong></p>
      <p>${rest ?? ''}</p>
      ${text ? html`<p lang="nl" dir="ltr">${text}</p>` : ''}
    </div>`;
  })}`;
