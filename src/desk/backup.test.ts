import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { exportAll } from './reports/export.ts';
import { ask, eventually, MESSAGE, phonePhoto, report, send, upload } from './test-data.ts';
import { startDesk, type TestDesk } from './testing.ts';
import { newStorage } from './testing-storage.ts';

/** What docs/running.md says of backup and restore, done. */

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Of the server's own version: an older one refuses. */
function tool(name: string): string {
  const versions = '/usr/lib/postgresql';
  const found = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(versions, version, 'bin', name))
        .find((path) => existsSync(path))
    : undefined;
  return found ?? name;
}

const whole = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(path, name), 'latin1')]),
  );

async function everythingOf({ desk }: TestDesk, name: string) {
  const target = join(folder, name);
  await exportAll(desk, desk.profiles.get('delinde')!, target);
  return whole(target);
}

test('a desk that is lost comes back from its backup: reports, messages, photos, all of it', async () => {
  const [lost, fresh] = [await newStorage(), await newStorage()];
  after(lost.remove);
  after(fresh.remove);
  const desk = await startDesk({ storage: lost });
  const draft = randomUUID();
  const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
  const { reference } = await report(
    desk,
    { name: 'Zeynep Öztürk 🙂', photos: [photo] },
    { draft },
  );
  await send(desk, 'messages', MESSAGE);
  await eventually(
    async () =>
      readdirSync(join(desk.dataDir, 'photos', 'delinde')).length === 1 &&
      readdirSync(join(desk.dataDir, 'uploads', 'delinde')).length === 0,
  );
  const before = await everythingOf(desk, 'before');
  assert.ok(Object.keys(before).some((name) => name.endsWith('.jpg')));
  await desk.close();

  const backup = join(folder, 'backup');
  const dump = join(folder, 'dump');
  cpSync(lost.dataDir, backup, { recursive: true });
  if (lost.databaseUrl && fresh.databaseUrl) {
    execFileSync(tool('pg_dump'), ['--format=custom', `--file=${dump}`, lost.databaseUrl]);
    const onto = ['--clean', '--if-exists', '--no-owner', `--dbname=${fresh.databaseUrl}`, dump];
    execFileSync(tool('pg_restore'), onto);
  }
  rmSync(fresh.dataDir, { recursive: true });
  cpSync(backup, fresh.dataDir, { recursive: true });

  const again = await startDesk({ storage: fresh });
  after(() => again.close());
  assert.deepEqual(await everythingOf(again, 'after'), before);
  // And it is a desk: it shows the photo, and takes the next report.
  const cookie = await again.signIn();
  const found = await ask(again, cookie, 'staffReports', {
    method: 'POST',
    body: { search: reference },
  });
  const { items } = (await found.json()) as { items: { id: string }[] };
  const shown = await ask(again, cookie, 'staffReport', { id: items[0]!.id });
  const { pictures } = (await shown.json()) as { pictures: { id: string }[] };
  assert.equal((await ask(again, cookie, 'staffPhoto', { id: pictures[0]!.id })).status, 200);
  await report(again);
});
