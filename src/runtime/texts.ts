import { html } from 'lit';
import { isDutch } from '../contract/languages.ts';
import type { Language } from '../contract/languages.ts';
import { dayOf } from '../contract/opening-hours.ts';
import { dutchBeside, isSafetyFile } from '../contract/reviewed.ts';
import { hasText, translator } from '../contract/text.ts';
import type { Dictionary, Params } from '../contract/text.ts';
import type { TextKey } from '../generated/text-keys.ts';
import { frameInDutch } from '../generated/frame-in-dutch.ts';
import { within } from './deadline.ts';
import { afterDutch, overDutch } from './dutch.ts';
import type { Kit } from './kit.ts';
import { withNumbers } from './numbers.ts';
import { inDutch, shownAs } from './shown.ts';

/**
 * The words of one element in one language. A language that does not arrive whole is not shown in
 * part: the element falls back to Dutch as a whole, and says so in its `lang`. The Dutch of the
 * frame is part of the runtime, so that the way to a person needs no file at all.
 */
export interface Texts {
  language: Language;
  /** The Dutch stands beside every text. */
  beside: boolean;
  t: (key: TextKey, params?: Params) => string;
  /** For keys made from data ("triage:room.keuken"). */
  any: (key: string, params?: Params) => string;
  /** "dinsdag 1 december". */
  day: (instant: string) => string;
  has: (key: string) => boolean;
  /** Whether the words of this file are there. */
  holds: (file: string) => boolean;
}

/** What is asked for at once. */
export interface Wanted {
  language: Language;
  /** Names of files; "frame+" is what the screens after the first say of "frame". */
  files: readonly string[];
  /** The Dutch of every text beside it, not of the safety texts alone. */
  beside: boolean;
}

/** How long a language file may take before Dutch stands in. */
const PATIENCE = 8000;

type Files = Readonly<Record<string, Dictionary>>;

const BUILT_IN: Files = { frame: frameInDutch };

/** The association's own texts on top. */
function withOwn(files: Files, language: Language, kit?: Kit): Files {
  const own = Object.entries(kit?.profile.texts[language] ?? {});
  if (!own.length) return files;
  return Object.fromEntries(
    Object.entries(files).map(([file, texts]) => {
      const start = `${file}:`;
      const its = own.filter(([key]) => key.startsWith(start));
      const changes = its.map(([key, text]) => [key.slice(start.length), text] as const);
      return [file, { ...texts, ...Object.fromEntries(changes) }];
    }),
  );
}

function textsOf(
  { language, files: names, beside }: Wanted,
  files: Files,
  dutch: Files,
  kit?: Kit,
): Texts {
  const own = withOwn(files, language, kit);
  const ownDutch = withOwn(dutch, 'nl', kit);
  const say = translator(own, language);
  const sayInDutch = translator(ownDutch, 'nl');
  const any = (key: string, params: Params = {}): string => {
    const text = say(key, params);
    const place = dutchBeside(language, key, kit?.reviewed);
    if (place === 'none' && !beside) return withNumbers(text);
    const there = sayInDutch(
      key,
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inDutch(value)])),
    );
    return place === 'first' ? afterDutch(text, there) : overDutch(text, there);
  };
  const day = (instant: string): string => {
    const text = dayOf(instant, language);
    if (isDutch(language)) return text;
    const inDutchToo = dayOf(instant, 'nl');
    return beside ? overDutch(text, inDutchToo) : shownAs(text, html`${text}`, inDutchToo);
  };
  return {
    language,
    beside,
    t: any,
    any,
    day,
    has: (key) => hasText(own, key),
    holds: (file) => names.includes(file),
  };
}

/** The frame alone, in Dutch: while the rest is loading, and when it does not come. */
export const builtInTexts = (kit?: Kit): Texts =>
  textsOf({ language: 'nl', files: ['frame'], beside: false }, BUILT_IN, {}, kit);

/** @throws when one of the files does not come */
export async function wholeTexts(kit: Kit, wanted: Wanted): Promise<Texts> {
  const { language, files } = wanted;
  const beside = wanted.beside && !isDutch(language);
  const dutch = isDutch(language) ? [] : files.filter((file) => beside || isSafetyFile(file));
  const [texts, inDutch] = await Promise.all([
    filesOf(kit, language, files),
    filesOf(kit, 'nl', dutch),
  ]);
  return textsOf({ ...wanted, beside }, texts, inDutch, kit);
}

async function filesOf(kit: Kit, language: Language, files: readonly string[]): Promise<Files> {
  const parts = await Promise.all(
    files.map(
      async (file) => (language === 'nl' && BUILT_IN[file]) || kit.loadTexts(language, file),
    ),
  );
  const whole: Record<string, Dictionary> = {};
  files.forEach((file, index) => {
    const name = file.replace('+', '');
    whole[name] = { ...whole[name], ...parts[index] };
  });
  return whole;
}

/** @throws when not even Dutch arrives */
export async function loadTexts(kit: Kit, wanted: Wanted): Promise<Texts> {
  const inDutch = () => wholeTexts(kit, { ...wanted, language: 'nl' });
  if (wanted.language === 'nl') return inDutch();
  return within(PATIENCE, wholeTexts(kit, wanted)).catch(inDutch);
}
