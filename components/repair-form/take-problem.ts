import type { ProblemId } from '../../src/contract/triage/tree.ts';
import type { RoomId } from '../../src/contract/triage/types.ts';
import type { RepairJourney } from './journey.ts';
import { roomFound } from './questions.ts';

/**
 * From the suggestions under her own words: the way by the tiles is no longer needed.
 * @param problem undefined: "Nee, iets anders"
 * @param named the room that those words name
 */
export function takeProblem(
  journey: RepairJourney,
  problem: ProblemId | undefined,
  named: RoomId | undefined,
): void {
  const { answers } = journey.state;
  const room = roomFound(answers, problem, named);
  if (room !== answers.room) journey.answer('room', undefined);
  journey.answer('item', undefined);
  journey.answer('problem', problem);
  if (room !== undefined) journey.answer('room', room);
}
