import { checkMessage } from '../../contract/checks.ts';
import type { Message, MessageReceipt } from '../../contract/message.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import { hashOf } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { newReference } from '../reference.ts';
import { addMessage, messageByKey } from '../repositories/messages.ts';
import { eraseDates } from './keep.ts';

/**
 * Takes a message in, once per key.
 * @throws {ProblemError} `wrong-answers` with the fields, or `key-reused`
 */
export async function receiveMessage(
  desk: Desk,
  profile: Profile,
  message: Message,
  key: string | undefined,
): Promise<{ receipt: MessageReceipt; again: boolean }> {
  const requestHash = hashOf(message);
  const errors = checkMessage(message);
  if (errors.length) throw new ProblemError('wrong-answers', errors);
  for (let attempt = 0; attempt < 5; attempt++) {
    const earlier = key && (await messageByKey(profile.id, desk.database.db, key));
    if (earlier) {
      if (earlier.request_hash !== requestHash) throw new ProblemError('key-reused');
      const receivedAt = earlier.received_at.toISOString();
      return { receipt: { reference: earlier.reference, receivedAt }, again: true };
    }
    const now = desk.now();
    const [id, reference, receivedAt] = [newId(now), newReference(), new Date(now)];
    const added = await addMessage(profile.id, desk.database.db, {
      id,
      reference,
      receivedAt,
      message,
      key,
      requestHash,
      eraseAt: eraseDates(profile.retentionMonths, now).contact,
    });
    if (!added) continue;
    desk.live.publish(profile.id, { type: 'message', id });
    return { receipt: { reference, receivedAt: receivedAt.toISOString() }, again: false };
  }
  throw new Error('No free reference');
}
