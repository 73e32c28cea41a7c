import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { CallbackReceipt } from '../contract/callback.ts';
import { migrate } from './db/migrate.ts';
import { OWNED_TABLES } from './db/owned.ts';
import type { Profile } from '../contract/profile.ts';
import { addAttempt } from './repositories/sign-in-attempts.ts';
import { erase } from './jobs/erase.ts';
import { setUpDemo } from './slots/demo.ts';
import { bookAt, free } from './slots/testing-slots.ts';
import { FOLDER, profilesWith } from './test-profiles.ts';
import { ask, eventually, MESSAGE, phonePhoto, report, send, upload } from './test-data.ts';
import { startDesk } from './testing.ts';

let clock = Date.now();
const desk = await startDesk({
  now: () => clock,
  profiles: profilesWith({ delinde: { outward: [FOLDER] } }),
});
after(() => desk.close());
beforeEach(async () => {
  clock = Date.now();
  await desk.empty();
});
const { db } = desk.desk.database;

/** Tables that belong to no association and are never erased, and why. */
const EXEMPT: Record<string, string> = {
  migration: 'what has been done to the database itself',
};

const columns = await sql<{ table: string; column: string; type: string; nullable: string }>`
  select table_name as "table", column_name as "column", data_type as "type", is_nullable as "nullable"
  from information_schema.columns where table_schema = 'public'`.execute(db);
const tables = [...new Set(columns.rows.map((each) => each.table))];

describe('every table', () => {
  for (const table of tables.filter((each) => !EXEMPT[each])) {
    const has = (column: string) =>
      columns.rows.find((each) => each.table === table && each.column === column);

    test(`${table} says of each row whose it is and when it must be gone`, () => {
      assert.equal(has('association')?.nullable, 'NO');
      assert.equal(has('erase_at')?.nullable, 'NO');
      assert.equal(has('erase_at')?.type, 'timestamp with time zone');
    });

    test(`${table} is on the list that erasure and export walk`, () => {
      const owned = OWNED_TABLES.find((each) => each.table === table);
      assert.ok(owned);
      assert.equal(owned.ofReport === true, has('report_id') !== undefined, 'hangs on a report');
      assert.equal(owned.ofCallback === true, has('callback_id') !== undefined);
    });
  }

  test('what hangs on another table stands before it', async () => {
    const { rows } = await sql<{ from: string; to: string }>`
      select conrelid::regclass::text as "from", confrelid::regclass::text as "to"
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(db);
    const place = (table: string) => OWNED_TABLES.findIndex((each) => each.table === table);
    assert.ok(rows.length);
    for (const { from, to } of rows.filter((each) => each.from !== each.to))
      assert.ok(place(from) < place(to), `${from} → ${to}`);
  });

  test('jobs carry ids and nothing else', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
    await report(desk, { photos: [photo] }, { draft });
    const { rows } = await sql<{ data: object }>`
      select data from pgboss.job where name in ('clean-photo', 'deliver')
      union all select data from pgboss.archive where name in ('clean-photo', 'deliver')`.execute(
      db,
    );
    assert.ok(rows.length);
    for (const { data } of rows)
      assert.match(Object.keys(data).sort().join(), /^association,(photo|delivery)$/);
  });
});

describe('erasure', () => {
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const table of tables.filter((each) => !EXEMPT[each]))
      found[table] =
        (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db))
          .rows[0]?.n ?? 0;
    return found;
  };
  const photoFiles = () => readdirSync(join(desk.dataDir, 'photos', 'delinde'));
  const MONTH = 31 * 24 * 3_600_000;

  test('takes each thing at its own time: photos, contact data, then the report', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
    await report(desk, { photos: [photo] }, { draft });
    await send(desk, 'messages', MESSAGE);
    const asked = {
      topic: 'repair',
      when: 'any',
      phone: '06 12345678',
      language: 'nl',
      from: 'repair-form/photos',
    };
    const { link } = (await (await send(desk, 'callbacks', asked)).json()) as CallbackReceipt;
    await send(desk, 'callbackCancelled', { access: link });
    await send(desk, 'alarms', { phone: '06 12345678', language: 'nl' });
    const cookie = await desk.signIn();
    const until = new Date(clock + 3_600_000).toISOString();
    const outage = { kind: 'lift', areas: ['9401'], text: '', until };
    await ask(desk, cookie, 'staffOutages', { method: 'POST', body: outage });
    const list = await ask(desk, cookie, 'staffReports');
    const { id } = ((await list.json()) as { items: { id: string }[] }).items[0]!;
    await ask(desk, cookie, 'staffReport', { id });
    await ask(desk, cookie, 'staffReportNotes', { id, method: 'POST', body: { text: 'Gebeld' } });
    const call = { danger: 'gaslucht', words: 'Brink 12' };
    const headers = { 'Idempotency-Key': randomUUID() };
    await ask(desk, cookie, 'staffDangerCalls', { method: 'POST', body: call, headers });
    await addAttempt(
      'delinde',
      db,
      { state: 's', browser: 'b', nonce: 'n', verifier: 'v', returnTo: '' },
      clock,
    );
    await setUpDemo(desk.desk, 'delinde');
    const day = new Date(clock + MONTH).toISOString().slice(0, 10);
    const closure = { from: day, to: day };
    await ask(desk, cookie, 'staffClosures', { method: 'POST', body: closure });
    const [person] = await db.selectFrom('person').select('id').execute();
    const away = { date: day, spans: [] };
    await ask(desk, cookie, 'staffPersonDay', { id: person!.id, method: 'PUT', body: away });
    const { times } = await free(desk, { kind: 'office' });
    await bookAt(desk, times[0]!);
    const mistake = await report(desk);
    await ask(desk, cookie, 'staffErasures', {
      method: 'POST',
      body: { reference: mistake.reference, why: 'mistake' },
    });
    await eventually(async () => photoFiles().length === 1);
    await eventually(
      async () =>
        (await db.selectFrom('attachment').select('state').execute())[0]?.state === 'ready',
    );

    await erase(desk.desk);
    assert.ok(
      Object.values(await counts()).every((count) => count > 0),
      'nothing before its time',
    );

    // From here on the association is no longer served: nothing pushes on what it had set.
    const profiles = desk.desk.profiles as Map<string, Profile>;
    const profile = profiles.get('delinde')!;
    profiles.delete('delinde');
    clock += 6 * MONTH;
    await erase(desk.desk);
    let left = await counts();
    assert.deepEqual([left['attachment'], left['report_contact'], left['report']], [0, 1, 1]);
    assert.deepEqual(photoFiles(), [], 'the file is gone with the row');

    clock += 6 * MONTH;
    await erase(desk.desk);
    left = await counts();
    assert.deepEqual([left['report_contact'], left['message'], left['report']], [0, 0, 1]);
    assert.deepEqual([left['callback'], left['callback_attempt']], [0, 0]);

    clock += 12 * MONTH;
    await erase(desk.desk);
    profiles.set('delinde', profile);
    left = await counts();
    assert.deepEqual(
      Object.values(left),
      Object.values(left).map(() => 0),
    );
  });

  test('takes also what belongs to an association that has left', async () => {
    await report(desk);
    await db
      .insertInto('staff_session')
      .values({
        id: randomUUID(),
        association: 'vertrokken',
        token_hash: 'x',
        name: 'x',
        person: 'x',
        account: 'x',
        created_at: new Date(clock),
        seen_at: new Date(clock),
        erase_at: new Date(clock - 1),
      })
      .execute();
    await erase(desk.desk);
    assert.equal((await counts())['staff_session'], 0);
  });

  test('a cleaned photo is readable until then', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
    await report(desk, { photos: [photo] }, { draft });
    const [name = ''] = await eventually(async () => {
      const files = photoFiles();
      return files.length > 0 && files;
    });
    assert.ok(existsSync(join(desk.dataDir, 'photos', 'delinde', name)));
  });
});

describe('migrations', () => {
  const first = {
    name: '0001-one',
    sql: 'create table probe (a int);\ninsert into probe values (1);',
  };
  const known = async () => {
    const applied = await db.selectFrom('migration').select('name').orderBy('name').execute();
    return applied.map((each) => each.name);
  };
  after(async () => {
    await sql`drop table if exists probe`.execute(db);
  });

  test('run once, and a second start changes nothing', async () => {
    const files = readdirSync(new URL('./db/migrations/', import.meta.url));
    assert.deepEqual(await migrate(db), []);
    assert.deepEqual(
      await known(),
      files.map((name) => name.replace(/\.ts$/, '')),
    );
  });

  test('one that was changed after it ran stops the start with a sentence', async () => {
    await db.deleteFrom('migration').execute();
    assert.deepEqual(await migrate(db, [first]), ['0001-one']);
    await assert.rejects(
      migrate(db, [{ ...first, sql: first.sql + ' ' }]),
      /Migration 0001-one was changed after it ran/,
    );
  });

  test('a database that is newer than the program is left alone', async () => {
    await assert.rejects(migrate(db, []), /newer than this program: it has migration 0001-one/);
  });

  test('one that fails halfway leaves nothing behind', async () => {
    const broken = { name: '0002-two', sql: 'insert into probe values (2);\nselect nonsense;' };
    await assert.rejects(migrate(db, [first, broken]));
    const { rows } = await sql`select * from probe`.execute(db);
    assert.equal(rows.length, 1);
    assert.deepEqual(await known(), ['0001-one']);
  });
});
