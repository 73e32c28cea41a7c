import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import call from '../generated/pictograms/call.ts';
import { withNumbers } from './numbers.ts';
import { pictogram } from './pictogram.ts';

/** Whom she can call: in words, the number as people write it, and as a phone dials it. */
export interface Callable {
  words: string;
  shown: string;
  tel: string;
}

/** A button that calls; a number that is not in its words stands under them. */
export const callLink = ({ words, shown, tel }: Callable, first = false): TemplateResult =>
  html`<a class="button call ${first ? 'first' : ''}" href="tel:${tel}">
    ${pictogram(call)}
    <span
      >${withNumbers(words)}${
        words.includes(shown) ? nothing : html` <span class="apart">${withNumbers(shown)}</span>`
      }</span
    >
  </a>`;

/** The first one is the one to press. */
export const callLinks = (calls: readonly Callable[]): TemplateResult[] =>
  calls.map((each, index) => callLink(each, index === 0));
