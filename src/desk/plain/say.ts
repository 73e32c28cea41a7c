import { html } from 'hono/html';
import { isDutch } from '../../contract/languages.ts';
import { dutchBeside } from '../../contract/reviewed.ts';
import type { Reviewed } from '../../contract/reviewed.ts';
import { dayOf } from '../../contract/opening-hours.ts';
import { LEFT_TO_RIGHT } from '../../contract/text.ts';
import type { Params } from '../../contract/text.ts';
import type { Words } from '../texts.ts';
import type { Html, PlainPage } from './page.ts';

/** A text in which every number keeps its order, and stays whole; an address may be longer than a line. */
export const numbersInOrder = (text: string): Html =>
  html`${text
    .split(LEFT_TO_RIGHT)
    .map((part, at) =>
      at % 2
        ? html`<bdi class="${part.includes('@') ? '' : 'number'}" dir="ltr">${part}</bdi>`
        : part,
    )}`;

/** A text as it stands on a page; `params` of a language where they differ by it (a date). */
export type Say = (key: string, params?: Params | ((language: string) => Params)) => Html;

/**
 * Says texts with their Dutch beside them where a life may hang on it, or everywhere, where who helps
 * her asked for it.
 */
export const sayer = (
  words: Words,
  dutch: Words,
  { besideDutch, reviewed }: { besideDutch: boolean; reviewed?: Reviewed },
): Say => {
  const { language } = words;
  return (key, params = {}) => {
    const inLanguage = (each: string) => (typeof params === 'function' ? params(each) : params);
    const text = numbersInOrder(words.t(key, inLanguage(language)));
    const place = dutchBeside(language, key, reviewed);
    if (isDutch(language) || (place === 'none' && !besideDutch)) return text;
    const line = numbersInOrder(dutch.t(key, inLanguage('nl')));
    return place === 'first'
      ? html`<span class="dutch" lang="nl" dir="ltr">${line}</span>${text}`
      : overDutch(text, line);
  };
};

/** For the eyes of who helps: a screen reader says the same only once. */
export const overDutch = (text: Html | string, line: Html | string): Html =>
  html`${text}<span class="dutch" lang="nl" dir="ltr" aria-hidden="true">${line}</span>`;

/** "dinsdag 1 december". */
export function sayDay({ words, besideDutch }: PlainPage, instant: string): Html {
  const day = dayOf(instant, words.language);
  return besideDutch && !isDutch(words.language)
    ? overDutch(day, dayOf(instant, 'nl'))
    : html`${day}`;
}
