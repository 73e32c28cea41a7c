import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';
import { Refusal } from './refusal.ts';

test('without anything set it is the desk on this machine', () => {
  const config = readConfig({}, '/project');
  assert.equal(config.port, 4300);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.profilesDir, '/project/profiles');
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.oidc, undefined);
  assert.equal(config.trustedProxies, 0);
});

test('what is set is taken', () => {
  const config = readConfig(
    {
      PORT: '80',
      DATA_DIR: '/var/desk',
      DATABASE_URL: 'postgres://u:p@db/desk',
      PUBLIC_URL: 'https://desk.example/',
      OIDC_ISSUER: 'https://login.example',
      OIDC_CLIENT_ID: 'desk',
      OIDC_CLIENT_SECRET: 'geheim',
      START_TIME: '1700000000000',
    },
    '/project',
  );
  assert.equal(config.dataDir, '/var/desk');
  assert.equal(config.publicOrigin, 'https://desk.example');
  assert.equal(config.oidc?.clientId, 'desk');
  assert.equal(config.startTime, 1_700_000_000_000);
});

test('each mistake is one sentence that names the variable and repeats no secret', () => {
  const mistakes: Record<string, string[]> = {
    PORT: ['x', '-1', '70000', '1.5', '65535'],
    DATABASE_URL: ['mysql://u:geheim@db/x', 'geheim', 'postgres//geheim'],
    PUBLIC_URL: ['desk', 'ftp://x', 'https://desk.example/path'],
    TRUSTED_PROXIES: ['yes', '9'],
    METRICS_TOKEN: ['geheim', 'geheim met een spatie'],
  };
  for (const [name, values] of Object.entries(mistakes))
    for (const value of values)
      assert.throws(
        () => readConfig({ [name]: value }, '/project'),
        (error) => {
          assert.ok(error instanceof Refusal, `${name}=${value}`);
          assert.match(error.message, new RegExp(`^${name} must`));
          assert.ok(!error.message.includes('geheim') && !error.message.includes('\n'));
          return true;
        },
      );
});

test('half of a sign-in is none', () => {
  assert.equal(readConfig({ OIDC_ISSUER: 'https://login.example' }, '/').oidc, undefined);
});
