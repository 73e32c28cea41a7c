import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { Provider as OwnProvider } from './staff/providers.ts';

/** An OpenID Connect provider of its own for tests: real protocol, made-up people, no passwords. */
export interface TestProvider {
  /** "http://localhost:…": another site than the desk's 127.0.0.1, as in life. */
  issuer: string;
  client: OwnProvider;
  /** Knows the desk, which may be sent people back at these addresses. Call it before the rest. */
  register(callbacks: readonly string[]): void;
  /** Who sits before the browser from now on; undefined: she says no. */
  person: TestPerson | undefined;
  /** Answers nothing but errors from now on, or is back. */
  down(is: boolean): void;
  close(): Promise<void>;
}

export interface TestPerson {
  sub: string;
  name?: string;
  email?: string;
  groups?: readonly string[];
}

/** @param claimsInIdToken or else only at the userinfo address */
export async function startProvider({ claimsInIdToken = true } = {}): Promise<TestProvider> {
  let broken = false;
  let provider: Provider | undefined;
  const people = new Map<string, TestPerson>();
  const server = createServer((request, response) => {
    if (broken) {
      response.writeHead(503).end('<h1>Service unavailable</h1>');
      return;
    }
    if (request.url?.startsWith('/interaction/'))
      void decide(request, response).catch(() => response.destroy());
    else provider?.callback()(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { issuer, clientId: 'desk', clientSecret: randomBytes(24).toString('hex') };

  const settings = (callbacks: readonly string[]) => ({
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: callbacks,
      },
    ],
    claims: { openid: ['sub', 'groups'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: !claimsInIdToken,
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => people.get(id),
    }),
    // Nobody is asked which data she gives away.
    loadExistingGrant: async ({
      oidc,
    }: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) => {
      const grant = new provider!.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 600,
      Session: 3600,
      Grant: 600,
    },
  });

  const decide = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { person } = test;
    if (person) people.set(person.sub, person);
    await provider?.interactionFinished(
      request,
      response,
      person ? { login: { accountId: person.sub } } : { error: 'access_denied' },
    );
  };

  const test: TestProvider = {
    issuer,
    client,
    person: undefined,
    register: (callbacks) => (provider = new Provider(issuer, settings(callbacks))),
    down: (is) => (broken = is),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return test;
}
