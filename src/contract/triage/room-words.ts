import { wordsIn } from './match.ts';
import type { MatchWords } from './match.ts';
import { problems, rooms } from './tree.ts';
import type { ProblemId } from './tree.ts';
import type { RoomId } from './types.ts';

/**
 * The room that her own words name, when they name one alone and this problem can be there. A word that
 * is a room and a thing in it too ("wc", "trap") names no room: it is asked.
 */
export function roomNamed(
  said: MatchWords,
  sentence: string,
  problem: ProblemId,
): RoomId | undefined {
  const spoken = new Set(wordsIn(sentence));
  const named = rooms.filter(({ id }) =>
    wordsIn(said[`_room.${id}`] ?? '').some((word) => spoken.has(word)),
  );
  const [room, another] = named;
  const possible = problems.find(({ id }) => id === problem)?.rooms ?? [];
  return room && !another && possible.includes(room.id) ? room.id : undefined;
}
