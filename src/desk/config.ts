import { resolve } from 'node:path';
import { isIssuer } from '../contract/profile.ts';
import { Refusal } from './refusal.ts';

/** What the environment sets. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  /** "https://desk.example", without a slash at the end. */
  publicOrigin: string | undefined;
  profilesDir: string;
  trustedProxies: number;
  /** Opens `/metrics`. */
  metricsToken: string | undefined;
  /** The desk's own sign-in; what an association's profile does not say, is taken from here. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined;
  /** Of an association that has a client of its own, by the end of the variable's name: "DE_LINDE". */
  clientSecrets: ReadonlyMap<string, string>;
  /** When the start began, epoch milliseconds. */
  startTime: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const OWN_SECRET = 'OIDC_CLIENT_SECRET_';

/** @throws {Refusal} naming the variable that is not right */
export function readConfig(env: Environment, root: string): Config {
  return {
    port: whole(env, 'PORT', 4300, 0, 65534),
    host: env['HOST'] || '127.0.0.1',
    dataDir: resolve(env['DATA_DIR'] || './data'),
    databaseUrl: databaseUrl(env['DATABASE_URL']),
    publicOrigin: origin(env['PUBLIC_URL']),
    profilesDir: resolve(env['PROFILES_DIR'] || `${root}/profiles`),
    trustedProxies: whole(env, 'TRUSTED_PROXIES', 0, 0, 5),
    metricsToken: metricsToken(env['METRICS_TOKEN']),
    oidc: oidc(env),
    clientSecrets: new Map(
      Object.entries(env).flatMap(([name, value]) =>
        name.startsWith(OWN_SECRET) && value ? [[name.slice(OWN_SECRET.length), value]] : [],
      ),
    ),
    startTime: Number(env['START_TIME']) || Date.now() - process.uptime() * 1000,
  };
}

function whole(env: Environment, name: string, standard: number, least: number, most: number) {
  const text = env[name];
  if (!text) return standard;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new Refusal(`${name} must be a whole number from ${least} to ${most}.`);
  return number;
}

function databaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  // The address may hold a password: it is not repeated.
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text))
    throw new Refusal('DATABASE_URL must look like postgresql://user:password@host:5432/name.');
  return text;
}

function origin(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw new Refusal('PUBLIC_URL must be an address without a path, like https://desk.example.');
  return url.origin;
}

function metricsToken(text: string | undefined): string | undefined {
  if (text && !/^[\x21-\x7e]{16,200}$/.test(text))
    throw new Refusal('METRICS_TOKEN must be 16 to 200 letters, digits and signs without a space.');
  return text || undefined;
}

function oidc(env: Environment): Config['oidc'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return undefined;
  if (!isIssuer(OIDC_ISSUER))
    throw new Refusal('OIDC_ISSUER must be an https address, like https://login.example/tenant.');
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
}
