import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, describe, test } from 'node:test';
import { pathOf } from '../contract/endpoints.ts';
import { MAIL_SERVER } from './test-data.ts';
import { startDesk } from './testing.ts';

/** Whoever can sign in without more sees every report: each way in must be shut but the one. */

const desk = await startDesk();
after(() => desk.close());
const path = pathOf('staffSession', { association: 'delinde' });

/** With headers that `fetch` would not let through. */
const signIn = (headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(desk.origin);
    const call = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: {
          origin: `http://${headers['host'] ?? `127.0.0.1:${port}`}`,
          'content-type': 'application/json',
          ...headers,
        },
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    call.on('error', reject);
    call.end('{}');
  });

test('on this machine, to this machine, passed on by nobody, it is there', async () => {
  const { port } = new URL(desk.origin);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
    assert.equal(await signIn({ host }), 201, host);
});

describe('it is not there', () => {
  const forwarding: Record<string, string> = {
    Forwarded: 'for=1.2.3.4',
    Via: '1.1 proxy',
    'X-Forwarded-For': '1.2.3.4',
    'X-Forwarded-Host': 'desk.example',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-Anything': 'x',
    'X-Real-IP': '127.0.0.1',
    'X-Client-IP': '1.2.3.4',
    'True-Client-IP': '1.2.3.4',
    'CF-Connecting-IP': '1.2.3.4',
  };
  for (const [name, value] of Object.entries(forwarding))
    test(`behind a proxy that says ${name}`, async () => {
      assert.equal(await signIn({ [name]: value }), 404);
    });

  for (const host of [
    'desk.example',
    '127.0.0.1.desk.example',
    'localhost.example',
    '192.168.1.10:4301',
    '0.0.0.0',
  ])
    test(`for the host ${host}`, async () => {
      assert.equal(await signIn({ host }), 404);
    });

  const socketed = (localAddress?: string, remoteAddress?: string) =>
    desk.app.request(
      `http://127.0.0.1${path}`,
      {
        method: 'POST',
        headers: {
          Host: '127.0.0.1',
          Origin: 'http://127.0.0.1',
          'Content-Type': 'application/json',
        },
        body: '{}',
      },
      { incoming: { socket: { localAddress, remoteAddress } } },
    );

  test('(the same request, from and to this machine, would do)', async () => {
    assert.equal((await socketed('127.0.0.1', '::ffff:127.0.0.1')).status, 201);
  });

  test('on a listener that other machines reach', async () => {
    assert.equal((await socketed('192.168.1.10', '127.0.0.1')).status, 404);
  });

  test('for another machine', async () => {
    assert.equal((await socketed('127.0.0.1', '192.168.1.20')).status, 404);
    assert.equal((await socketed('::1', '2001:db8::1')).status, 404);
    assert.equal((await socketed(undefined, undefined)).status, 404);
  });

  test('for a page of another site', async () => {
    const origin = 'https://evil.example';
    assert.equal(await signIn({ origin }), 403);
  });

  test('in a desk that was given no development user', async () => {
    const production = await startDesk({
      developmentUser: undefined,
      environment: MAIL_SERVER,
    });
    try {
      const answer = await fetch(production.origin + path, {
        method: 'POST',
        headers: { Origin: production.origin, 'Content-Type': 'application/json' },
        body: '{}',
      });
      assert.equal(answer.status, 404);
      assert.equal(answer.headers.get('set-cookie'), null);
    } finally {
      await production.close();
    }
  });
});
