import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './files.mjs';

/**
 * Which translations a speaker of the language has read: `locales/<lang>/reviewed.json`, by key. All
 * others were made by a machine. A review holds for the words that were read: when the Dutch or the
 * translation changes, it no longer counts.
 * @typedef {{ by: string, on: string, of: string }} Review who, ISO date, and the words by their hash
 */

/** Beside the texts, and no texts itself. */
export const REVIEWED = 'reviewed';
const SOURCE = 'nl';
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** @param {string} dutch @param {string} text */
export const wordsRead = (dutch, text) =>
  createHash('sha256').update(dutch).update('\0').update(text).digest('hex').slice(0, 8);

/** The Dutch of a key; a plural form that Dutch has not is held against the general one. */
export const dutchOf = (source, key) => source[key] ?? source[key.replace(PLURAL, '_other')];

const textsOf = (root, language, file) => {
  const path = join(root, 'locales', language, `${file}.json`);
  return existsSync(path) ? readJson(path) : {};
};

/** "file:key" → the hash of what it says now, or undefined when there is no such text. */
export function wordsNow(root, language, fullKey) {
  const colon = fullKey.indexOf(':');
  const [file, key] = [fullKey.slice(0, colon), fullKey.slice(colon + 1)];
  const dutch = dutchOf(textsOf(root, SOURCE, file), key);
  const text = textsOf(root, language, file)[key];
  return dutch === undefined || text === undefined ? undefined : wordsRead(dutch, text);
}

/** @returns {Readonly<Record<string, Review>>} */
export function reviewsOf(root, language) {
  const path = join(root, 'locales', language, `${REVIEWED}.json`);
  return existsSync(path) ? readJson(path) : {};
}

/**
 * The keys of these files that were reviewed as they are now; "file:*" for a file of which every text
 * was, so that the list stays short.
 * @param {string} root @param {string} language @param {readonly string[]} files
 * @returns {string[]}
 */
export function reviewedIn(root, language, files) {
  const fresh = Object.entries(reviewsOf(root, language))
    .filter(([key, { of }]) => of === wordsNow(root, language, key))
    .map(([key]) => key);
  return files.flatMap((file) => {
    const all = Object.keys(textsOf(root, language, file)).map((key) => `${file}:${key}`);
    const some = all.filter((key) => fresh.includes(key));
    return all.length > 0 && some.length === all.length ? [`${file}:*`] : some;
  });
}
