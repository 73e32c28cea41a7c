import type { AlarmSettings } from '../../contract/alarm.ts';
import type { Profile } from '../../contract/profile.ts';
import { readMailServer, sendMail, type MailServer } from '../outward/send-mail.ts';
import { signedPost, signingKey } from '../outward/signed-post.ts';
import { Undelivered } from '../outward/undelivered.ts';
import type { Profiles } from '../profiles.ts';
import { Refusal } from '../refusal.ts';
import type { AlarmMessage } from './message.ts';

/** How the people on duty of one association are told. */
export interface AlarmChannel {
  /** @throws {Undelivered} when it did not leave */
  send(message: AlarmMessage): Promise<void>;
}

export type AlarmChannels = ReadonlyMap<string, AlarmChannel>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the profiles say, with the secrets that they name.
 *
 * @param otherwise the channel of an association that lacks its settings: for the development entry,
 *   which has no mail server
 * @throws {Refusal} one sentence with the association and the variable, never with what is in it
 */
export function openAlarmChannels(
  profiles: Profiles,
  {
    env,
    otherwise,
    now,
  }: { env: Environment; otherwise?: AlarmChannel | undefined; now: () => number },
): AlarmChannels {
  const channels = new Map<string, AlarmChannel>();
  for (const profile of profiles.values()) {
    if (!profile.alarm) continue;
    try {
      channels.set(profile.id, channelOf(profile, profile.alarm, { env, now }));
    } catch (error) {
      if (!otherwise || !(error instanceof Refusal)) throw error;
      channels.set(profile.id, otherwise);
    }
  }
  return channels;
}

/** Fails with each alarm, which then stands red in the console. */
export const notConfigured: AlarmChannel = {
  send: () => Promise.reject(new Undelivered('not-configured')),
};

function channelOf(
  profile: Profile,
  settings: AlarmSettings,
  { env, now }: { env: Environment; now: () => number },
): AlarmChannel {
  const where = `Profile ${profile.id}, alarm`;
  if (settings.kind === 'mail') {
    const server = readMailServer(env);
    if (!server)
      throw new Refusal(`${where}: set SMTP_URL and MAIL_FROM to the mail server to use.`);
    return byMail(settings.to, server);
  }
  const key = signingKey(env[settings.secretEnv] ?? '');
  if (!key)
    throw new Refusal(
      `${where}: ${settings.secretEnv} must be "whsec_" and 24 to 64 random bytes in base64.`,
    );
  return byWebhook(settings, key, now);
}

const byMail = (to: string, server: MailServer): AlarmChannel => ({
  send: ({ id, attempt, mail }) => sendMail(server, { to, ...mail, id: `alarm-${id}.${attempt}` }),
});

/** A phone that rings for people on duty does not wait longer than this. */
const TIMEOUT = 15_000;

const byWebhook = (
  { url, privateNetwork }: Extract<AlarmSettings, { kind: 'webhook' }>,
  key: Buffer,
  now: () => number,
): AlarmChannel => ({
  async send({ id, attempt, json }) {
    await signedPost(url, JSON.stringify(json), {
      id: `alarm-${id}.${attempt}`,
      key,
      now: now(),
      privateNetwork,
      timeout: TIMEOUT,
    });
  },
});
