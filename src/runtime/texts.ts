import type { Language } from '../contract/languages.ts';
import { hasText, translator } from '../contract/text.ts';
import type { Dictionary, Params } from '../contract/text.ts';
import type { TextKey } from '../generated/text-keys.ts';
import { frameInDutch } from '../generated/frame-in-dutch.ts';
import type { Kit } from './kit.ts';
import { within } from './deadline.ts';

/**
 * The words of one element in one language. A language that does not arrive whole is not shown in
 * part: the element falls back to Dutch as a whole, and says so in its `lang`. The Dutch of the
 * frame is part of the runtime, so that the way to a person needs no file at all.
 */
export interface Texts {
  language: Language;
  t: (key: TextKey, params?: Params) => string;
  /** For keys made from data ("triage:room.keuken"). */
  any: (key: string, params?: Params) => string;
  has: (key: string) => boolean;
  /** Whether the words of this file are there. */
  holds: (file: string) => boolean;
  /** The Dutch of a safety text, to show under its translation; undefined where it is not loaded. */
  dutch: (key: string) => string | undefined;
}

/** How long a language file may take before Dutch stands in. */
const PATIENCE = 8000;

const BUILT_IN: Readonly<Record<string, Dictionary>> = { frame: frameInDutch };

/** Files of safety texts, which are always shown with their Dutch. */
const WITH_DUTCH: readonly string[] = ['danger', 'safety'];

function textsOf(
  language: Language,
  files: Record<string, Dictionary>,
  kit?: Kit,
  inDutch: Record<string, Dictionary> = {},
): Texts {
  const own = kit?.profile.texts[language] ?? {};
  const whole: Record<string, Dictionary> = {};
  for (const [file, texts] of Object.entries(files)) {
    const overrides = Object.entries(own)
      .filter(([key]) => key.startsWith(`${file}:`))
      .map(([key, text]) => [key.slice(file.length + 1), text] as const);
    whole[file] = overrides.length ? { ...texts, ...Object.fromEntries(overrides) } : texts;
  }
  const any = translator(whole, language);
  const dutch = (key: string) =>
    inDutch[key.slice(0, key.indexOf(':'))]?.[key.slice(key.indexOf(':') + 1)];
  const has = (key: string) => hasText(whole, key);
  return { language, t: any, any, has, holds: (file) => file in whole, dutch };
}

/** The frame alone, in Dutch: while the rest is loading, and when it does not come. */
export const builtInTexts = (kit?: Kit): Texts => textsOf('nl', BUILT_IN, kit);

async function load(
  kit: Kit,
  language: Language,
  files: readonly string[],
  beside: boolean,
): Promise<Texts> {
  const withDutch =
    language === 'nl' || !beside ? [] : files.filter((file) => WITH_DUTCH.includes(file));
  const [texts, dutch] = await Promise.all([
    filesOf(kit, language, files),
    filesOf(kit, 'nl', withDutch),
  ]);
  return textsOf(language, texts, kit, dutch);
}

async function filesOf(
  kit: Kit,
  language: Language,
  files: readonly string[],
): Promise<Record<string, Dictionary>> {
  const texts = await Promise.all(
    files.map(
      async (file) =>
        (language === 'nl' && BUILT_IN[file]) || (await kit.loadTexts(language, file)),
    ),
  );
  return Object.fromEntries(files.map((file, index) => [file, texts[index]!]));
}

/**
 * @param dutchBeside also the Dutch of safety texts; the first screen does not wait for it
 * @throws when not even Dutch arrives
 */
export async function loadTexts(
  kit: Kit,
  language: Language,
  files: readonly string[],
  dutchBeside = true,
): Promise<Texts> {
  const inDutch = () => load(kit, 'nl', files, false);
  if (language === 'nl') return inDutch();
  return within(PATIENCE, load(kit, language, files, dutchBeside)).catch(inDutch);
}
