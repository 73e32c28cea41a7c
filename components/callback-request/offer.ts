import * as v from 'valibot';
import { CallbackOfferSchema } from '../../src/contract/callback.ts';
import type { CallbackOffer } from '../../src/contract/callback.ts';
import type { CallbackTopic, CallbackWhen } from '../../src/contract/callback-choices.ts';
import { dateOf, timeOf } from '../../src/contract/opening-hours.ts';
import { deadline } from '../../src/runtime/deadline.ts';
import { urlAt } from '../../src/runtime/desk-client.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import type { Texts } from '../../src/runtime/texts.ts';

/** So long the desk may take, in milliseconds: a row waits for nothing. */
const PATIENCE = 8000;

/** What about, and when: each team has a queue of its own. */
export interface Wish {
  topic: CallbackTopic;
  when: CallbackWhen;
}

/** What the desk would promise now. Until it has said so, and where it promises nothing, no time is named. */
export class Offers {
  readonly #kit: Kit;
  readonly #found = new Map<string, CallbackOffer>();

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  /** Asks the desk; resolves when it has answered. What it does not answer leaves things as they were. */
  async ask(wish: Wish): Promise<void> {
    const { desk, profile } = this.#kit;
    if (!desk || !profile.callbacks?.promised) return;
    try {
      const address = `${urlAt(desk, 'callbackPromise')}?${query(wish)}`;
      const response = await fetch(address, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: deadline(PATIENCE),
      });
      const answer = v.safeParse(CallbackOfferSchema, await response.json());
      if (response.ok && answer.success) this.#found.set(query(wish), answer.output);
    } catch {
      // Offline, or too late: nothing is promised.
    }
  }

  /** "vandaag tussen 14:00 en 16:00 uur"; undefined where no time is named. */
  words(wish: Wish, texts: Texts): string | undefined {
    const offer = this.#found.get(query(wish));
    return offer && promiseInWords(offer, texts, this.#kit.clock());
  }
}

const query = ({ topic, when }: Wish): string => new URLSearchParams({ topic, when }).toString();

/** @param now epoch milliseconds */
export function promiseInWords(
  { promise }: Pick<CallbackOffer, 'promise'>,
  { t, day, language }: Texts,
  now: number,
): string | undefined {
  if (promise.kind === 'none') return undefined;
  const from = timeOf(promise.from, language);
  const until = timeOf(promise.until, language);
  return dateOf(now) === dateOf(Date.parse(promise.from))
    ? t('callback-request:promise.today', { from, until })
    : t('callback-request:promise.day', { day: day(promise.from), from, until });
}
