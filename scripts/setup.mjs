/**
 * Makes a fresh clone ready: packages, and for the tests a browser. Node built-ins only, for it runs
 * before anything is installed. `node scripts/setup.mjs --browser --proof`.
 */
import './lib/check-node.mjs';
import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM } from './lib/chromium.mjs';
import { FIREFOX, WEBKIT_DRIVER } from './lib/engines.mjs';
import { ROOT, readJson } from './lib/files.mjs';
import { run } from './lib/run.mjs';
import { Refusal, main, say, seconds } from './lib/say.mjs';

/** Measured: 0.6 GB of packages, and 0.3 GB in npm's own store the first time. */
const ROOM_FOR_PACKAGES = 1.2e9;
/** A build, and a data folder that can still grow. */
const ROOM_TO_RUN = 3e8;
/** Debian packages → what they bring. */
const BROWSER_PACKAGES = { 'chromium fonts-noto-core': CHROMIUM };
/** Two more engines, a desktop that nobody sees with a screen reader on it, and a database. */
const PROOF_PACKAGES = {
  'firefox-esr': FIREFOX,
  'webkit2gtk-driver': WEBKIT_DRIVER,
  xvfb: '/usr/bin/Xvfb',
  xsettingsd: '/usr/bin/xsettingsd',
  dbus: '/usr/bin/dbus-daemon',
  openbox: '/usr/bin/openbox',
  xdotool: '/usr/bin/xdotool',
  orca: '/usr/bin/orca',
  'at-spi2-core': '/usr/libexec/at-spi-bus-launcher',
  'speech-dispatcher': '/usr/bin/speech-dispatcher',
  'espeak-ng': '/usr/bin/espeak-ng',
  'python3-pyatspi': '/usr/lib/python3/dist-packages/pyatspi/__init__.py',
  postgresql: '/usr/lib/postgresql',
};

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

/**
 * Installs the Debian packages whose files are not there.
 * @param {Record<string, string>} packages names → a file or folder that they bring
 * @throws {Refusal} that names the missing ones when this user may not install them, or Debian cannot
 */
async function installDebian(packages) {
  const missing = () => Object.keys(packages).filter((name) => !existsSync(packages[name]));
  const wanted = missing();
  if (!wanted.length) return;
  const names = wanted.join(' ');
  if (process.getuid?.() !== 0)
    throw new Refusal(
      `These tests need Debian packages that are not here. Install them first: sudo apt-get install ${names}`,
    );
  const started = performance.now();
  say(`Installing the Debian packages ${names}. This may take a minute or two.`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const args = ['install', '-y', '--no-install-recommends', ...names.split(' ')];
  const { output } = await run('apt-get', args, { env });
  if (missing().length)
    throw new Refusal(
      `Debian could not install ${missing().join(' ')}:\n${output.trim().split('\n').slice(-6).join('\n')}`,
    );
  say(`Packages of Debian installed in ${seconds(started)}.`);
}

/**
 * @param {{ browser?: boolean, proof?: boolean }} wanted `browser`: what `npm test` needs; `proof`: what
 *   `npm run test:all` needs beside it
 * @throws {Refusal} a sentence for the person at the terminal
 */
export async function setup({ browser = false, proof = false } = {}) {
  await installPackages();
  if (browser || proof)
    await installDebian({ ...(browser && BROWSER_PACKAGES), ...(proof && PROOF_PACKAGES) });
  checkRoom(ROOM_TO_RUN, 'to go on');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(() =>
    setup({
      browser: process.argv.includes('--browser'),
      proof: process.argv.includes('--proof'),
    }),
  );
