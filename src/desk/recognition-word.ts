import { randomInt } from 'node:crypto';
import {
  recognitionWords,
  type RecognitionWord,
  type RecognitionWordId,
} from '../contract/recognition-word.ts';
import type { Profile } from '../contract/profile.ts';
import type { Texts } from './texts.ts';

/**
 * What our member of staff says first. Nobody can guess it, and it is not one that somebody was given
 * who may take the call for another: two that are open for one phone never have the same.
 *
 * @param taken those that are open now for the same phone
 */
export function newRecognitionWord(
  taken: ReadonlySet<string> = new Set(),
  random: (below: number) => number = randomInt,
): RecognitionWordId {
  const free = recognitionWords.filter((each) => !taken.has(each));
  const all = free.length ? free : recognitionWords;
  return all[random(all.length)]!;
}

/** In Dutch, and in her language. */
export const recognitionWordIn = (
  texts: Texts,
  profile: Profile,
  id: RecognitionWordId,
  language: string,
): RecognitionWord => ({
  id,
  inDutch: texts(profile, 'nl').t(`recognition:${id}`),
  inLanguage: texts(profile, language).t(`recognition:${id}`),
});
