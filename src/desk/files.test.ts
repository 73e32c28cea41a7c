import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import { after, describe, test } from 'node:test';
import { projectRoot } from './root.ts';
import { startDesk } from './testing.ts';

/** A project of its own, with a small build in it: the real one may not have been made yet. */
const root = mkdtempSync(join(tmpdir(), 'project-'));
const CODE = 'export const start = () => {};';
for (const folder of ['dist/cdn/assets', 'dist/console/assets'])
  mkdirSync(join(root, folder), { recursive: true });
writeFileSync(join(root, 'dist/cdn/assets/entry-abc.js'), CODE);
writeFileSync(join(root, 'dist/cdn/assets/entry-abc.js.br'), brotliCompressSync(CODE));
writeFileSync(join(root, 'dist/cdn/assets/raw-abc.js'), CODE);
writeFileSync(
  join(root, 'dist/cdn/manifest.json'),
  JSON.stringify({
    entry: 'assets/entry-abc.js',
    entryFiles: ['assets/entry-abc.js'],
    components: {},
  }),
);
writeFileSync(join(root, 'dist/console/index.html'), '<!doctype html><title>Console</title>');
writeFileSync(join(root, 'dist/console/assets/app-abc.js'), CODE);
writeFileSync(join(root, 'secret.txt'), 'secret');
cpSync(join(projectRoot(), 'locales'), join(root, 'locales'), { recursive: true });
symlinkSync(join(projectRoot(), 'node_modules'), join(root, 'node_modules'));

const clock = Date.parse('2026-11-23T10:00:30Z');
const desk = await startDesk({ root, now: () => clock });
after(async () => {
  await desk.close();
  rmSync(root, { recursive: true });
});

/** As it goes over the line: nothing unpacked, the path as it stands. */
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const { port } = new URL(desk.origin);
      request({ host: '127.0.0.1', port, path, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts),
          }),
        );
      })
        .on('error', reject)
        .end();
    },
  );

describe('the association’s own script', () => {
  test('carries its profile, and asks for the kit from the desk', async () => {
    const { status, headers, body } = await get('/delinde/keukentafel.js');
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /text\/javascript/);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    const script = body.toString();
    assert.ok(script.includes(`${'await import(desk + '}"/assets/entry-abc.js")`));
    assert.ok(script.includes('"name":"Woningstichting De Linde"'));
    assert.ok(!script.includes('www.delinde.example"'), 'the origins are the desk’s business');
    assert.ok(!script.includes('safetyApprovedBy'));
  });

  test('is kept for a minute, and then asked for by its tag', async () => {
    const first = await get('/delinde/keukentafel.js');
    assert.equal(first.headers['cache-control'], 'public, max-age=60, stale-while-revalidate=120');
    const again = await get('/delinde/keukentafel.js', {
      'if-none-match': String(first.headers['etag']),
    });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
    const other = await get('/hetbaken/keukentafel.js');
    assert.notEqual(other.headers['etag'], first.headers['etag']);
  });

  test('is small on the line', async () => {
    const raw = await get('/delinde/keukentafel.js');
    const packed = await get('/delinde/keukentafel.js', { 'accept-encoding': 'gzip, br' });
    assert.equal(packed.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(packed.body).toString(), raw.body.toString());
    assert.ok(packed.body.length < raw.body.length / 2);
  });
});

describe('the kit’s files', () => {
  test('are kept for ever, and may be used by any page', async () => {
    const { status, headers, body } = await get('/assets/raw-abc.js');
    assert.deepEqual([status, body.toString()], [200, CODE]);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(headers['access-control-allow-origin'], '*');
  });

  test('are sent as they were packed, to who can unpack them', async () => {
    const packed = await get('/assets/entry-abc.js', { 'accept-encoding': 'br' });
    assert.equal(packed.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(packed.body).toString(), CODE);
    const plain = await get('/assets/entry-abc.js', { 'accept-encoding': 'br;q=0, identity' });
    assert.equal(plain.headers['content-encoding'], undefined);
    const onlyRaw = await get('/assets/raw-abc.js', { 'accept-encoding': 'br' });
    assert.deepEqual(
      [onlyRaw.headers['content-encoding'], onlyRaw.body.toString()],
      [undefined, CODE],
    );
  });

  test('are these and no other: no path leads out of the folder', async () => {
    for (const path of [
      '/assets/../manifest.json',
      '/assets/..%2fmanifest.json',
      '/assets/..%2f..%2f..%2fsecret.txt',
      '/assets/%2e%2e/%2e%2e/%2e%2e/secret.txt',
      '/console/..%2f..%2fsecret.txt',
      '/console/../../secret.txt',
      '/plain/..%2f..%2fpackage.json',
      '/assets/',
      '/manifest.json',
    ])
      assert.equal((await get(path)).status, 404, path);
  });
});

describe('the console', () => {
  test('is a page with the strictest policy that its own bundle can live with', async () => {
    const { status, headers, body } = await get('/console/');
    assert.equal(status, 200);
    assert.match(body.toString(), /<title>Console/);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.ok(!policy.includes('unsafe'));
    assert.equal(headers['cache-control'], 'public, no-cache');
    const bundle = await get('/console/assets/app-abc.js');
    assert.match(String(bundle.headers['cache-control']), /immutable/);
    assert.equal(bundle.headers['access-control-allow-origin'], undefined);
  });

  test('without the slash leads to it', async () => {
    const { status, headers } = await get('/console');
    assert.deepEqual([status, headers['location']], [308, '/console/']);
  });
});

test('the plain pages’ stylesheet and fonts come from the desk', async () => {
  const style = await get('/plain/plain.css');
  assert.match(String(style.headers['content-type']), /text\/css/);
  assert.ok(!/url\(['"]?https?:/.test(style.body.toString()));
  for (const font of ['latin.woff2', 'arabic.woff2']) {
    const { status, headers } = await get(`/plain/${font}`);
    assert.deepEqual([status, headers['content-type']], [200, 'font/woff2']);
  }
});

test('before the kit was built its script is “not ready”, and the plain pages work', async () => {
  const bare = mkdtempSync(join(tmpdir(), 'bare-'));
  cpSync(join(projectRoot(), 'locales'), join(bare, 'locales'), { recursive: true });
  const unbuilt = await startDesk({ root: bare });
  try {
    assert.equal((await fetch(`${unbuilt.origin}/delinde/keukentafel.js`)).status, 503);
    assert.equal((await fetch(`${unbuilt.origin}/console/`)).status, 503);
    assert.equal((await fetch(`${unbuilt.origin}/delinde/reparatie`)).status, 200);
  } finally {
    await unbuilt.close();
    rmSync(bare, { recursive: true });
  }
});
