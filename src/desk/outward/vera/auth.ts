import type { SettingsOf } from '../../../contract/outward.ts';
import { ask } from '../http.ts';
import { jsonIn } from '../port.ts';
import { Undelivered } from '../undelivered.ts';
import type { VeraAuth } from './adapter.ts';

export const apiKey = (key: string): VeraAuth => ({
  headers: async () => ({ 'X-API-KEY': key }),
  refused: () => undefined,
});

/** Not used in its last minute. */
const MARGIN = 60_000;

/** OAuth 2.0 client credentials (RFC 6749 §4.4); a token is kept, in memory, as long as it says. */
export function clientCredentials(
  {
    auth,
    privateNetwork,
  }: Pick<SettingsOf<'vera'>, 'privateNetwork'> & {
    auth: { tokenUrl: string; clientId: string; scope: string };
  },
  secret: string,
): VeraAuth {
  let kept: { token: string; until: number } | undefined;
  return {
    async headers(now) {
      if (!kept || now >= kept.until) kept = await newToken(now);
      return { Authorization: `Bearer ${kept.token}` };
    },
    refused: () => (kept = undefined),
  };

  async function newToken(now: number) {
    const encoded = [auth.clientId, secret].map(encodeURIComponent).join(':');
    const { status, text } = await ask(auth.tokenUrl, {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(encoded).toString('base64')}`,
      },
      body: String(new URLSearchParams({ grant_type: 'client_credentials', scope: auth.scope })),
      privateNetwork,
    });
    const { access_token: token, expires_in: seconds } = jsonIn(text) ?? {};
    if (status >= 500) throw new Undelivered('fault');
    if (status !== 200 || typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
      throw new Undelivered('not-allowed');
    return { token, until: now + (Number(seconds) || 0) * 1000 - MARGIN };
  }
}
