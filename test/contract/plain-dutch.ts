/**
 * What can be checked by machine of "Dutch at B1": short sentences and words, no formal words, no
 * abbreviations, "u", and never a threat, blame, a bill or "try online first"; and of easy Dutch, at A2,
 * the same with less of everything. The rest is for readers. What was measured:
 * `docs/decisions/0013-how-easy-dutch-is-checked.md`.
 */
interface Level {
  /** In words. */
  longestSentence: number;
  /** Of one file, in words a sentence. */
  mean: number;
  /** In letters. */
  longestWord: number;
  /** Longer ones that everybody knows: they stand on every form and every wall. */
  known: readonly string[];
  /** Word → what it asks of a reader, or the plain one. */
  forbidden: Readonly<Record<string, string>>;
}

/** Formal word → the plain one. */
const FORMAL: Readonly<Record<string, string>> = {
  aangaande: 'over',
  alsmede: 'en',
  alvorens: 'voor',
  benodigd: 'nodig',
  betreffende: 'over',
  conform: 'volgens',
  derhalve: 'daarom',
  desgewenst: 'als u wilt',
  dient: 'moet',
  dienen: 'moeten',
  doch: 'maar',
  echter: 'maar',
  ervaart: 'hebt',
  evenals: 'en',
  gaarne: 'graag',
  gelieve: 'wilt u',
  geschieden: 'gebeuren',
  heden: 'vandaag',
  hieromtrent: 'hierover',
  indien: 'als',
  inzake: 'over',
  jegens: 'tegen',
  middels: 'met',
  mits: 'als',
  momenteel: 'nu',
  nadien: 'daarna',
  nochtans: 'toch',
  omtrent: 'over',
  ondergetekende: 'ik',
  onderhavige: 'deze',
  reeds: 'al',
  respectievelijk: 'en',
  teneinde: 'om',
  tenzij: 'behalve als',
  tevens: 'ook',
  trachten: 'proberen',
  verschaffen: 'geven',
  vervolgens: 'daarna',
  voornemens: 'van plan',
  voorts: 'ook',
  wenst: 'wilt',
  wederom: 'weer',
};

/** What makes a sentence of two, or says it in a way that a learner has not had yet. */
const HARD: Readonly<Record<string, string>> = {
  doordat: 'two sentences',
  hoewel: 'two sentences',
  nadat: 'two sentences',
  omdat: 'two sentences',
  terwijl: 'two sentences',
  totdat: 'two sentences',
  voordat: 'two sentences',
  waardoor: 'two sentences',
  waarmee: 'two sentences',
  waarvan: 'two sentences',
  zodat: 'two sentences',
  zodra: 'two sentences',
  werd: 'who did it',
  werden: 'who did it',
  worden: 'who does it',
  aanwezig: 'er',
  afspreken: 'een afspraak maken',
  bovendien: 'ook',
  controleren: 'kijken',
  daarnaast: 'ook',
  eventueel: 'als het kan',
  gegevens: 'say which',
  informatie: 'say which',
  mogelijk: 'kan',
  ongeveer: 'say how much',
  ontvangen: 'krijgen',
  tijdens: 'als',
  uitvoeren: 'doen',
  veroorzaken: 'komen door',
};

export const LEVELS = {
  nl: {
    longestSentence: 15,
    mean: 8,
    longestWord: 15,
    known: [],
    forbidden: FORMAL,
  },
  'nl-x-a2': {
    longestSentence: 8,
    mean: 5.5,
    longestWord: 12,
    known: ['telefoonnummer', 'stopcontacten'],
    forbidden: { ...FORMAL, ...HARD },
  },
} satisfies Record<string, Level>;

export type DutchLevel = keyof typeof LEVELS;

const ABBREVIATION =
  /(?<![\p{L}])(a\.?u\.?b|b\.?v|bijv|bv|c\.?q|d\.?m\.?v|d\.?w\.?z|e\.?d|enz|etc|evt|excl|i\.?p\.?v|i\.?v\.?m|incl|m\.?b\.?t|m\.?u\.?v|n\.?a\.?v|n\.?v\.?t|o\.?a|o\.?i\.?d|p\.?m|t\.?a\.?v|t\.?b\.?v|t\.?n\.?v|z\.?s\.?m)(\.|(?![\p{L}]))/iu;

/** "je" and the like: this house says "u". */
const FAMILIAR = /(?<![\p{L}])(je|jij|jouw|jou|jullie|uzelf)(?![\p{L}])/iu;

/** Never a threat, blame, or a word that the tenant must pay. */
const UNKIND: readonly RegExp[] = [
  /boete|incasso|deurwaarder|juridische/i,
  /u (had|hebt|heeft) (zelf )?moeten/i,
  /(eigen|uw) schuld/i,
  /(zelf|moet u) betalen|voor uw rekening|op uw kosten|kosten in rekening/i,
  /probeer (het |dit )?(eerst )?(zelf|online)/i,
];

const sentences = (text: string): string[] =>
  text
    .replace(/\{\{\w+\}\}/g, 'woord')
    .split(/[.!?:;\n]+(?:\s|$)/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

const words = (sentence: string): string[] => sentence.match(/[\p{L}\d'’-]+/gu) ?? [];

/** What a reader at this level would stumble over in one text; empty when nothing is found. */
export function stumbles(text: string, level: DutchLevel = 'nl'): string[] {
  const { longestSentence, longestWord, known, forbidden }: Level = LEVELS[level];
  const all = words(text.toLowerCase());
  const long = sentences(text).filter((sentence) => words(sentence).length > longestSentence);
  const abbreviation = ABBREVIATION.exec(text)?.[0];
  const familiar = FAMILIAR.exec(text)?.[0];
  return [
    ...all.flatMap((word) => (forbidden[word] ? [`"${word}" is hard: "${forbidden[word]}"`] : [])),
    ...all
      .filter((word) => word.length > longestWord && !known.includes(word) && !isNumber(word))
      .map((word) => `"${word}" has ${word.length} letters`),
    ...long.map((sentence) => `${words(sentence).length} words in one sentence: "${sentence}"`),
    ...(abbreviation ? [`"${abbreviation}" is an abbreviation`] : []),
    ...(familiar ? [`"${familiar}": this house says "u"`] : []),
    ...UNKIND.filter((pattern) => pattern.test(text)).map((pattern) => `unkind: ${pattern.source}`),
  ];
}

/** Numbers of a phone are no word. */
const isNumber = (word: string): boolean => /^[\d-]+$/.test(word);

/** How long the sentences of these texts are, in words. */
export function lengths(texts: readonly string[]): { mean: number; longest: number } {
  const each = texts.flatMap(sentences).map((sentence) => words(sentence).length);
  return {
    mean: each.reduce((sum, one) => sum + one, 0) / each.length,
    longest: Math.max(...each),
  };
}
