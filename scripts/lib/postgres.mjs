import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from './run.mjs';
import { Refusal } from './say.mjs';

/** Where Debian's package `postgresql` puts its programs, by major version. */
const DEBIAN = '/usr/lib/postgresql';

/** @returns {string} the folder of the newest `initdb` and `postgres` on this machine */
function programs() {
  let versions = [];
  try {
    versions = readdirSync(DEBIAN).map(Number).filter(Boolean);
  } catch {
    // Not there: said below.
  }
  if (!versions.length)
    throw new Refusal(`These tests need PostgreSQL: sudo apt-get install postgresql`);
  return join(DEBIAN, String(Math.max(...versions)), 'bin');
}

/** PostgreSQL refuses to be root: then it runs as the user that its package made. */
async function whoRuns() {
  if (process.getuid?.() !== 0) return {};
  const number = async (flag) => Number((await run('id', [flag, 'postgres'])).output);
  return { uid: await number('-u'), gid: await number('-g') };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Nothing in it outlives the tests: no fsync. Many test desks use it at once, ten connections each. */
const SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'max_connections=300',
  'shared_buffers=64MB',
];

/**
 * A private PostgreSQL in a temporary folder, on a port of its own, for as long as `work` takes.
 *
 * @template T
 * @param {(url: string) => Promise<T>} work gets `postgresql://…` of a superuser
 * @returns {Promise<T>}
 * @throws {Refusal} when PostgreSQL is not installed or does not start; with its own last words
 */
export async function withPostgres(work) {
  const bin = programs();
  const as = await whoRuns();
  const folder = mkdtempSync(join(tmpdir(), 'keukentafel-postgres-'));
  if (as.uid) chownSync(folder, as.uid, as.gid);
  let said = '';
  const start = (name, args) => {
    const child = spawn(join(bin, name), args, {
      cwd: folder,
      ...as,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4000)));
    return child;
  };
  const data = join(folder, 'data');
  let server;
  const abort = () => server?.kill('SIGQUIT');
  process.once('exit', abort);
  try {
    const made = start('initdb', [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]);
    const [code] = await once(made, 'close');
    if (code !== 0) throw new Refusal(`PostgreSQL could not make its folder:\n${said}`);
    const port = await freePort();
    server = start('postgres', [
      '-D',
      data,
      '-k',
      folder,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      ...SETTINGS.flatMap((each) => ['-c', each]),
    ]);
    const ended = once(server, 'close');
    const isReady = async () =>
      (await run(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)])).code ===
      0;
    while (!(await isReady())) {
      if (server.exitCode !== null) throw new Refusal(`PostgreSQL did not start:\n${said}`);
      await wait(50);
    }
    try {
      return await work(`postgresql://postgres@127.0.0.1:${port}/postgres`);
    } finally {
      // "Fast": whoever is still connected is cut off.
      server.kill('SIGINT');
      await ended;
    }
  } finally {
    process.off('exit', abort);
    rmSync(folder, { recursive: true, force: true });
  }
}
