import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import type { OutwardSettings } from '../../contract/outward.ts';
import type { Profile } from '../../contract/profile.ts';
import { Refusal } from '../refusal.ts';
import { projectRoot } from '../root.ts';
import { readTexts } from '../texts.ts';
import { profilesWith } from '../test-profiles.ts';
import { openOutward } from './outward.ts';

const texts = readTexts(`${projectRoot()}/locales`);
const open = (delinde: Partial<Profile>, env: Record<string, string> = {}) =>
  openOutward(profilesWith({ delinde }), { env, dataDir: tmpdir(), texts });
const refusal = (delinde: Partial<Profile>, env: Record<string, string> = {}): string => {
  try {
    open(delinde, env);
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    assert.ok(!error.message.includes('geheim'), 'no secret is repeated');
    assert.ok(!error.message.includes('\n'), 'one sentence');
    return error.message;
  }
  assert.fail('it was accepted');
};

const webhook: OutwardSettings = {
  kind: 'webhook',
  id: 'itris',
  name: 'Itris',
  url: 'https://itris.example/in',
  secretEnv: 'ITRIS_SECRET',
  privateNetwork: false,
};
const vera = (auth: Extract<OutwardSettings, { kind: 'vera' }>['auth']): OutwardSettings => ({
  kind: 'vera',
  id: 'ohd',
  name: 'Dynamics',
  url: 'https://ohd.example/v4',
  auth,
  contactDetails: false,
  privateNetwork: false,
});
const SECRET = `whsec_${'geheim'.repeat(8)}`;

describe('the desk does not start', () => {
  test('without a secret that a profile names', () => {
    assert.equal(
      refusal({ outward: [webhook] }),
      'Profile delinde, outward "itris": the environment variable ITRIS_SECRET is not set.',
    );
    assert.match(
      refusal({ outward: [vera({ kind: 'api-key', keyEnv: 'OHD_KEY' })] }),
      /"ohd": the environment variable OHD_KEY is not set/,
    );
    assert.match(
      refusal({
        outward: [
          vera({
            kind: 'client-credentials',
            tokenUrl: 'https://id.example/token',
            clientId: 'desk',
            secretEnv: 'OHD_SECRET',
            scope: 'x',
          }),
        ],
      }),
      /OHD_SECRET is not set/,
    );
  });

  test('with a secret that is none', () => {
    assert.match(
      refusal({ outward: [webhook] }, { ITRIS_SECRET: 'geheim' }),
      /ITRIS_SECRET must be "whsec_" and 24 to 64 random bytes in base64/,
    );
    assert.match(
      refusal(
        { outward: [vera({ kind: 'api-key', keyEnv: 'OHD_KEY' })] },
        { OHD_KEY: 'geheim\r\nX-Evil: 1' },
      ),
      /OHD_KEY must be letters, digits and signs/,
    );
  });

  test('without a mail server, when a mailbox is named', () => {
    const mail: OutwardSettings = { kind: 'mail', id: 'box', name: 'Mailbox', to: 'a@b.example' };
    assert.match(refusal({ outward: [mail] }), /set SMTP_URL and MAIL_FROM/);
    assert.match(
      refusal({ outward: [mail] }, { SMTP_URL: 'geheim', MAIL_FROM: 'a@b.example' }),
      /^SMTP_URL must look like/,
    );
  });

  test('with a hash of a token that is none', () => {
    const statusBack = { name: 'Itris', tokenHashEnv: 'ITRIS_HASH' };
    for (const ITRIS_HASH of ['', 'geheim', `${'a'.repeat(64)} geheim`])
      assert.match(
        refusal({ statusBack }, { ITRIS_HASH }),
        /^Profile delinde, statusBack: set ITRIS_HASH to the SHA-256 of the token/,
      );
  });
});

test('with all of them it does, and each association has its own ways out', () => {
  const outward = open(
    {
      outward: [webhook, vera({ kind: 'api-key', keyEnv: 'OHD_KEY' })],
      statusBack: { name: 'Itris', tokenHashEnv: 'HASH' },
    },
    { ITRIS_SECRET: SECRET, OHD_KEY: 'key', HASH: 'A'.repeat(64) },
  );
  assert.deepEqual(
    outward.routesOf('delinde').map(({ id, kind, name }) => [id, kind, name]),
    [
      ['itris', 'webhook', 'Itris'],
      ['ohd', 'vera', 'Dynamics'],
    ],
  );
  assert.deepEqual(outward.routesOf('hetbaken'), []);
  assert.deepEqual(outward.routesOf('nergens'), []);
  assert.deepEqual(outward.statusBackOf('delinde')?.hashes, ['a'.repeat(64)]);
  assert.equal(outward.statusBackOf('hetbaken'), undefined);
});

test('a mail server in the environment that nobody uses is not looked at', () => {
  assert.deepEqual(open({}, { SMTP_URL: 'nonsense' }).routesOf('delinde'), []);
});
