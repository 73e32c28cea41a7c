import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { startSite, type Site } from './server.ts';

const DESK = 'http://127.0.0.1:4999';
const directory = fileURLToPath(new URL('.', import.meta.url));
const PAGES = [
  '/',
  '/reparatie-melden.html',
  '/huurders.html',
  '/over-ons.html',
  '/contact.html',
  '/bel-mij-terug.html',
  '/ar/reparatie-melden.html',
];
const WITH_KIT = ['/reparatie-melden.html', '/ar/reparatie-melden.html', '/bel-mij-terug.html'];

let site: Site;
before(async () => {
  site = await startSite({ port: 0, deskOrigin: DESK, directory });
});
after(() => site.close());

const page = async (path: string) => (await fetch(site.origin + path)).text();

describe('the demo website', () => {
  it('sends the strict policy with every answer, also with one that is not there', async () => {
    for (const path of [...PAGES, '/styles/base.css', '/images/logo.svg', '/nothing-here']) {
      const { headers } = await fetch(site.origin + path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'; script-src http:\/\/127\.0\.0\.1:4999;/, path);
      assert.match(policy, /require-trusted-types-for 'script'/, path);
      assert.doesNotMatch(policy, /unsafe|nonce|\*/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.ok(headers.get('referrer-policy'), path);
    }
  });

  it('has the kit by one script tag and one element with a way out inside', async () => {
    for (const path of PAGES) {
      const html = await page(path);
      const expected = WITH_KIT.includes(path) ? 1 : 0;
      assert.equal(html.match(/<script/g)?.length ?? 0, expected, path);
      assert.equal(html.match(/<kt-[a-z-]+>/g)?.length ?? 0, expected, path);
      if (!expected) continue;
      const inside = /<(kt-[a-z-]+)>([^]*)<\/\1>/.exec(html)?.[2] ?? '';
      assert.match(inside, /href="tel:\+31592123456"/, path);
      assert.match(inside, new RegExp(`href="${DESK}/delinde/(reparatie|bericht)`), path);
      assert.match(html, new RegExp(`src="${DESK}/delinde/keukentafel.js"`), path);
    }
  });

  it('leaves nothing unfilled and has no inline script or style', async () => {
    for (const path of PAGES) {
      const html = await page(path);
      assert.doesNotMatch(html, /\{\{|#include/, path);
      assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/, path);
    }
  });

  it('has no dead link, picture or style sheet of its own', async () => {
    const dead: string[] = [];
    for (const path of PAGES) {
      for (const [, target = ''] of (await page(path)).matchAll(/(?:href|src)="(\/[^"]*)"/g)) {
        const { status } = await fetch(site.origin + target);
        if (status !== 200) dead.push(`${path} -> ${target}`);
        const [, anchor] = target.split('#');
        if (anchor && !(await page(target)).includes(`id="${anchor}"`))
          dead.push(`${path} -> ${target}`);
      }
    }
    assert.deepEqual(dead, []);
  });

  it('gets every font that its style sheet names from a package we have', () => {
    const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
    const assets = JSON.parse(read('assets.json')) as Record<string, string>;
    const named = [...read('public/styles/fonts.css').matchAll(/url\('\/([^']+)'\)/g)];
    assert.ok(named.length > 0);
    for (const [, font] of named) {
      const source = assets[`public/${font}`];
      assert.ok(source, font);
      assert.ok(existsSync(new URL(`../../node_modules/${source}`, import.meta.url)), source);
    }
  });

  it('says which page she is on', async () => {
    assert.match(await page('/contact.html'), /<a href="\/contact.html" aria-current="page"/);
  });

  it('serves nothing from outside its folder', async () => {
    for (const path of ['/../server.ts', '/%2e%2e/server.ts', '/parts/head.html', '/assets.json'])
      assert.equal((await fetch(site.origin + path)).status, 404, path);
    assert.equal((await fetch(`${site.origin}/`, { method: 'POST' })).status, 405);
  });
});
