import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { directionOf, served, SOURCE } from '../contract/languages.ts';
import type { Profile } from '../contract/profile.ts';
import { ownTexts } from './triage-settings.ts';
import { hasText, translator, type Dictionary, type Translate } from '../contract/text.ts';

/** The texts of the kit in one language, with those of an association on top. */
export interface Words {
  language: string;
  direction: 'ltr' | 'rtl';
  t: Translate;
  has(key: string): boolean;
  /** A whole file: what is no text to show, such as the words that people say for a problem. */
  file(name: string): Dictionary;
}

export type Texts = (profile: Profile, language: string) => Words;

type Files = Record<string, Dictionary>;

/**
 * Reads `locales/<language>/*.json` once. A language that an association does not offer is Dutch, and
 * so is a text that a language lacks: a report is never lost for a word.
 */
export function readTexts(folder: string): Texts {
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const read = new Map(languages.map((each) => [each, readLanguage(join(folder, each))]));
  const made = new Map<string, Words>();
  return (profile, asked) => {
    const language = served(profile.languages, asked) ?? SOURCE;
    const id = `${profile.id} ${language}`;
    const words = made.get(id) ?? wordsOf(read, profile, language);
    made.set(id, words);
    return words;
  };
}

function wordsOf(read: ReadonlyMap<string, Files>, profile: Profile, language: string): Words {
  const texts = ownTexts(profile);
  const own = withOwn(read.get(language) ?? {}, texts[language] ?? {});
  const dutch = withOwn(read.get('nl') ?? {}, texts['nl'] ?? {});
  const [translate, inDutch] = [translator(own, language), translator(dutch, 'nl')];
  return {
    language,
    direction: directionOf(language),
    t: (key, params) => {
      for (const each of [translate, inDutch])
        try {
          return each(key, params);
        } catch {
          // The next one, and at last the key.
        }
      return key;
    },
    has: (key) => hasText(own, key) || hasText(dutch, key),
    file: (name) => own[name] ?? dutch[name] ?? {},
  };
}

const readLanguage = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json') && file !== 'reviewed.json')
      .map((file) => [
        file.slice(0, -'.json'.length),
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dictionary,
      ]),
  );

/** @param own "file:key" → text */
function withOwn(files: Files, own: Readonly<Record<string, string>>): Files {
  const merged: Files = { ...files };
  for (const [key, text] of Object.entries(own)) {
    const [file = '', ...rest] = key.split(':');
    merged[file] = { ...merged[file], [rest.join(':')]: text };
  }
  return merged;
}
