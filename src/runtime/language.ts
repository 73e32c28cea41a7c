import { served } from '../contract/languages.ts';
import type { Language } from '../contract/languages.ts';
import { readTab, writeTab } from './storage/tab.ts';

const CHOICE = 'language';

export const chosenLanguage = (): string | undefined => readTab(CHOICE);

export const chooseLanguage = (language: string): void => writeTab(CHOICE, language);

/**
 * The language to show: what she chose in this tab, else the element's own or the page's `lang`,
 * else the association's first. "ar-MA" is served by "ar".
 */
export function languageFor(
  offered: readonly Language[],
  ...wishes: readonly (string | null | undefined)[]
): Language {
  for (const wish of wishes) {
    const found = served(offered, wish);
    if (found) return found;
  }
  return offered[0] ?? 'nl';
}
