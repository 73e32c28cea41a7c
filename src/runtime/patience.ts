import { pause } from './pause.ts';

/** Between tries, in milliseconds; the last one repeats. */
const PAUSES = [1000, 3000, 8000];

/**
 * For what a page cannot do without and a poor line did not bring: tries until it works. Coming
 * online tries at once.
 * @param wanted false ends the trying
 * @returns undefined when it was no longer wanted
 */
export async function untilItWorks<T>(
  work: () => Promise<T>,
  wanted: () => boolean = () => true,
): Promise<T | undefined> {
  for (let tries = 0; wanted(); tries += 1) {
    try {
      return await work();
    } catch {
      await pause(PAUSES[Math.min(tries, PAUSES.length - 1)]!);
    }
  }
  return undefined;
}
