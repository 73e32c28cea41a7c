import type { Language } from '../../src/contract/languages.ts';
import { translator } from '../../src/contract/text.ts';
import type { Dictionary, Translate } from '../../src/contract/text.ts';
import { inTwoParts } from '../../src/generated/languages.ts';
import { loaders } from '../../src/generated/texts.ts';
import type { FileName, Lang } from '../../src/generated/texts.ts';

/** The texts as the kit loads them, for tests that ask what should stand on a screen. */

export const fromDisk = async (language: string, file: string): Promise<Dictionary> =>
  (await loaders[language as Lang][file as FileName]()).default;

/** All texts of one language. */
export async function wordsOf(language: Language): Promise<Translate> {
  const files: Record<string, Dictionary> = {};
  for (const file of Object.keys(loaders[language as Lang])) {
    const name = file.replace('+', '');
    files[name] = { ...files[name], ...(await fromDisk(language, file)) };
  }
  return translator(files, language);
}

/** Texts that are there with the first screen. */
export const isFirst = (file: string): boolean => file === 'danger' || inTwoParts.includes(file);
