import { escaped, hintOf, shell } from './shell.ts';
import type { Row, Words } from './words.ts';

const row = (each: Row, kind: string): string =>
  `<li><button class="${kind}" name="danger" value="${each.id}"><strong>${escaped(each.label)}</strong>` +
  `${hintOf(each, (text) => `<small>${text}</small>`)}</button></li>`;

/** A form as a server writes it: markup and one style sheet, no script. */
export const plainPage = (words: Words): string =>
  shell(
    '<link rel="stylesheet" href="/plain/form.css" />',
    `<main>
      <form method="post" action="/sent">
        <h1>${escaped(words.title)}</h1>
        <p>${escaped(words.intro)}</p>
        <ul>
          ${words.dangers.map((each) => row(each, 'danger')).join('\n          ')}
          ${row(words.none, 'calm')}
        </ul>
        <label><input type="checkbox" name="someoneElse" /> ${escaped(words.someoneElse)}</label>
      </form>
    </main>
    <div class="table">
      <a class="button" href="/sent">${escaped(words.speak)}</a>
      <p><a href="tel:${words.tel}">${escaped(words.call)}</a></p>
    </div>`,
  );
