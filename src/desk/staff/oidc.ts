import * as client from 'openid-client';
import { faultOf, type Log } from '../log.ts';
import type { Provider, Providers } from './providers.ts';
import type { Claims, Staff } from './person.ts';

/**
 * OpenID Connect: the code flow with PKCE, state and nonce. The desk keeps no token of the provider:
 * it is asked once who somebody is, and forgets the rest.
 */
export interface Oidc {
  /** Where to send her, and what must come back with her. */
  begin(association: string, asked: { staff: Staff; back: string; anew: boolean }): Promise<Begun>;
  /** @param answer the whole address at which she came back, as people reach it */
  finish(association: string, asked: { staff: Staff; answer: URL } & Checks): Promise<SignedIn>;
}

interface Checks {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Begun extends Checks {
  url: string;
}

export interface SignedIn {
  issuer: string;
  claims: Claims;
  /** The provider's own name for this session. */
  session: string | undefined;
}

/**
 * `provider`: it does not answer, or not as it should. `denied`: it, or she herself, said no. `answer`:
 * what came back is not what was asked for.
 */
export class SignInFault extends Error {
  readonly why: 'provider' | 'denied' | 'answer';
  constructor(why: SignInFault['why']) {
    super(why);
    this.why = why;
  }
}

/** Seconds that the provider may take over one answer. */
const PATIENCE = 8;
/** Milliseconds for which its own description holds. */
const KNOWN_FOR = 3_600_000;
/** Seconds that its clock may differ from ours. */
const CLOCK_TOLERANCE = 30;

export function oidcOf(providers: Providers, log: Log, now: () => number): Oidc {
  const known = new Map<string, { config: client.Configuration; until: number }>();

  async function configOf(association: string): Promise<client.Configuration> {
    const found = known.get(association);
    if (found && found.until > now()) return found.config;
    const provider = providers.get(association);
    if (!provider) throw new SignInFault('provider');
    const config = await discover(provider);
    known.set(association, { config, until: now() + KNOWN_FOR });
    return config;
  }

  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SignInFault) throw error;
      log({ event: 'sign-in-failed', ...faultOf(error), ...codeOf(error) });
      throw new SignInFault(whyOf(error));
    }
  };

  return {
    begin: (association, { staff, back, anew }) =>
      told(async () => {
        const config = await configOf(association);
        const verifier = client.randomPKCECodeVerifier();
        const [state, nonce] = [client.randomState(), client.randomNonce()];
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: back,
          scope: staff.scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ui_locales: 'nl',
          ...(anew ? { prompt: 'login' } : {}),
        });
        return { url: url.href, state, nonce, verifier };
      }),

    finish: (association, { staff, answer, state, nonce, verifier }) =>
      told(async () => {
        const config = await configOf(association);
        const tokens = await client.authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        const claims = tokens.claims();
        if (!claims) throw new SignInFault('answer');
        const { issuer, userinfo_endpoint: more } = config.serverMetadata();
        // Some providers tell what somebody belongs to only there.
        const rest =
          more && claims[staff.claim] === undefined
            ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
            : {};
        const session = typeof claims['sid'] === 'string' ? claims['sid'] : undefined;
        return { issuer, claims: { ...rest, ...claims }, session };
      }),
  };
}

async function discover({ issuer, clientId, clientSecret }: Provider) {
  const local = new URL(issuer).protocol === 'http:';
  const found = await client.discovery(new URL(issuer), clientId, undefined, undefined, {
    timeout: PATIENCE,
    execute: local ? [client.allowInsecureRequests] : [],
  });
  const metadata = found.serverMetadata();
  // Without a list it is "basic" (OpenID Connect Discovery 1.0, 3).
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const config = new client.Configuration(
    metadata,
    clientId,
    { client_secret: clientSecret, [client.clockTolerance]: CLOCK_TOLERANCE },
    ways.includes('client_secret_basic')
      ? client.ClientSecretBasic(clientSecret)
      : client.ClientSecretPost(clientSecret),
  );
  config.timeout = PATIENCE;
  if (local) client.allowInsecureRequests(config);
  client.enableNonRepudiationChecks(config);
  return config;
}

/** OAuth 2.0 and OpenID Connect name their errors in lower case; only these may be logged. */
const NAMED = /^[a-z_]{1,40}$/;

const named = (error: unknown): string | undefined =>
  error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError
    ? error.error
    : undefined;

function codeOf(error: unknown): { code?: string } {
  const code = named(error);
  return code && NAMED.test(code) ? { code } : {};
}

const NO = ['access_denied', 'login_required', 'interaction_required', 'consent_required'];

function whyOf(error: unknown): SignInFault['why'] {
  const code = named(error);
  if (code) {
    if (NO.includes(code)) return 'denied';
    // A code that was used before, or was another's.
    return code === 'invalid_grant' ? 'answer' : 'provider';
  }
  const invalid = ['OAUTH_INVALID_RESPONSE', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'];
  return invalid.includes((error as { code?: string }).code ?? '') ? 'answer' : 'provider';
}
