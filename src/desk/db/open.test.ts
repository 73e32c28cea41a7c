import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { Refusal } from '../refusal.ts';
import { newStorage } from '../testing-storage.ts';
import { openDatabase, prepareFolder } from './open.ts';

const root = mkdtempSync(join(tmpdir(), 'open-'));
after(() => rmSync(root, { recursive: true, force: true }));

const refused = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error));
  assert.match(error.message, pattern);
  assert.ok(!error.message.includes('\n'));
  return true;
};

test('a full disk is said before anything is written', () => {
  assert.throws(
    () => prepareFolder(join(root, 'full'), () => 1024 * 1024),
    refused(/is full: make at least 100 MB free/),
  );
});

test('a folder that cannot be made is one sentence', () => {
  writeFileSync(join(root, 'file'), '');
  assert.throws(
    () => prepareFolder(join(root, 'file', 'data')),
    refused(/cannot be made or written to \(ENOTDIR\)/),
  );
});

test('a database that is no database is one sentence, and the folder is free again', async () => {
  const dataDir = join(root, 'damaged');
  mkdirSync(join(dataDir, 'db'), { recursive: true });
  writeFileSync(join(dataDir, 'db', 'PG_VERSION'), 'nonsense');
  for (let time = 0; time < 2; time++)
    await assert.rejects(openDatabase({ dataDir }), refused(/cannot be opened: it is damaged/));
});

test('PostgreSQL that is not there is one sentence without the password', async () => {
  await assert.rejects(
    openDatabase({ dataDir: join(root, 'pg'), databaseUrl: 'postgres://u:geheim@127.0.0.1:1/x' }),
    (error: unknown) =>
      refused(/cannot be reached \(ECONNREFUSED\)/)(error) &&
      !(error as Error).message.includes('geheim'),
  );
});

test('what runs beside a transaction waits for it, and is never inside it', async () => {
  const storage = await newStorage();
  const database = await openDatabase(storage);
  await sql`create table probe (n int)`.execute(database.db);
  let beside: Promise<unknown> = Promise.resolve();
  const work = database.db.transaction().execute(async (tx) => {
    await sql`insert into probe values (1)`.execute(tx);
    beside = database.query('insert into probe values ($1)', [2]);
    await new Promise((resolve) => setImmediate(resolve));
    throw new Error('roll back');
  });
  await assert.rejects(work, /roll back/);
  await beside;
  const { rows } = await database.query('select n from probe');
  assert.deepEqual(rows, [{ n: 2 }], 'the one beside was not rolled back');
  await database.close();
  await storage.remove();
});

test('a closed database can be opened again, with all that was in it', async () => {
  const storage = await newStorage();
  const first = await openDatabase(storage);
  await first.query('create table probe (n int)');
  await first.query('insert into probe values (7)');
  // A folder has one desk; a server can have several.
  if (!storage.databaseUrl)
    await assert.rejects(openDatabase(storage), refused(/in use by process/));
  await first.close();
  const second = await openDatabase(storage);
  assert.deepEqual((await second.query('select n from probe')).rows, [{ n: 7 }]);
  await second.close();
  await storage.remove();
});

test('the tests run on the database that they were told', async () => {
  const storage = await newStorage();
  const database = await openDatabase(storage);
  const { rows } = await database.query('select version() as version');
  const { version } = rows[0] as { version: string };
  assert.equal(/emcc|wasm/i.test(version), !process.env['TEST_DATABASE_URL'], version);
  await database.close();
  await storage.remove();
});
