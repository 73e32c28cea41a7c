import type { Language } from '../contract/profile.ts';
import { readTab, writeTab } from './storage/tab.ts';

/** Every language by its own name, in its own script, as the language control shows it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  ar: 'العربية',
};

/** For the language control: who cannot read the rest must recognise this. */
export const LANGUAGE_IN_ALL = 'Taal · Language · اللغة';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'ckb'];

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(language.split('-')[0]!) ? 'rtl' : 'ltr';

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
    const found =
      offered.find((each) => each === wish) ??
      offered.find((each) => each === wish?.split('-')[0]?.toLowerCase());
    if (found) return found;
  }
  return offered[0] ?? 'nl';
}
