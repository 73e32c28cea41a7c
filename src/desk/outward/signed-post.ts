import { createHmac } from 'node:crypto';
import { ask, mustBeTaken, type Answer } from './http.ts';

export interface SignedPost {
  /** The same for every attempt at the same thing: by it the receiver knows what it had already. */
  id: string;
  /** The key, as `signingKey` read it. */
  key: Buffer;
  /** Epoch milliseconds. */
  now: number;
  privateNetwork: boolean;
  timeout?: number;
}

/**
 * Posts JSON with a signature as Standard Webhooks 1.0.0 describes (standardwebhooks.com): HMAC-SHA256
 * over "id.timestamp.body".
 *
 * @throws {Undelivered} on anything but an answer of 2xx
 */
export async function signedPost(
  url: string,
  body: string,
  { id, key, now, privateNetwork, timeout }: SignedPost,
): Promise<Answer> {
  const seconds = String(Math.floor(now / 1000));
  const answer = await ask(url, {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Keukentafel',
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`,
    },
    body,
    privateNetwork,
    ...(timeout === undefined ? {} : { timeout }),
  });
  return mustBeTaken(answer, now);
}

/**
 * "whsec_" and 24 to 64 bytes in base64, the notation of Standard Webhooks.
 * @returns undefined when it is something else
 */
export function signingKey(secret: string): Buffer | undefined {
  const base64 = /^whsec_([A-Za-z0-9+/]{32,}={0,2})$/.exec(secret.trim())?.[1];
  const key = base64 && Buffer.from(base64, 'base64');
  return key && key.length >= 24 && key.length <= 64 ? key : undefined;
}
