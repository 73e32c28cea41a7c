import type { Language } from '../contract/profile.ts';
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

/** Safety texts are always shown with their Dutch. */
const WITH_DUTCH = 'danger';

function textsOf(
  language: Language,
  files: Record<string, Dictionary>,
  kit?: Kit,
  safety?: Dictionary,
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
  const dutch = (key: string) => safety?.[key.slice(WITH_DUTCH.length + 1)];
  const has = (key: string) => hasText(whole, key);
  return { language, t: any, any, has, holds: (file) => file in whole, dutch };
}

/** The frame alone, in Dutch: while the rest is loading, and when it does not come. */
export const builtInTexts = (kit?: Kit): Texts => textsOf('nl', BUILT_IN, kit);

async function load(kit: Kit, language: Language, files: readonly string[]): Promise<Texts> {
  const dutch = language !== 'nl' && files.includes(WITH_DUTCH);
  const safety = dutch ? kit.loadTexts('nl', WITH_DUTCH) : undefined;
  safety?.catch(() => undefined);
  const loaded = await Promise.all(
    files.map(
      async (file) =>
        [
          file,
          (language === 'nl' && BUILT_IN[file]) || (await kit.loadTexts(language, file)),
        ] as const,
    ),
  );
  return textsOf(language, Object.fromEntries(loaded), kit, await safety);
}

/** @throws when not even Dutch arrives */
export async function loadTexts(
  kit: Kit,
  language: Language,
  files: readonly string[],
): Promise<Texts> {
  if (language === 'nl') return load(kit, 'nl', files);
  return within(PATIENCE, load(kit, language, files)).catch(() => load(kit, 'nl', files));
}
