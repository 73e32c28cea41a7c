import { join } from 'node:path';
import type { OutwardSettings, SettingsOf } from '../../contract/outward.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Profiles } from '../profiles.ts';
import { Refusal } from '../refusal.ts';
import type { Texts } from '../texts.ts';
import { folderDrop } from './folder.ts';
import { mailbox } from './mail.ts';
import type { Adapter } from './port.ts';
import { readMailServer, type MailServer } from './send-mail.ts';
import { signingKey } from './signed-post.ts';
import { veraAdapter, type VeraAuth } from './vera/adapter.ts';
import { apiKey, clientCredentials } from './vera/auth.ts';
import { webhook } from './webhook.ts';

/** One way out of the desk, ready to be used. */
export interface Route {
  id: string;
  /** As staff call it. */
  name: string;
  kind: OutwardSettings['kind'];
  adapter: Adapter;
}

export interface Outward {
  routesOf(association: string): readonly Route[];
  /** SHA-256 of the tokens with which its system may say how far a report is, and that system's name. */
  statusBackOf(association: string): { name: string; hashes: readonly string[] } | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Around {
  env: Environment;
  dataDir: string;
  texts: Texts;
  mail: MailServer | undefined;
}

/**
 * What the profiles say, with the secrets that they name.
 * @throws {Refusal} one sentence with the association and the variable, never with what is in it
 */
export function openOutward(
  profiles: Profiles,
  around: { env: Environment; dataDir: string; texts: Texts },
): Outward {
  const all = [...profiles.values()];
  const mail = all.some(({ outward }) => outward.some(({ kind }) => kind === 'mail'))
    ? readMailServer(around.env)
    : undefined;
  const routes = new Map(
    all.map((profile) => [
      profile.id,
      profile.outward.map((settings) => ({
        id: settings.id,
        name: settings.name,
        kind: settings.kind,
        adapter: adapterOf(profile, settings, { ...around, mail }),
      })),
    ]),
  );
  const back = new Map(all.map((profile) => [profile.id, statusBackOf(profile, around.env)]));
  return {
    routesOf: (association) => routes.get(association) ?? [],
    statusBackOf: (association) => back.get(association),
  };
}

function adapterOf(profile: Profile, settings: OutwardSettings, around: Around): Adapter {
  const where = `Profile ${profile.id}, outward "${settings.id}"`;
  switch (settings.kind) {
    case 'webhook': {
      const key = signingKey(secret(around.env, settings.secretEnv, where));
      if (!key)
        throw new Refusal(
          `${where}: ${settings.secretEnv} must be "whsec_" and 24 to 64 random bytes in base64.`,
        );
      return webhook(settings, key);
    }
    case 'mail': {
      if (!around.mail)
        throw new Refusal(`${where}: set SMTP_URL and MAIL_FROM to the mail server to use.`);
      return mailbox(settings, around.mail, () => around.texts(profile, 'nl'));
    }
    case 'folder': {
      const folder = folderOf(profile.id, settings, around.dataDir);
      return folderDrop(folder, settings.folder === undefined);
    }
    case 'vera':
      return veraAdapter(settings, veraAuth(settings, around.env, where));
  }
}

const folderOf = (association: string, { id, folder }: SettingsOf<'folder'>, dataDir: string) =>
  folder ?? join(dataDir, 'outward', association, id);

/** The folders in which reports of this association wait to be fetched. */
export const foldersOf = ({ id, outward }: Profile, dataDir: string): string[] =>
  outward.flatMap((each) => (each.kind === 'folder' ? [folderOf(id, each, dataDir)] : []));

function veraAuth(settings: SettingsOf<'vera'>, env: Environment, where: string): VeraAuth {
  const { auth, privateNetwork } = settings;
  return auth.kind === 'api-key'
    ? apiKey(secret(env, auth.keyEnv, where))
    : clientCredentials({ auth, privateNetwork }, secret(env, auth.secretEnv, where));
}

function secret(env: Environment, name: string, where: string): string {
  const value = env[name]?.trim();
  if (!value) throw new Refusal(`${where}: the environment variable ${name} is not set.`);
  // It goes into a header.
  if (!/^[\x21-\x7e]+$/.test(value))
    throw new Refusal(`${where}: ${name} must be letters, digits and signs without a space.`);
  return value;
}

function statusBackOf({ id, statusBack }: Profile, env: Environment) {
  if (!statusBack) return undefined;
  const { name, tokenHashEnv } = statusBack;
  const hashes = (env[tokenHashEnv] ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (!hashes.length || hashes.some((hash) => !/^[0-9a-f]{64}$/.test(hash)))
    throw new Refusal(
      `Profile ${id}, statusBack: set ${tokenHashEnv} to the SHA-256 of the token, 64 characters of 0-9 and a-f.`,
    );
  return { name, hashes };
}
