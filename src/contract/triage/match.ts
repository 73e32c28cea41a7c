import { problems } from './tree.ts';
import type { ProblemId } from './tree.ts';
import type { RoomId } from './types.ts';

/**
 * What she typed, held against `locales/<lang>/triage-words.json` by the pieces of three letters they
 * share: that sees through typing errors, compounds ("keukenkraan") and word endings in one go, in
 * Dutch and in Arabic. Why not a library: docs/decisions/0003-matching-own-words.md.
 */

/**
 * Problem id → what people say for it, phrases between commas. `_filler`: words that every sentence
 * of the language has, or that only say where, between spaces; those that decide ("niet", "open",
 * "dicht") stay out of it. `_<problem id>`: one of these must be in what she wrote before that problem
 * is suggested, parts of words between commas, as they are mistyped too: a tap that leaks is no gas.
 * `_room.<room id>`: what that room is called, between spaces (`room-words.ts`).
 */
export type MatchWords = Readonly<Record<string, string>>;

export type Matcher = (sentence: string, room?: RoomId) => ProblemId[];

const MOST = 5;
/** Stories are read so many words at a time, each time half as many further. */
const WINDOW = 8;
/**
 * So many of them are read, some two hundred telling words: at each key the whole story is read anew, and
 * ten thousand characters took Node 20 a second on a busy machine, an old phone several.
 */
const MOST_WINDOWS = 50;
/** At least this share of either the phrase or the window is in the other … */
const WHOLLY = 0.5;
/** … and at least this share of both. */
const PARTLY = 0.2;
/** Suggestions far behind the best one only distract. */
const BEHIND = 0.4;
/** What a piece that is in no phrase weighs, as a share of the rarest one that is. */
const STRANGE = 0.3;

export const wordsIn = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .normalize('NFKD')
      // Accents; in Arabic the vowel signs, the hamza on its letter and the stretch.
      .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
      .replace(/ى/g, 'ي')
      .replace(/ة/g, 'ه')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) => word.replace(/^(?:[وبفك]?ال|لل)(?=..)/, ''))
    .filter((word) => word.length > 1);

function pieces(from: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of from) {
    const padded = ` ${word} `;
    for (let start = 0; start + 3 <= padded.length; start++)
      found.add(padded.slice(start, start + 3));
  }
  return found;
}

/** Her sentences one by one; a long one a few words at a time. */
function* windows(text: string, telling: (text: string) => string[]): Generator<string[]> {
  let count = 0;
  for (const sentence of text.split(/[.,!?;:\n\u060c\u061b\u061f]+/u)) {
    const all = telling(sentence);
    if (!all.length) continue;
    for (let start = 0; start === 0 || start + WINDOW / 2 < all.length; start += WINDOW / 2) {
      if ((count += 1) > MOST_WINDOWS) return;
      yield all.slice(start, start + WINDOW);
    }
  }
}

/** Best first, at most five; empty when nothing fits. With a room: only what can be wrong there. */
export function createMatcher(said: MatchWords): Matcher {
  const filler = new Set(wordsIn(said['_filler'] ?? ''));
  const telling = (text: string): string[] => wordsIn(text).filter((word) => !filler.has(word));
  const phrases = problems.flatMap(({ id, rooms }) => {
    const needs = said[`_${id}`]?.split(',').map((part) => wordsIn(part).join(' '));
    return (said[id] ?? '')
      .split(',')
      .map((phrase) => ({ id, rooms, needs, has: pieces(telling(phrase)) }));
  });
  const times = new Map<string, number>();
  for (const { has } of phrases)
    for (const piece of has) times.set(piece, (times.get(piece) ?? 0) + 1);
  const weigh = (piece: string): number => {
    const often = times.get(piece);
    return Math.log(1 + phrases.length / (often ?? 1)) * (often ? 1 : STRANGE);
  };
  const weight = (has: Iterable<string>): number => {
    let sum = 0;
    for (const piece of has) sum += weigh(piece);
    return sum;
  };
  const weighed = phrases.map((phrase) => ({ ...phrase, weight: weight(phrase.has) }));

  return (sentence, room) => {
    const scores = new Map<ProblemId, number>();
    for (const window of windows(sentence, telling)) {
      const typed = pieces(window);
      const all = weight(typed);
      const text = window.join(' ');
      for (const phrase of weighed) {
        if (room && !phrase.rooms.includes(room)) continue;
        if (phrase.needs && !phrase.needs.some((part) => text.includes(part))) continue;
        const shared = weight([...phrase.has].filter((piece) => typed.has(piece)));
        const ofPhrase = shared / phrase.weight;
        const ofWindow = shared / all;
        if (!(Math.max(ofPhrase, ofWindow) >= WHOLLY && Math.min(ofPhrase, ofWindow) >= PARTLY))
          continue;
        const score = shared / Math.sqrt(phrase.weight);
        if (score > (scores.get(phrase.id) ?? 0)) scores.set(phrase.id, score);
      }
    }
    const best = Math.max(...scores.values());
    return [...scores]
      .filter(([, score]) => score >= BEHIND * best)
      .sort(([, one], [, other]) => other - one)
      .slice(0, MOST)
      .map(([id]) => id);
  };
}
