import { languages } from '../generated/languages.ts';

/**
 * The languages of the kit. Which there are follows from the folders in `locales/`; this says of each
 * what a folder cannot: its name in its own script, and how it reads.
 */

export { languages };

export type Language = (typeof languages)[number];

/** The language in which every text is written first. */
export const SOURCE = 'nl' satisfies Language;

/** Dutch of about eight words a sentence, with the pictograms in the lead. */
export const EASY = 'nl-x-a2';

/** By its own name, in its own script, as whoever reads it looks for it. */
const NAMES: Readonly<Record<string, string>> = {
  nl: 'Nederlands',
  'nl-x-a2': 'Nederlands, makkelijk',
  en: 'English',
  ar: 'العربية',
  tr: 'Türkçe',
  uk: 'Українська',
  pl: 'Polski',
};

export const nameOf = (language: string): string => NAMES[language] ?? language;

/** The switch between Dutch and easy Dutch, for who reads Dutch: so never in another language. */
export const EASY_READING = 'Makkelijk lezen';

/** The switch that brings the Dutch beside her own language, for who helps her: beside its own name. */
export const DUTCH_BESIDE = 'Nederlands erbij';

/** For the language control: who cannot read the rest must recognise this. */
export const LANGUAGE_IN_ALL = 'Taal · Language · اللغة';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'ckb'];

const primary = (language: string): string => language.split('-')[0]!;

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(primary(language)) ? 'rtl' : 'ltr';

/**
 * "Arabisch" for "ar", "Nederlands" for "nl-x-a2": for staff. Of a private subtag only the first part is
 * asked: Chromium 156 throws at "nl-x-a2", Node 20 does not.
 */
export const nameInDutch = (language: string): string =>
  new Intl.DisplayNames('nl', { type: 'language' }).of(primary(language)) ?? language;

/** Dutch, whichever: whoever helps her reads it without a translation. */
export const isDutch = (language: string): boolean => primary(language) === 'nl';

/** Which of these languages serves this wish ("ar-MA", "AR"); undefined when none does. */
export function served<L extends string>(
  offered: readonly L[],
  wish: string | null | undefined,
): L | undefined {
  const asked = wish?.toLowerCase() ?? '';
  return offered.find((each) => each === asked) ?? offered.find((each) => each === primary(asked));
}
