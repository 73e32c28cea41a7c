import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A phone number, a postcode, a time, a house number with a letter: two or more characters around digits. */
const NUMBER = /(\+?\d[\d\-: ]*\d(?: ?[A-Za-z]{1,2}\b)?)/;

/**
 * A text in which numbers and postcodes read left to right whatever the language around them, and do
 * not break in the middle.
 */
export const withNumbers = (text: string): TemplateResult =>
  html`${text
    .split(NUMBER)
    .map((part, index) => (index % 2 ? html`<bdi class="number" dir="ltr">${part}</bdi>` : part))}`;
