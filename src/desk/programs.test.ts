import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { projectRoot } from './root.ts';
import { DRIP } from './test-data.ts';
import { TestBrowser } from './testing-browser.ts';
import { startProvider } from './testing-provider.ts';
import { newStorage } from './testing-storage.ts';

/** The two programs as they are started: their lines, their exits, their signals. */

const root = mkdtempSync(join(tmpdir(), 'programs-'));
after(() => rmSync(root, { recursive: true, force: true }));

const project = projectRoot();

/** What a program is told of where it keeps what it knows. */
async function storage(): Promise<Record<string, string>> {
  const { dataDir, databaseUrl, remove } = await newStorage();
  after(remove);
  return { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
}

/** Two ports beside each other that are free now. */
async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    if (port < 60_000 && (await isFree(port + 1))) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

function run(program: 'dev' | 'main', env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/desk/${program}.ts`], {
    cwd: project,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said.out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said.err += part));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => pattern.test(said.out) && resolve();
      child.stdout.on('data', look);
      void ended.then((code) => reject(new Error(`ended with ${code}: ${said.err}`)));
      look();
    });
  return { child, said, ended, says };
}

/** It says this one sentence and ends with 1. */
async function refuses(program: 'dev' | 'main', env: Record<string, string>, sentence: RegExp) {
  const { said, ended } = run(program, env);
  assert.equal(await ended, 1);
  assert.match(said.err, sentence);
  assert.equal(said.err.trim().split('\n').length, 1, said.err);
  assert.ok(!/\bat .*:\d+:\d+/.test(said.err), 'no stack');
  assert.equal(said.out, '');
}

const send = (port: number) =>
  fetch(`http://127.0.0.1:${port + 1}/api/v1/delinde/repair-requests`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      Origin: `http://127.0.0.1:${port}`,
    },
    body: JSON.stringify({
      draft: crypto.randomUUID(),
      questionnaireVersion: 1,
      triageVersion: 'x',
      language: 'nl',
      answers: DRIP,
    }),
  });

/** A repair request whose second half is still on the way. */
async function sendSlowly(port: number) {
  const body = JSON.stringify({
    draft: crypto.randomUUID(),
    questionnaireVersion: 1,
    triageVersion: 'x',
    language: 'nl',
    answers: DRIP,
  });
  const call = request({
    host: '127.0.0.1',
    port: port + 1,
    path: '/api/v1/delinde/repair-requests',
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'Idempotency-Key': crypto.randomUUID(),
    },
  });
  const answered = once(call, 'response') as Promise<[{ statusCode: number; resume(): void }]>;
  await new Promise((resolve) => call.write(body.slice(0, 20), resolve));
  return {
    async finish(): Promise<number> {
      call.end(body.slice(20));
      const [answer] = await answered;
      answer.resume();
      return answer.statusCode;
    },
  };
}

async function references(port: number): Promise<string[]> {
  const api = `http://127.0.0.1:${port + 1}/api/v1/delinde/staff`;
  const headers = { Origin: `http://127.0.0.1:${port + 1}` };
  const signIn = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: '{}',
  });
  const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const list = await fetch(`${api}/reports`, { headers: { ...headers, cookie } });
  return ((await list.json()) as { items: { reference: string }[] }).items.map(
    (each) => each.reference,
  );
}

describe('npm start', () => {
  test('says where everything is; the site’s page may send; data survive a stop and a kill', async () => {
    const port = await freePort();
    const env: Record<string, string> = {
      PORT: String(port),
      ...(await storage()),
      START_TIME: String(Date.now()),
    };
    const first = run('dev', env);
    await first.says(/^ready in /m);
    const lines = first.said.out.trim().split('\n');
    assert.equal(lines[0], `site http://127.0.0.1:${port}`);
    assert.equal(lines[1], `desk http://127.0.0.1:${port + 1}`);
    assert.match(
      lines[2] ?? '',
      new RegExp(`^console http://127\\.0\\.0\\.1:${port + 1}/console/`),
    );
    assert.match(lines[3] ?? '', /^ready in \d+(\.\d)? s$/);
    const sent = await send(port);
    assert.equal(sent.status, 201);
    const { reference } = (await sent.json()) as { reference: string };

    // A server of its own can have several desks; a folder cannot.
    if (!env['DATABASE_URL'])
      await refuses(
        'dev',
        { ...env, PORT: String(await freePort()) },
        new RegExp(`^The data folder .* is in use by process ${first.child.pid}:`),
      );
    await refuses(
      'dev',
      { PORT: String(port), ...(await storage()) },
      new RegExp(`^Port ${port + 1} is taken`),
    );
    await refuses(
      'dev',
      { PORT: String(port - 1), ...(await storage()) },
      new RegExp(`^Port ${port} is taken`),
    );

    first.child.kill('SIGINT');
    assert.equal(await first.ended, 0, first.said.err);

    const second = run('dev', env);
    await second.says(/^ready in /m);
    assert.deepEqual(await references(port), [reference]);
    second.child.kill('SIGKILL');
    await second.ended;

    const third = run('dev', env);
    await third.says(/^ready in /m);
    assert.deepEqual(await references(port), [reference]);
    third.child.kill('SIGTERM');
    assert.equal(await third.ended, 0);
  });

  test('finishes what it is answering before it stops, and ends the live lines', async () => {
    const port = await freePort();
    const { child, ended, says } = run('dev', { PORT: String(port), ...(await storage()) });
    await says(/^ready in /m);
    const api = `http://127.0.0.1:${port + 1}/api/v1/delinde/staff`;
    const headers = {
      Origin: `http://127.0.0.1:${port + 1}`,
      'Content-Type': 'application/json',
    };
    const signIn = await fetch(`${api}/session`, { method: 'POST', headers, body: '{}' });
    const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const live = await fetch(`${api}/events`, { headers: { cookie } });
    const reader = live.body!.getReader();
    const slow = await sendSlowly(port);
    child.kill('SIGTERM');
    // Nobody new is let in any more …
    while (
      await fetch(`http://127.0.0.1:${port + 1}/health/live`).then(
        () => true,
        () => false,
      )
    );
    // … and the one who was halfway is heard out.
    assert.equal(await slow.finish(), 201);
    while (!(await reader.read()).done);
    assert.equal(await ended, 0);
  });

  test('a setting or a profile that is not right is one sentence', async () => {
    await refuses('dev', { PORT: 'abc' }, /^PORT must be a whole number/);
    const profiles = join(root, 'profiles');
    cpSync(join(project, 'profiles'), profiles, { recursive: true });
    writeFileSync(join(profiles, 'delinde.json'), '{"id":"delinde"}');
    await refuses(
      'dev',
      { PROFILES_DIR: profiles, PORT: '0' },
      /delinde\.json: "name" is missing\.$/m,
    );
  });

  test('PostgreSQL that does not answer is one sentence', async () => {
    const env = { PORT: String(await freePort()), DATA_DIR: join(root, 'pg') };
    await refuses(
      'dev',
      { ...env, DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/x' },
      /^PostgreSQL at DATABASE_URL cannot be reached \(ECONNREFUSED\)\.$/m,
    );
  });
});

describe('the desk in production', () => {
  const oidc = {
    OIDC_ISSUER: 'https://login.example',
    OIDC_CLIENT_ID: 'desk',
    OIDC_CLIENT_SECRET: 'geheim',
  };

  /** The demo's profiles, with this in De Linde's. */
  function profilesWith(staff: unknown): string {
    const folder = mkdtempSync(join(root, 'profiles-'));
    cpSync(join(project, 'profiles'), folder, { recursive: true });
    const file = join(folder, 'delinde.json');
    const profile = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...profile, staff }));
    return folder;
  }

  test('does not start without the association’s own sign-in', async () => {
    await refuses('main', {}, /^The desk needs the sign-in of your association: set OIDC_ISSUER/);
    await refuses(
      'main',
      { ...oidc, OIDC_ISSUER: 'http://login.example' },
      /^OIDC_ISSUER must be an https address/,
    );
    await refuses(
      'main',
      { ...oidc, PROFILES_DIR: profilesWith(undefined) },
      /^The profile of delinde does not say who of its people may sign in: add "staff"/,
    );
    const provider = { issuer: 'https://own.example', clientId: 'x' };
    await refuses(
      'main',
      {
        ...oidc,
        PROFILES_DIR: profilesWith({ claim: 'roles', values: ['x'], provider }),
      },
      /^The profile of delinde names a provider of its own: set OIDC_CLIENT_SECRET_DELINDE\.$/m,
    );
  });

  test('nor without knowing its own address', async () => {
    await refuses('main', oidc, /^Set PUBLIC_URL/);
  });

  test('signs in at the provider and nowhere else, and logs JSON lines without anything personal', async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const provider = await startProvider();
    provider.register([`${origin}/api/v1/delinde/staff/signed-in`]);
    provider.person = { sub: 'p-1', name: 'Anja Plantje', groups: ['delinde'] };
    const { child, said, says, ended } = run('main', {
      PORT: String(port),
      ...(await storage()),
      PUBLIC_URL: origin,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.client.clientId,
      OIDC_CLIENT_SECRET: provider.client.clientSecret,
      // De Linde has people on duty.
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'De Linde <desk@delinde.example>',
    });
    await says(/"event":"started"/);
    const browser = new TestBrowser();
    const session = `${origin}/api/v1/delinde/staff/session`;
    const begun = await browser.fetch(session, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/json' },
      body: '{}',
    });
    assert.equal(begun.status, 200, 'no session at once');
    const { goTo } = (await begun.json()) as { goTo: string };
    await browser.follow(goTo, (next) => next.includes('/console/'));
    const who = await browser.fetch(session);
    assert.equal(((await who.json()) as { name: string }).name, 'Anja Plantje');
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
    await provider.close();
    const events = said.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event)
      // Of the embedded database the tests have a migrated copy.
      .filter((event) => event !== 'migrated');
    assert.deepEqual(events, ['started', 'request', 'request', 'request', 'stopping', 'stopped']);
    for (const secret of [provider.client.clientSecret, 'Plantje', 'p-1'])
      assert.ok(!said.out.includes(secret) && !said.err.includes(secret), secret);
  });
});
