import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { withNumbers } from './numbers.ts';
import { shownAs } from './shown.ts';

/** A translation and its Dutch, for who stands beside her. */

const line = (dutch: string, hidden: boolean): TemplateResult =>
  html`<span class="dutch" lang="nl" dir="ltr" aria-hidden=${hidden ? 'true' : nothing}
    >${withNumbers(dutch)}</span
  >`;

/** The Dutch first, read out as well: nobody who speaks her language has read the translation. */
export const afterDutch = (text: string, dutch: string): string =>
  shownAs(text, html`${line(dutch, false)}${withNumbers(text)}`, dutch);

/** The Dutch under it, for the eyes of who helps: a screen reader says the same only once. */
export const overDutch = (text: string, dutch: string): string =>
  shownAs(text, html`${withNumbers(text)}${line(dutch, true)}`, dutch);
