/**
 * The desk is killed (SIGKILL) while twenty clients send, and started again on the same data; three
 * times, on the embedded database and on PostgreSQL. `node --import tsx test/kill/desk.ts [--seed=4711]`
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DESK_ENTRY } from '../../scripts/build.mjs';
import { ROOT } from '../../scripts/lib/files.mjs';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { withPostgres } from '../../scripts/lib/postgres.mjs';
import { openDatabase } from '../../src/desk/db/open.ts';
import { newStorage } from '../../src/desk/testing-storage.ts';
import type { TestStorage } from '../../src/desk/testing-storage.ts';
import { Chance } from './chance.ts';
import { Clients } from './clients.ts';

const CLIENTS = 20;
const EACH = 15;
const KILLS = 3;

const { values } = parseArgs({ options: { seed: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The desk as it was built, in a process of its own; resolves when it answers. */
async function startDesk(port: number, storage: TestStorage): Promise<ChildProcess> {
  const { dataDir, databaseUrl } = storage;
  const child = spawn(process.execPath, [fileURLToPath(DESK_ENTRY)], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      // The demo site stands before the desk.
      PORT: String(port - 1),
      DATA_DIR: dataDir,
      PROFILES_DIR: join(ROOT, 'profiles'),
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The desk does not start: ${said}`);
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return child;
    await wait(50);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

interface Row {
  reference: string;
  idempotency_key: string;
  name: string;
}

async function rowsIn({ dataDir, databaseUrl }: TestStorage): Promise<Row[]> {
  const database = await openDatabase({ dataDir, databaseUrl });
  try {
    return await database.db
      .selectFrom('report')
      .innerJoin('report_contact', 'report_contact.report_id', 'report.id')
      .select(['report.reference', 'report.idempotency_key', 'report_contact.name'])
      .execute();
  } finally {
    await database.close();
  }
}

/** Sentences about what was lost or doubled; empty when all is well. */
function faultsIn(rows: readonly Row[], clients: Clients): string[] {
  const faults: string[] = [];
  for (const { key, name, references } of clients.sent) {
    const found = rows.filter((row) => row.idempotency_key === key);
    if (references.size > 1) faults.push(`${name} was told ${[...references].join(' and ')}`);
    if (found.length !== 1) faults.push(`${name} is there ${found.length} times`);
    else if (!references.has(found[0]!.reference) || found[0]!.name !== name)
      faults.push(
        `${name} was told ${[...references].join()}; the desk has ${found[0]!.reference}`,
      );
  }
  if (rows.length !== clients.sent.length)
    faults.push(`${clients.sent.length} were sent, ${rows.length} are there`);
  return faults;
}

async function killedWhileSending(chance: Chance): Promise<{ faults: string[]; told: string }> {
  const storage = await newStorage();
  try {
    const port = (await freePort()) + 1;
    const clients = new Clients();
    let desk = await startDesk(port, storage);
    const all = clients.send(port, CLIENTS, EACH);
    const busy: number[] = [];
    const lost: string[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await clients.reached(Math.floor((CLIENTS * EACH * kill) / (KILLS + 1)));
      await wait(chance.whole(0, 60));
      const known = clients.acknowledged;
      busy.push(clients.busy);
      await end(desk, 'SIGKILL');
      // What it acknowledged before it died, looked at before anybody sends again.
      const keys = new Set((await rowsIn(storage)).map((row) => row.idempotency_key));
      lost.push(...known.filter(({ key }) => !keys.has(key)).map(({ name }) => `${name} is lost`));
      desk = await startDesk(port, storage);
    }
    await all;
    await end(desk, 'SIGTERM');
    const faults = [...lost, ...faultsIn(await rowsIn(storage), clients)];
    if (Math.min(...busy) === 0) faults.push('nobody was sending when it was killed');
    return {
      faults,
      told: `${clients.sent.length} reports, killed with ${busy.join(', ')} on their way, ${clients.broken} broke off`,
    };
  } finally {
    await storage.remove();
  }
}

let [passed, failed] = [0, 0];
async function round(name: string): Promise<void> {
  const { faults, told } = await killedWhileSending(new Chance(seed));
  if (faults.length) failed += 1;
  else passed += 1;
  say(
    `${faults.length ? '✗' : '✓'} ${name}: ${told}${faults.map((each) => `\n    ${each}`).join('')}`,
  );
}

say(`seeds ${seed} to ${seed}`);
delete process.env['TEST_DATABASE_URL'];
await round('embedded database');
await withPostgres(async (url: string) => {
  process.env['TEST_DATABASE_URL'] = url;
  await round('PostgreSQL');
});
if (failed) say(`    once more: node --import tsx test/kill/desk.ts --seed=${seed}`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
