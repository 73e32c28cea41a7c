import { html, nothing } from 'lit';
import { LEFT_TO_RIGHT } from '../contract/text.ts';
import { shownAs } from './shown.ts';

/**
 * A text in which numbers and postcodes read left to right whatever the language around them, and do
 * not break in the middle; an e-mail address may be longer than a line.
 */
export const withNumbers = (text: string): string =>
  // What is shown as more than its letters has them so already.
  typeof text === 'string' && LEFT_TO_RIGHT.test(text)
    ? shownAs(
        text,
        html`${text
          .split(LEFT_TO_RIGHT)
          .map((part, index) =>
            index % 2
              ? html`<bdi class=${part.includes('@') ? nothing : 'number'} dir="ltr">${part}</bdi>`
              : part,
          )}`,
      )
    : text;
