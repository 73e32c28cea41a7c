import { createMatcher } from '../../contract/triage/match.ts';
import type { Matcher } from '../../contract/triage/match.ts';
import { roomNamed } from '../../contract/triage/room-words.ts';
import type { ProblemId } from '../../contract/triage/tree.ts';
import type { RoomId } from '../../contract/triage/types.ts';
import type { Words } from '../texts.ts';

/** What her own words say, on a page without JavaScript. */
export interface Told {
  problems: (story: string) => readonly ProblemId[];
  /** The room that they name, where this problem can be in several. */
  room: (story: string, problem: ProblemId) => RoomId | undefined;
}

const SUGGESTIONS = 4;
const matchers = new WeakMap<Words, Matcher>();

function matcherOf(words: Words): Matcher {
  const matcher = matchers.get(words) ?? createMatcher(words.file('triage-words'));
  matchers.set(words, matcher);
  return matcher;
}

export const toldIn = (words: Words): Told => ({
  problems: (story) => matcherOf(words)(story).slice(0, SUGGESTIONS),
  room: (story, problem) => roomNamed(words.file('triage-words'), story, problem),
});
