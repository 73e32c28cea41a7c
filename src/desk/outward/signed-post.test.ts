import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { after, beforeEach, describe, test } from 'node:test';
import { ask } from './http.ts';
import { isPrivateAddress } from './private-address.ts';
import { signedPost, signingKey } from './signed-post.ts';
import { httpReceiver } from './test-receivers.ts';
import { Undelivered } from './undelivered.ts';

const receiver = await httpReceiver();
after(() => receiver.close());
beforeEach(() => {
  receiver.got.length = 0;
  receiver.reply = () => ({});
});

const NOW = Date.parse('2026-11-23T10:00:00.700Z');
const key = randomBytes(32);
const post = (url = receiver.url, more: Partial<Parameters<typeof signedPost>[2]> = {}) =>
  signedPost(url, '{"a":"é"}', { id: 'delivery-1', key, now: NOW, privateNetwork: true, ...more });

const undelivered = async (promise: Promise<unknown>): Promise<Undelivered> => {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof Undelivered, String(error));
  return error;
};

describe('a signed post', () => {
  test('can be checked as Standard Webhooks says: id, time and the bytes of the body', async () => {
    await post();
    const [got] = receiver.got;
    assert.equal(got?.method, 'POST');
    assert.equal(got.headers['content-type'], 'application/json');
    assert.equal(got.headers['webhook-id'], 'delivery-1');
    assert.equal(got.headers['webhook-timestamp'], '1795428000');
    const signed = `delivery-1.1795428000.${got.body}`;
    const expected = createHmac('sha256', key).update(signed, 'utf8').digest('base64');
    assert.equal(got.headers['webhook-signature'], `v1,${expected}`);
  });

  test('is the signature of the example of Standard Webhooks’ own libraries', async () => {
    const example = signingKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
    assert.ok(example);
    await signedPost(receiver.url, '{"test": 2432232314}', {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      key: example,
      now: 1_614_265_330_000,
      privateNetwork: true,
    });
    assert.equal(
      receiver.got[0]?.headers['webhook-signature'],
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  test('knows a key when it sees one', () => {
    const of = (bytes: number) => `whsec_${randomBytes(bytes).toString('base64')}`;
    for (const bytes of [24, 32, 64]) assert.equal(signingKey(of(bytes))?.length, bytes);
    for (const not of ['', 'secret', of(23), of(65), of(32).replace('whsec_', '')])
      assert.equal(signingKey(not), undefined, not);
  });
});

describe('what a receiver answers', () => {
  const answers: [number, string, boolean][] = [
    [410, 'gone', true],
    [400, 'refused', false],
    [401, 'not-allowed', false],
    [403, 'not-allowed', false],
    [404, 'refused', false],
    [429, 'busy', false],
    [500, 'fault', false],
    [503, 'fault', false],
  ];
  for (const [status, code, final] of answers)
    test(`${status} is “${code}”${final ? ', and never again' : ''}`, async () => {
      receiver.reply = () => ({ status });
      const error = await undelivered(post());
      assert.deepEqual([error.code, error.final], [code, final]);
    });

  for (const status of [200, 201, 202, 204])
    test(`${status} is taken`, async () => {
      receiver.reply = () => ({ status });
      assert.equal((await post()).status, status);
    });

  test('a redirect is not followed: nothing is sent to the other place', async () => {
    const other = await httpReceiver();
    try {
      for (const status of [301, 302, 307, 308]) {
        receiver.reply = () => ({ status, headers: { location: other.url } });
        assert.equal((await undelivered(post())).code, 'redirect');
      }
      assert.equal(other.got.length, 0);
    } finally {
      await other.close();
    }
  });

  test('how long to wait is read as seconds and as a date', async () => {
    receiver.reply = () => ({ status: 429, headers: { 'retry-after': '120' } });
    assert.equal((await undelivered(post())).wait, 120_000);
    const date = new Date(NOW + 90_000).toUTCString();
    receiver.reply = () => ({ status: 503, headers: { 'retry-after': date } });
    assert.equal((await undelivered(post())).wait, 89_300);
    receiver.reply = () => ({ status: 503, headers: { 'retry-after': 'soon' } });
    assert.equal((await undelivered(post())).wait, undefined);
  });

  test('an endless answer is read no further than 64 kB', async () => {
    receiver.reply = () => ({ body: 'x'.repeat(5_000_000) });
    assert.equal((await post()).text.length, 64 * 1024);
  });

  test('silence ends, and so does a line that is cut', async () => {
    receiver.reply = () => ({ instead: 'hang' });
    assert.equal((await undelivered(post(receiver.url, { timeout: 50 }))).code, 'timeout');
    receiver.reply = () => ({ instead: 'cut' });
    assert.equal((await undelivered(post())).code, 'unreachable');
  });

  test('nobody at all is “unreachable”', async () => {
    const gone = await httpReceiver();
    await gone.close();
    assert.equal((await undelivered(post(gone.url))).code, 'unreachable');
    assert.equal((await undelivered(post('http://nergens.invalid'))).code, 'unreachable');
  });
});

describe('an address within a private network', () => {
  test('is not connected to, by number or by name, unless the profile says so', async () => {
    const port = new URL(receiver.url).port;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '[::ffff:127.0.0.1]'])
      for (const scheme of ['http', 'https']) {
        const error = await undelivered(
          post(`${scheme}://${host}:${port}`, { privateNetwork: false }),
        );
        assert.equal(error.code, 'private-address', `${scheme}://${host}`);
      }
    assert.equal(receiver.got.length, 0);
  });

  test('is every one that is not of the public internet', () => {
    const own = [
      ['10.1.2.3', '127.9.9.9', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
      ['0.0.0.0', '100.64.0.1', '198.19.0.1', '224.0.0.1', '255.255.255.255', '192.0.0.8'],
      [
        '::',
        '::1',
        'fc00::1',
        'fd12::1',
        'fe80::1',
        'ff02::1',
        '::ffff:10.0.0.1',
        '64:ff9b::a00:1',
      ],
      ['no address'],
    ].flat();
    for (const each of own) assert.ok(isPrivateAddress(each), each);
    for (const each of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450::1', '::ffff:8.8.8.8'])
      assert.ok(!isPrivateAddress(each), each);
  });

  test('a receiver that speaks no TLS as it should is none', async () => {
    const url = receiver.url.replace('http:', 'https:');
    const error = await undelivered(ask(url, { headers: {}, privateNetwork: true }));
    assert.equal(error.code, 'certificate');
  });
});
