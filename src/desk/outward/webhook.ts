import type { SettingsOf } from '../../contract/outward.ts';
import { jsonIn, shownReference, type Adapter, type Outgoing } from './port.ts';
import { signedPost } from './signed-post.ts';

/**
 * One signed POST with everything in it, photos too (base64): when the receiver answers 2xx it has it
 * all, and nothing of the desk needs to stay open for it to fetch.
 */
export const webhook = ({ url, privateNetwork }: SettingsOf<'webhook'>, key: Buffer): Adapter => ({
  async deliver(outgoing) {
    const { text } = await signedPost(url, bodyOf(outgoing), {
      id: outgoing.delivery,
      key,
      now: outgoing.now,
      privateNetwork,
    });
    const reference = shownReference(jsonIn(text)?.['reference']);
    return reference ? { reference } : {};
  },
});

const bodyOf = ({ report, attachments }: Outgoing): string =>
  JSON.stringify({
    type: 'repair-report.received',
    timestamp: report.receivedAt,
    data: {
      ...report,
      attachments: report.attachments.map((about, index) => ({
        ...about,
        content: attachments[index]?.content.toString('base64'),
      })),
    },
  });
