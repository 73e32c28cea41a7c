/**
 * What can be checked by machine of "Dutch at B1": short sentences, no formal words, no abbreviations,
 * "u", and never a threat, blame, a bill or "try online first". The rest is for readers.
 */

const LONGEST_SENTENCE = 20;

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

/** What a reader at B1 would stumble over in one text; empty when nothing is found. */
export function stumbles(text: string): string[] {
  const formal = words(text.toLowerCase()).filter((word) => FORMAL[word] !== undefined);
  const long = sentences(text).filter((sentence) => words(sentence).length > LONGEST_SENTENCE);
  const abbreviation = ABBREVIATION.exec(text)?.[0];
  const familiar = FAMILIAR.exec(text)?.[0];
  return [
    ...formal.map((word) => `"${word}" is formal: "${FORMAL[word]}"`),
    ...long.map((sentence) => `${words(sentence).length} words in one sentence: "${sentence}"`),
    ...(abbreviation ? [`"${abbreviation}" is an abbreviation`] : []),
    ...(familiar ? [`"${familiar}": this house says "u"`] : []),
    ...UNKIND.filter((pattern) => pattern.test(text)).map((pattern) => `unkind: ${pattern.source}`),
  ];
}
