/**
 * Makes a fresh clone ready: packages, and for the tests a browser. Node built-ins only, for it runs
 * before anything is installed. `node scripts/setup.mjs --browser`.
 */
import './lib/check-node.mjs';
import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM } from './lib/chromium.mjs';
import { ROOT, readJson } from './lib/files.mjs';
import { run } from './lib/run.mjs';
import { Refusal, main, say, seconds } from './lib/say.mjs';

/** Measured: 0.6 GB of packages, and 0.3 GB in npm's own store the first time. */
const ROOM_FOR_PACKAGES = 1.2e9;
/** A build, and a data folder that can still grow. */
const ROOM_TO_RUN = 3e8;
const BROWSER_PACKAGES = ['chromium', 'fonts-noto-core'];

function checkRoom(bytes, what) {
  const { bavail, bsize } = statfsSync(ROOT);
  const free = bavail * bsize;
  if (free < bytes)
    throw new Refusal(
      `The disk is too full ${what}: ${Math.round(free / 1e6)} MB are free and ${Math.round(bytes / 1e6)} MB are needed.`,
    );
}

/**
 * Whether what is installed is what the lock file asks for. npm keeps what it installed in
 * `node_modules/.package-lock.json`; packages for another platform are absent there.
 */
function isInstalled() {
  const have = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(have)) return false;
  const installed = readJson(have).packages;
  return Object.entries(readJson(join(ROOT, 'package-lock.json')).packages).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

/** @throws {Refusal} with the last words of npm when it fails */
async function installPackages() {
  if (isInstalled()) return;
  checkRoom(ROOM_FOR_PACKAGES, 'to install the packages');
  const started = performance.now();
  say('Installing packages with npm. The first time this may take a minute or two.');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const { code, output } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args);
  if (code !== 0)
    throw new Refusal(
      /ENOSPC/.test(output)
        ? 'The disk became full while npm installed the packages.'
        : `npm could not install the packages:\n${output.trim().split('\n').slice(-12).join('\n')}`,
    );
  say(`Packages installed in ${seconds(started)}.`);
}

/** @throws {Refusal} that names the Debian packages when this user may not install them */
async function installBrowser() {
  if (existsSync(CHROMIUM)) return;
  const names = BROWSER_PACKAGES.join(' ');
  if (process.getuid?.() !== 0)
    throw new Refusal(
      `The tests need Chromium at ${CHROMIUM}. Install it first: sudo apt-get install ${names}`,
    );
  const started = performance.now();
  say(`Installing the Debian packages ${names}. This may take a minute or two.`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const args = ['install', '-y', '--no-install-recommends', ...BROWSER_PACKAGES];
  const { output } = await run('apt-get', args, { env });
  if (!existsSync(CHROMIUM))
    throw new Refusal(
      `Debian could not install ${names}:\n${output.trim().split('\n').slice(-6).join('\n')}`,
    );
  say(`Browser installed in ${seconds(started)}.`);
}

/** @throws {Refusal} a sentence for the person at the terminal */
export async function setup({ browser = false } = {}) {
  await installPackages();
  if (browser) await installBrowser();
  checkRoom(ROOM_TO_RUN, 'to go on');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(() => setup({ browser: process.argv.includes('--browser') }));
