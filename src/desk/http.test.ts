import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { after, describe, test } from 'node:test';
import { pathOf } from '../contract/endpoints.ts';
import { listen } from './server.ts';
import { MESSAGE, request, send } from './test-data.ts';
import { startDesk } from './testing.ts';

const limits = {
  ...{ send: 4, alarm: 3, alarmState: 100, upload: 100, page: 8, signIn: 2, staff: 1000 },
  ...{ look: 5, hold: 3, prove: 2 },
};
let clock = Date.parse('2026-11-23T10:00:30Z');
const desk = await startDesk({ limits, now: () => clock });
after(() => desk.close());
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(desk.origin + path, { headers, redirect: 'manual' });

describe('every answer', () => {
  test('says what may be done with it, and nothing of what made it', async () => {
    for (const path of [
      '/health/live',
      '/nergens',
      '/delinde/reparatie',
      '/api/v1/delinde/staff/session',
    ]) {
      const { headers } = await get(path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('x-frame-options'), 'DENY', path);
      assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/, path);
      assert.ok(headers.get('x-request-id'), path);
      assert.equal(headers.get('x-powered-by'), null, path);
      assert.equal(headers.get('strict-transport-security'), null, 'http is not https');
    }
  });

  test('what is not there is a problem, in JSON', async () => {
    const answer = await get('/api/v1/delinde/nergens');
    assert.equal(answer.status, 404);
    assert.deepEqual(await answer.json(), {
      type: '/api#problem-not-found',
      title: 'There is nothing at this address.',
      status: 404,
      code: 'not-found',
    });
  });

  test('a plain page allows no script at all', async () => {
    const answer = await get('/delinde/reparatie');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.ok(!policy.includes('script-src') && !policy.includes('unsafe'), policy);
    const page = await answer.text();
    assert.ok(!/<script|<style|style=|javascript:|\son\w+=/i.test(page));
    assert.ok(
      !/(src|href)="https?:/.test(
        page.replace(/href="https:\/\/www\.delinde\.example\/privacy"/, ''),
      ),
    );
  });

  test('over https it stays there, and the cookie with it', async () => {
    const secure = await startDesk({ publicOrigin: 'https://desk.example' });
    try {
      const answer = await fetch(`${secure.origin}/health/live`);
      assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=31536000/);
      const signIn = await fetch(
        secure.origin + pathOf('staffSession', { association: 'delinde' }),
        {
          method: 'POST',
          headers: { Origin: 'https://desk.example', 'Content-Type': 'application/json' },
          body: '{}',
        },
      );
      const cookie = signIn.headers.get('set-cookie') ?? '';
      assert.match(cookie, /^__Host-kt-staff=[0-9a-f]{64};/);
      assert.match(cookie, /Secure/);
      assert.ok(!/Domain/i.test(cookie));
    } finally {
      await secure.close();
    }
  });
});

test('the desk’s own address leads to each association, in each of its languages, and to a phone', async () => {
  const answer = await get('/');
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  const page = await answer.text();
  for (const words of ['Woningstichting De Linde', 'Wonen Het Baken', 'Reparatie melden'])
    assert.ok(page.includes(words), words);
  for (const address of [
    'tel:+31592123456',
    '/delinde/reparatie?taal=ar',
    '/console/?association=',
  ])
    assert.ok(page.includes(`href="${address}`), address);
  assert.match(page, /lang="ar"\s+dir="rtl"/);
  assert.ok(!page.includes('<script'));
});

describe('health', () => {
  test('alive, and ready', async () => {
    assert.equal((await get('/health/live')).status, 200);
    assert.equal((await get('/health/ready')).status, 200);
    assert.equal((await get('/metrics')).status, 404, 'without a token there are no counts');
  });

  test('while the desk starts, everything is “not ready”, with a time to come back', async () => {
    const listening = await listen(0, '127.0.0.1');
    const answer = await fetch(`http://127.0.0.1:${listening.port}/health/ready`);
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '2');
    assert.equal(((await answer.json()) as { code: string }).code, 'not-ready');
    await listening.close();
  });

  test('not ready when its jobs do not run', async () => {
    const stopped = await startDesk();
    await stopped.desk.jobs.stop();
    const answer = await fetch(`${stopped.origin}/health/ready`);
    assert.equal(answer.status, 503);
    await stopped.close();
  });
});

describe('too much', () => {
  test('too many reports from one address: wait, and it says how long', async () => {
    clock += 10 * 60_000;
    for (let count = 0; count < limits.send; count++)
      assert.equal((await send(desk, 'messages', MESSAGE)).status, 201);
    const refused = await send(desk, 'repairRequests', request());
    assert.equal(refused.status, 429);
    const wait = Number(refused.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= 600, String(wait));
    clock += 10 * 60_000;
    assert.equal((await send(desk, 'messages', MESSAGE)).status, 201);
  });

  test('a page of another origin can read that it must wait', async () => {
    clock += 10 * 60_000;
    const headers = { Origin: 'https://www.delinde.example' };
    for (let count = 0; count < limits.send; count++) await send(desk, 'messages', MESSAGE);
    const refused = await send(desk, 'messages', MESSAGE, { headers });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('access-control-allow-origin'), headers.Origin);
  });

  test('on a plain page it is said in words, with the number to call', async () => {
    clock += 10 * 60_000;
    for (let count = 0; count < limits.page; count++)
      await (await get('/delinde/reparatie')).text();
    const refused = await get('/delinde/reparatie');
    assert.equal(refused.status, 429);
    const page = await refused.text();
    assert.match(page, /Het is nu erg druk/);
    assert.match(page, /href="tel:\+31592123456"/);
  });

  test('no address is kept: only a keyed hash of it, in memory', () => {
    assert.ok(!desk.logged.some((line) => line.includes('127.0.0.1')));
  });

  test('a body without a length is counted as it comes', async () => {
    clock += 10 * 60_000;
    const { port } = new URL(desk.origin);
    const status = await new Promise<number>((resolve, reject) => {
      const call = httpRequest(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: pathOf('repairRequests', { association: 'delinde' }),
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      call.on('error', reject);
      for (let count = 0; count < 20; count++) call.write('x'.repeat(8000));
      call.end();
    });
    assert.equal(status, 413);
  });

  /** As a proxy passes it on that streams: in pieces, with no word of how long it is. */
  const inPieces = (path: string, pieces: readonly string[]) =>
    fetch(desk.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: new ReadableStream({
        start(controller) {
          for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
          controller.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);

  test('a body in pieces is taken, and one that is not there is refused kindly', async () => {
    clock += 10 * 60_000;
    const path = pathOf('messages', { association: 'delinde' });
    const message = JSON.stringify({
      text: 'Dag',
      reach: '06 12 34 56 78',
      language: 'nl',
      from: 'repair-form/what',
    });
    const taken = await inPieces(path, [message.slice(0, 9), message.slice(9)]);
    assert.equal(taken.status, 201);
    assert.equal((await inPieces(path, [])).status, 400);
    const bare = await fetch(desk.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    });
    assert.equal(bare.status, 400);
    assert.ok(!desk.logged.some((line) => line.includes('"event":"fault"')));
  });
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1, and has every address of the API', async () => {
    const spec = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { summary?: string; responses: object }>>;
    };
    assert.match(spec.openapi, /^3\.1/);
    const described = Object.entries(spec.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = desk.app.routes
      .filter(
        ({ method, path }) =>
          path.startsWith('/api/v1/') &&
          !path.endsWith('*') &&
          !['ALL', 'OPTIONS'].includes(method),
      )
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
      // HEAD, which is answered by a GET that gives nothing away.
      .filter((route) => !/^GET .*uploads\/\{upload\}$/.test(route));
    assert.deepEqual([...new Set(described)].sort(), [...new Set(routes)].sort());
    for (const item of Object.values(spec.paths))
      for (const { summary, responses } of Object.values(item)) {
        assert.ok(summary);
        assert.ok(Object.keys(responses).length > 2);
      }
  });

  test('is a page for people too, without anything from elsewhere', async () => {
    const answer = await get('/api');
    const page = await answer.text();
    assert.match(page, /Report a repair/);
    assert.match(page, /id="problem-key-reused"/);
    assert.ok(!/<script|https?:\/\/(?!127)/.test(page));
  });
});
