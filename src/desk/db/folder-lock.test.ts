import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Refusal } from '../refusal.ts';
import { lockFolder, lockPath } from './folder-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'lock-'));
after(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
const fresh = () => join(root, `db${count++}`);

/** Another process that takes the lock and says so. */
async function otherOwner(folder: string) {
  const code = `
    const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
    await lockFolder(${JSON.stringify(folder)});
    process.stdout.write('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('the second one is told who has the folder, and has it as soon as it is free', async () => {
  const folder = fresh();
  const lock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), (error) => {
    assert.ok(error instanceof Refusal);
    assert.match(error.message, new RegExp(`in use by process ${process.pid}:`));
    return true;
  });
  await lock.release();
  assert.ok(!existsSync(lockPath(folder)));
  await (await lockFolder(folder)).release();
});

test('another process is told apart by its number', async () => {
  const folder = fresh();
  const child = await otherOwner(folder);
  await assert.rejects(lockFolder(folder), new RegExp(`in use by process ${child.pid}:`));
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('a lock whose owner was killed is taken over', async () => {
  const folder = fresh();
  const child = await otherOwner(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.ok(existsSync(lockPath(folder)), 'the killed one left its socket');
  await (await lockFolder(folder)).release();
});

test('an owner that hangs still has the folder', async () => {
  const folder = fresh();
  const child = await otherOwner(folder);
  child.kill('SIGSTOP');
  await assert.rejects(lockFolder(folder), /in use by process another/);
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('of many that take over a stale lock at once, one has it', async () => {
  const folder = fresh();
  const child = await otherOwner(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  const won = tries.filter((each) => each.status === 'fulfilled');
  assert.equal(won.length, 1);
  await Promise.all(won.map((each) => each.value.release()));
});

test('a file that happens to stand there is no owner', async () => {
  const folder = fresh();
  writeFileSync(lockPath(folder), '');
  await (await lockFolder(folder)).release();
});

test('a path too long for a socket is locked elsewhere, the same place each time', async () => {
  const folder = join(root, 'x'.repeat(120));
  assert.ok(lockPath(folder).length < 104);
  assert.equal(lockPath(folder), lockPath(folder));
  const lock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), Refusal);
  await lock.release();
});
