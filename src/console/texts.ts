// Bundlers and the test server read JSON by a plain import; the attribute that TypeScript asks for is
// refused by a browser to which the JSON comes as a module.
// @ts-expect-error TS1543
import consoleTexts from '../../locales/nl/console.json';
// @ts-expect-error TS1543
import dangerTexts from '../../locales/nl/danger.json';
// @ts-expect-error TS1543
import safetyTexts from '../../locales/nl/safety.json';
import { hasText, translator } from '../contract/text.ts';
import type { Dictionary, Params } from '../contract/text.ts';
import { safetyKey } from '../contract/triage/danger.ts';
import type { SafetyId } from '../contract/triage/danger.ts';
import type { TextKey } from '../generated/text-keys.ts';

const files: Readonly<Record<string, Dictionary>> = {
  console: consoleTexts,
  danger: dangerTexts,
  safety: safetyTexts,
};
const translate = translator(files, 'nl');

type After<Key, Prefix extends string> = Key extends `${Prefix}${infer Rest}` ? Rest : never;
export type ConsoleKey = After<TextKey, 'console:'>;

/** The words of the console: Dutch, for staff. */
export const t = (key: ConsoleKey, params?: Params): string => translate(`console:${key}`, params);

/** What a safety text is about, by its id; the id itself when the language file does not know it. */
export function safetyTitle(id: string): string {
  const key = (['title', 'first'] as const)
    .map((part) => safetyKey(id as SafetyId, part))
    .find((each) => hasText(files, each));
  return key ? translate(key) : id;
}
