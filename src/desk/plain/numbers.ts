import { html } from 'hono/html';
import type { Html } from './page.ts';

/** "0800-9009", "0592 12 34 56", "18:00", "1234 AB": groups of digits that belong together in this order. */
const GROUPED = /(\+?\d+(?:[ :-]\d+)+|\d{4} [A-Z]{2})/;

/**
 * A text in which every number keeps its order: in Arabic the groups of "0800-9009" would change
 * places, and somebody would dial another number.
 */
export const numbersInOrder = (text: string): Html =>
  html`${text
    .split(GROUPED)
    .map((part, at) => (at % 2 ? html`<bdi dir="ltr">${part}</bdi>` : part))}`;
