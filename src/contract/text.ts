/**
 * Texts: flat JSON in i18next's v4 format (`{{param}}`, plural suffixes `_one`, `_other`, …), so that
 * every translation tool reads them. This formatter does the part of that format that we use; a test
 * holds it against i18next itself over every string. Why not i18next in the browser: see
 * docs/decisions/0002-texts-without-i18next.md.
 */

export type Params = Readonly<Record<string, string | number>>;

/** Key → text of one file in one language. */
export type Dictionary = Readonly<Record<string, string>>;

/** `translate('frame:speak.open')`: the file, a colon, the key. */
export type Translate = (key: string, params?: Params) => string;

const plurals = new Map<string, Intl.PluralRules>();

function pluralOf(language: string, count: number): string {
  let rules = plurals.get(language);
  if (!rules) plurals.set(language, (rules = new Intl.PluralRules(language)));
  return rules.select(count);
}

/**
 * @param files name of the file → its texts, all in `language`
 * @throws when a text is missing: keys are checked against the Dutch file, so this is a bug
 */
export function translator(
  files: Readonly<Record<string, Dictionary>>,
  language: string,
): Translate {
  return (key, params = {}) => {
    const colon = key.indexOf(':');
    const texts = files[key.slice(0, colon)];
    const name = key.slice(colon + 1);
    const count = params['count'];
    const text =
      (count === 0 ? texts?.[`${name}_zero`] : undefined) ??
      (typeof count === 'number' ? texts?.[`${name}_${pluralOf(language, count)}`] : undefined) ??
      texts?.[name];
    if (text === undefined) throw new Error(`No text "${key}" in "${language}"`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, param: string) => String(params[param] ?? ''));
  };
}

/** True when the file has this text: for optional lines such as a hint. */
export const hasText = (files: Readonly<Record<string, Dictionary>>, key: string): boolean =>
  files[key.slice(0, key.indexOf(':'))]?.[key.slice(key.indexOf(':') + 1)] !== undefined;

/**
 * What reads left to right in every language, in one piece: a phone number, a time, a postcode, a house number
 * with a letter, a reference, an e-mail address. Between Arabic words its groups would change places,
 * and somebody would dial another number. For `text.split`: every second piece is one.
 */
export const LEFT_TO_RIGHT =
  /([\w.+-]+@[\w-]+\.[\w.]*\w|[A-Z\d]{4}-[A-Z\d]{4}(?:-[A-Z\d]+)*|\+?\d+(?:[ :-]\d+)+(?: ?[A-Z]{1,2}\b|[a-z]\b)?|\d+(?: ?[A-Z]{1,2}|[a-z])\b)/;
