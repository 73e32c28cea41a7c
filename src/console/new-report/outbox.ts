import type { Outbox } from '../../runtime/storage/outbox.ts';
import { Refused } from '../../runtime/desk-client.ts';
import { pause } from '../../runtime/pause.ts';
import type { StaffApi } from '../api.ts';
import { Fault } from '../fault.ts';
import type { Why } from '../fault.ts';

/** Between tries, in milliseconds; the last one repeats. */
const PAUSES = [1000, 3000, 8000, 20_000];

/** What passes: the line, the desk, too many at once, or a session that she begins again. */
const PASSING: readonly Why[] = ['offline', 'down', 'busy', 'fault', 'signed-out'];

/**
 * Sends what the form made to the staff's side of the desk, until the desk has it. Nothing is written
 * down: on a shared computer the next one may be somebody else.
 *
 * @param stuck told why it does not arrive, at every try
 */
export const outboxOfStaff = (api: StaffApi, stuck: (why: Why) => void): Outbox => ({
  async deliver(key, _endpoint, body, { waiting, signal } = {}) {
    for (let tries = 0; ; tries += 1) {
      signal?.throwIfAborted();
      try {
        return await api.call(body, key);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        if (!PASSING.includes(error.why))
          throw new Refused(error.code ?? 'bad-request', error.errors);
        stuck(error.why);
        waiting?.();
        await pause(PAUSES[Math.min(tries, PAUSES.length - 1)]!, signal);
      }
    }
  },
  forget: () => Promise.resolve(),
});
