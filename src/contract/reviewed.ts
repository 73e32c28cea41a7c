import { reviewed } from '../generated/languages.ts';
import { isDutch } from './languages.ts';

/**
 * Texts on which a life may hang are shown with their Dutch: whoever stands beside her reads the same.
 * As long as no speaker of the language has read the translation, the Dutch comes first.
 */
const SAFETY_FILES: readonly string[] = ['danger', 'safety', 'alarm'];

/** Whether a speaker of the language has read this text ("danger:call.112") as it is now. */
export type Reviewed = (language: string, key: string) => boolean;

const listed: Readonly<Record<string, readonly string[]>> = reviewed;

export const isReviewed: Reviewed = (language, key) =>
  [key, key.replace(/:.*/, ':*')].some((each) => listed[language]?.includes(each));

export const isSafetyFile = (file: string): boolean => SAFETY_FILES.includes(file);

/** How a text stands in a language: alone, or with its Dutch under it or before it. */
export function dutchBeside(
  language: string,
  key: string,
  reviewedKey: Reviewed = isReviewed,
): 'none' | 'under' | 'first' {
  if (isDutch(language) || !isSafetyFile(key.slice(0, key.indexOf(':')))) return 'none';
  return reviewedKey(language, key) ? 'under' : 'first';
}
