import type { PublicEndpoint as Endpoint } from '../../contract/endpoints.ts';
import { post, Refused, Unreachable } from '../desk-client.ts';
import type { Desk } from '../desk-client.ts';
import { pause } from '../pause.ts';
import * as vault from './vault.ts';

/**
 * A pressed Send is sent until the desk has it, once. What is to be sent is written down before the
 * first try, so that a killed page goes on with exactly the same body and key.
 */

interface Entry {
  endpoint: Endpoint;
  body: unknown;
}

/** Between tries, in milliseconds; the last one repeats. Coming online tries at once. */
const PAUSES = [1000, 3000, 8000, 20_000];

export interface Outbox {
  /**
   * Resolves with the receipt. The entry stays until `forget`: a page that is killed before it wrote
   * the receipt down must send exactly the same body once more.
   * @param key idempotency key, a UUID; the same key always sends the body of the first call
   * @param waiting called after every try that did not reach the desk
   * @throws Refused when the desk has answered no; the entry is then gone
   */
  deliver(
    key: string,
    endpoint: Endpoint,
    body: unknown,
    options?: { waiting?: () => void; signal?: AbortSignal },
  ): Promise<unknown>;
  /** The receipt is written down: what was sent need not be kept for another try. */
  forget(key: string): Promise<void>;
}

/** `signal.throwIfAborted()` is missing before Safari 15.4 and Chrome 100. */
function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('Nobody waits any more', 'AbortError');
}

export const outboxOf = (desk: Desk): Outbox => ({
  async deliver(key, endpoint, body, { waiting, signal } = {}) {
    const stored = await vault.loadJson('outbox', key).catch(() => undefined);
    const entry = (stored as Entry | undefined) ?? { endpoint, body };
    await vault.saveJson('outbox', key, entry);
    for (let tries = 0; ; tries += 1) {
      stopIf(signal);
      try {
        return await post(desk, entry.endpoint, key, entry.body, signal);
      } catch (error) {
        if (error instanceof Refused) {
          await vault.remove('outbox', key);
          throw error;
        }
        if (!(error instanceof Unreachable)) throw error;
        stopIf(signal);
        waiting?.();
        await pause(error.after ?? PAUSES[Math.min(tries, PAUSES.length - 1)]!, signal);
      }
    }
  },
  forget: (key) => vault.remove('outbox', key),
});
