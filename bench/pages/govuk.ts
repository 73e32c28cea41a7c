import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/files.mjs';
import { escaped, hintOf, shell } from './shell.ts';
import type { Row, Words } from './words.ts';

const DIST = join(ROOT, 'node_modules/govuk-frontend/dist/govuk');

/**
 * The style sheet with the font that `$govuk-font-family` gives to everybody outside GOV.UK, where its
 * own is not licensed.
 */
export const govukStyles = (): string =>
  readFileSync(join(DIST, 'govuk-frontend.min.css'), 'utf8')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial', 'arial')
    .replace(/\/\*# sourceMappingURL.*\*\//, '');

export const govukScript = (): string =>
  readFileSync(join(DIST, 'govuk-frontend.min.js'), 'utf8').replace(/\/\/# sourceMappingURL.*/, '');

export const GOVUK_INIT = `import { initAll } from './govuk-frontend.min.js';\ninitAll();\n`;

/** As its page template has it, first in the body. */
const SUPPORTED =
  "document.body.className += ' js-enabled' + " +
  "('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

const radio = (each: Row): string => `
            <div class="govuk-radios__item">
              <input class="govuk-radios__input" id="${each.id}" name="danger" type="radio" value="${each.id}" />
              <label class="govuk-label govuk-radios__label" for="${each.id}">${escaped(each.label)}</label>
              ${hintOf(each, (text) => `<div class="govuk-hint govuk-radios__hint">${text}</div>`)}
            </div>`;

/** As its guide writes a question page: radios, a checkbox, one button, initialised by its script. */
export const govukPage = (words: Words): string =>
  shell(
    `<link rel="stylesheet" href="/govuk/govuk-frontend.min.css" />
    <script type="module" src="/govuk/init.js"></script>`,
    `<script>${SUPPORTED}</script>
    <div class="govuk-width-container">
      <main class="govuk-main-wrapper">
        <form method="post" action="/sent" novalidate>
          <div class="govuk-form-group">
            <fieldset class="govuk-fieldset">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                <h1 class="govuk-fieldset__heading">${escaped(words.title)}</h1>
              </legend>
              <div class="govuk-hint">${escaped(words.intro)}</div>
              <div class="govuk-radios" data-module="govuk-radios">
                ${words.dangers.map(radio).join('')}
                <div class="govuk-radios__divider">of</div>
                ${radio(words.none)}
              </div>
            </fieldset>
          </div>
          <div class="govuk-form-group">
            <div class="govuk-checkboxes" data-module="govuk-checkboxes">
              <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" id="else" name="someoneElse" type="checkbox" value="1" />
                <label class="govuk-label govuk-checkboxes__label" for="else">${escaped(words.someoneElse)}</label>
              </div>
            </div>
          </div>
          <button type="submit" class="govuk-button" data-module="govuk-button">${escaped(words.onward)}</button>
        </form>
        <div class="govuk-inset-text">
          <p class="govuk-body"><a class="govuk-link" href="/sent">${escaped(words.speak)}</a></p>
          <p class="govuk-body"><a class="govuk-link" href="tel:${words.tel}">${escaped(words.call)}</a></p>
        </div>
      </main>
    </div>`,
  ).replace('<body>', '<body class="govuk-template__body">');
