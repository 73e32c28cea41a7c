/** What every language file must hold to, as functions over a folder, so that faults can be planted. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { foldersIn, readJson } from '../../scripts/lib/files.mjs';
import { dutchOf, reviewsOf, wordsNow } from '../../scripts/lib/reviewed.mjs';
import { textFilesOf } from '../../scripts/lib/texts.mjs';
import { translator } from '../../src/contract/text.ts';
import type { Dictionary, Params } from '../../src/contract/text.ts';

/** The language in which the texts are written first. */
export const SOURCE = 'nl';
/** For staff, in Dutch alone. */
const DUTCH_ONLY = ['console', 'outward', 'duty'];
const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/;

const read = (root: string, language: string, file: string): Dictionary =>
  readJson(join(root, 'locales', language, `${file}.json`)) as Dictionary;

export const filesOf = (root: string, language: string): string[] => textFilesOf(root, language);

export const languagesOf = (root: string): string[] => foldersIn(join(root, 'locales'));

const categories = (language: string): string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** The keys that `language` must have for the Dutch ones: plurals in its own number of forms. */
function expectedKeys(source: Dictionary, language: string): Set<string> {
  return new Set(
    Object.keys(source)
      .filter((key) => !key.endsWith('_zero'))
      .flatMap((key) => {
        const base = PLURAL.exec(key)?.[1];
        return base ? categories(language).map((category) => `${base}_${category}`) : [key];
      }),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '').sort();

/** A number may be a word ("one day"), so `count` may be left out of a plural form. */
const withoutCount = (names: string[]): string => names.filter((name) => name !== 'count').join();

function faultsOfFile(root: string, language: string, file: string): string[] {
  const where = `locales/${language}/${file}.json`;
  const source = read(root, SOURCE, file);
  if (!existsSync(join(root, where))) return [`${where} is missing`];
  const texts = read(root, language, file);
  const expected = expectedKeys(source, language);
  const missing = [...expected].filter((key) => texts[key] === undefined);
  // "None" may have words of its own in any language: i18next looks for `_zero` first.
  const zeros = new Set([...expected].map((key) => key.replace(PLURAL, '$1_zero')));
  const extra = Object.keys(texts).filter((key) => !expected.has(key) && !zeros.has(key));
  const empty = Object.keys(texts).filter((key) => !texts[key]?.trim());
  const odd = Object.entries(texts).filter(([key, text]) => {
    const dutch = dutchOf(source, key);
    const plural = PLURAL.test(key);
    const names = (each: string): string =>
      plural ? withoutCount(placeholders(each)) : placeholders(each).join();
    return dutch !== undefined && names(text) !== names(dutch);
  });
  return [
    ...missing.map((key) => `${where} lacks "${key}"`),
    ...extra.map((key) => `${where} has "${key}", which the Dutch file has not`),
    ...empty.map((key) => `${where} has no text at "${key}"`),
    ...odd.map(([key]) => `${where} has other placeholders than the Dutch at "${key}"`),
  ];
}

/** Keys, plural forms, placeholders and empty texts, in every language against the Dutch. */
export function keyFaults(root: string): string[] {
  const files = filesOf(root, SOURCE);
  return languagesOf(root).flatMap((language) => [
    ...files
      .filter((file) => language === SOURCE || !DUTCH_ONLY.includes(file))
      .flatMap((file) => faultsOfFile(root, language, file)),
    ...filesOf(root, language)
      .filter((file) => !files.includes(file))
      .map((file) => `locales/${language}/${file}.json has no Dutch file`),
  ]);
}

/**
 * `reviewed.json` says who read which text, of texts that are there, as they are now: when the Dutch or
 * the translation changed since, somebody must read it again.
 */
export function reviewFaults(root: string): string[] {
  return languagesOf(root).flatMap((language) =>
    Object.entries(reviewsOf(root, language)).flatMap(([key, { by, on, of }]) => {
      const where = `locales/${language}/reviewed.json: "${key}"`;
      const now = wordsNow(root, language, key);
      if (now === undefined) return [`${where} is not there`];
      if (!by || !/^\d{4}-\d{2}-\d{2}$/.test(on)) return [`${where} does not say who, and when`];
      if (of !== now) return [`${where} was changed after ${by} had read it`];
      return [];
    }),
  );
}

const COUNTS = [...Array.from({ length: 21 }, (_, count) => count), 100];

/** Where our translator says something else than i18next does with the same files. */
export async function formatFaults(root: string): Promise<string[]> {
  const faults: string[] = [];
  for (const language of languagesOf(root)) {
    const names = filesOf(root, language);
    const files = Object.fromEntries(names.map((file) => [file, read(root, language, file)]));
    const theirs = i18next.createInstance();
    await theirs.init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: files },
      keySeparator: false,
      interpolation: { escapeValue: false },
    });
    const ours = translator(files, language);
    for (const [file, texts] of Object.entries(files))
      for (const [key, text] of Object.entries(texts)) {
        const base = PLURAL.exec(key)?.[1];
        const params: Params = Object.fromEntries(
          placeholders(text).map((name) => [name, `<${name}>`]),
        );
        for (const count of base ? COUNTS : [undefined]) {
          const all: Params = count === undefined ? params : { ...params, count };
          const full = `${file}:${base ?? key}`;
          const said = theirs.t(full, all as Record<string, unknown>);
          if (ours(full, all) !== said)
            faults.push(`${language} ${full} (${count}): "${ours(full, all)}", i18next "${said}"`);
        }
      }
  }
  return faults;
}
