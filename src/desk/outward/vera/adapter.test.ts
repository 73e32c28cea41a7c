import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import type { SettingsOf } from '../../../contract/outward.ts';
import type { OutwardReport } from '../outward-report.ts';
import type { Outgoing } from '../port.ts';
import { httpReceiver, type Reply } from '../test-receivers.ts';
import { Undelivered } from '../undelivered.ts';
import { veraAdapter } from './adapter.ts';
import { apiKey, clientCredentials } from './auth.ts';

const receiver = await httpReceiver();
after(() => receiver.close());

const NOW = Date.parse('2026-11-23T10:00:00Z');
const settings: SettingsOf<'vera'> = {
  kind: 'vera',
  id: 'ohd',
  name: 'Dynamics',
  url: `${receiver.url}/v4/`,
  auth: { kind: 'api-key', keyEnv: 'OHD_KEY' },
  organisation: 'De Linde',
  contactDetails: false,
  privateNetwork: true,
};
const code = { code: 'OVE', naam: 'Overig' };
const outgoing = (now = NOW): Outgoing => ({
  delivery: '01900000-0000-7000-8000-000000000001',
  first: true,
  now,
  attachments: [],
  report: {
    reference: 'K7M4-P2XR-9',
    association: 'delinde',
    receivedAt: '2026-11-23T09:59:00.000Z',
    what: 'De kraan druppelt',
    urgency: { level: 'standard', because: [] },
    where: { line: 'Brink 12' },
    contact: { name: '', reach: 'letter', letter: true, someoneElse: false },
    rows: [],
    answers: {},
    vera: { location: code, defect: code, specialism: code },
    missing: 0,
    eraseAt: { report: '2028-11-23T10:00:00.000Z', contact: '2027-11-23T10:00:00.000Z' },
  } as unknown as OutwardReport,
});

/** Answers each path in its own way. */
let replies: Record<string, () => Reply> = {};
beforeEach(() => {
  receiver.got.length = 0;
  replies = {};
  receiver.reply = ({ path }) => replies[path]?.() ?? { status: 201 };
});

describe('a request to a system that speaks VERA', () => {
  const deliver = () => veraAdapter(settings, apiKey('geheim')).deliver(outgoing());

  test('goes to /onderhoudsverzoeken, with the key and what correlates it', async () => {
    await deliver();
    const [got] = receiver.got;
    assert.deepEqual([got?.method, got?.path], ['POST', '/v4/onderhoudsverzoeken']);
    const headers = got?.headers ?? {};
    assert.equal(headers['x-api-key'], 'geheim');
    assert.equal(headers['x-stuurgegevens-referentienummer'], outgoing().delivery);
    assert.equal(headers['x-stuurgegevens-tijdstip-bericht'], '2026-11-23T10:00:00Z');
    assert.equal(headers['x-stuurgegevens-zender-organisatie'], 'De Linde');
    assert.equal((JSON.parse(got?.body ?? '') as { idExtern: string }).idExtern, 'K7M4-P2XR-9');
  });

  test('keeps the number that it got there: its code, its id, or the end of where it is', async () => {
    const answers: [Reply, string | undefined][] = [
      [{ body: '{"id":"77","code":"OV-118"}' }, 'OV-118'],
      [{ body: '{"id":"77"}' }, '77'],
      [{ headers: { location: 'https://x.example/v4/onderhoudsverzoeken/78?a=1' } }, '78'],
      [{ body: '<html>' }, undefined],
    ];
    for (const [reply, expected] of answers) {
      replies['/v4/onderhoudsverzoeken'] = () => ({ status: 201, ...reply });
      assert.equal((await deliver()).reference, expected);
    }
  });

  test('that is not taken says so by a code', async () => {
    replies['/v4/onderhoudsverzoeken'] = () => ({ status: 400, body: '{"code":"E1"}' });
    await assert.rejects(
      deliver(),
      (error) => error instanceof Undelivered && error.code === 'refused',
    );
  });
});

describe('OAuth 2.0 client credentials', () => {
  const auth = { tokenUrl: `${receiver.url}/token`, clientId: 'desk:1', scope: 'OHD.All' };
  const adapter = () =>
    veraAdapter(settings, clientCredentials({ auth, privateNetwork: true }, 'ge/heim'));
  const asked = (path: string) => receiver.got.filter((got) => got.path === path);
  let made = 0;
  const tokens = () => ({
    status: 200,
    body: JSON.stringify({ access_token: `token-${++made}`, expires_in: 600 }),
  });
  beforeEach(() => {
    made = 0;
    replies['/token'] = tokens;
  });

  test('get a token once, and a new one before it ends', async () => {
    const vera = adapter();
    for (const minutes of [0, 8, 10]) await vera.deliver(outgoing(NOW + minutes * 60_000));
    const [first] = asked('/token');
    const basic = Buffer.from('desk%3A1:ge%2Fheim').toString('base64');
    assert.equal(first?.headers.authorization, `Basic ${basic}`);
    assert.equal(first.body, 'grant_type=client_credentials&scope=OHD.All');
    assert.deepEqual(
      asked('/v4/onderhoudsverzoeken').map(({ headers }) => headers.authorization),
      ['Bearer token-1', 'Bearer token-1', 'Bearer token-2'],
    );
  });

  test('a token that is refused is not used again', async () => {
    const vera = adapter();
    replies['/v4/onderhoudsverzoeken'] = () => ({ status: 401 });
    await assert.rejects(vera.deliver(outgoing()), /not-allowed/);
    replies['/v4/onderhoudsverzoeken'] = () => ({ status: 201 });
    await vera.deliver(outgoing());
    assert.equal(asked('/v4/onderhoudsverzoeken').at(-1)?.headers.authorization, 'Bearer token-2');
  });

  test('without a token nothing of the report is sent', async () => {
    for (const [reply, expected] of [
      [{ status: 401 }, 'not-allowed'],
      [{ status: 200, body: '{"access_token":"a\\r\\nX-Evil: 1"}' }, 'not-allowed'],
      [{ status: 503 }, 'fault'],
    ] as const) {
      replies['/token'] = () => reply;
      await assert.rejects(adapter().deliver(outgoing()), new RegExp(expected));
    }
    assert.equal(asked('/v4/onderhoudsverzoeken').length, 0);
  });
});
