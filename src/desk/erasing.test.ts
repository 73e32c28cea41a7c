import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Report } from '../contract/staff.ts';
import { cleanAttachment } from './jobs/clean-attachment.ts';
import { OWNED_TABLES } from './db/owned.ts';
import { ask, eventually, MESSAGE, phonePhoto, report, send, upload } from './test-data.ts';
import { erase as eraseDueNow } from './jobs/erase.ts';
import { FOLDER, profilesWith } from './test-profiles.ts';
import { startDesk } from './testing.ts';

/** Whoever asks to be forgotten, is: in rows, in files, in jobs and in the log. */

const desk = await startDesk({ profiles: profilesWith({ delinde: { outward: [FOLDER] } }) });
after(() => desk.close());
beforeEach(() => desk.empty());
const { db } = desk.desk.database;

const NAME = 'Mevrouw Wisbaar';

const erase = async (reference: string, association = 'delinde', why = 'asked') =>
  ask(desk, await desk.signIn(association), 'staffErasures', {
    association,
    method: 'POST',
    body: { reference, why },
  });

/** A report with a clean photo, a raw one that waits, a note, and somebody who looked at it. */
async function wholeReport() {
  const draft = randomUUID();
  const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
  const { reference } = await report(desk, { name: NAME, photos: [photo] }, { draft });
  const cookie = await desk.signIn();
  const { id } = await db
    .selectFrom('report')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  await ask(desk, cookie, 'staffReportNotes', { id, method: 'POST', body: { text: NAME } });
  await eventually(async () => {
    const shown = (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;
    return shown.pictures[0]?.state === 'ready';
  });
  return { id, reference, cookie };
}

/** Every text of every table, those of the job queue among them. */
async function everything(): Promise<string> {
  const tables = [...OWNED_TABLES.map(({ table }) => table), 'pgboss.job', 'pgboss.archive'];
  const all = await Promise.all(
    tables.map((table) => sql`select * from ${sql.table(table)}`.execute(db)),
  );
  return JSON.stringify(all.map(({ rows }) => rows));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

const photoFiles = () =>
  ['photos', 'uploads'].flatMap((folder) => filesUnder(join(desk.dataDir, folder)));

describe('erased by its reference', () => {
  test('a report leaves no row, no file and no job; another one stays whole', async () => {
    const gone = await wholeReport();
    const attachments = await db.selectFrom('attachment').select('id').execute();
    await report(desk, { name: 'Meneer Blijft' });
    // The raw one goes a moment after the clean one is ready.
    await eventually(async () => photoFiles().length === 1);
    assert.equal((await erase(gone.reference.toLowerCase().replaceAll('-', ' '))).status, 204);

    assert.deepEqual(photoFiles(), []);
    const left = await everything();
    assert.ok(!left.includes(NAME), 'her name');
    assert.ok(!left.includes(gone.reference), 'the reference');
    for (const { id } of attachments) assert.ok(!left.includes(id), 'a photo or its job');
    assert.ok(left.includes('Meneer Blijft'), 'the other one');
    assert.equal((await ask(desk, gone.cookie, 'staffReport', { id: gone.id })).status, 404);
  });

  test('what nobody fetched from the folder yet is taken back, by hand and by date', async () => {
    const folder = join(desk.dataDir, 'outward', 'delinde', FOLDER.id);
    const [byHand, byDate] = [await report(desk, { name: NAME }), await report(desk)];
    const there = () =>
      [byHand, byDate].map(({ reference }) => existsSync(join(folder, reference, 'ready')));
    await eventually(async () => there().every(Boolean));
    await erase(byHand.reference);
    assert.deepEqual(there(), [false, true]);
    await db
      .updateTable('report')
      .set({ erase_at: new Date(0) })
      .execute();
    await eraseDueNow(desk.desk);
    assert.deepEqual(there(), [false, false]);
  });

  test('a message too', async () => {
    const answer = await send(desk, 'messages', { ...MESSAGE, name: NAME });
    const { reference } = (await answer.json()) as { reference: string };
    assert.equal((await erase(reference, 'delinde', 'mistake')).status, 204);
    assert.ok(!(await everything()).includes(NAME), 'her name');
  });

  test('what is left says that, when and why, and nothing of whom', async () => {
    const { reference } = await report(desk, { name: NAME });
    await erase(reference);
    const rows = await db.selectFrom('erasure').selectAll().execute();
    assert.equal(rows.length, 1);
    assert.deepEqual(Object.keys(rows[0]!).sort(), [
      'association',
      'at',
      'erase_at',
      'id',
      'reference_hash',
      'why',
    ]);
    assert.equal(rows[0]?.why, 'asked');
    assert.match(rows[0]?.reference_hash ?? '', /^[0-9a-f]{64}$/);
  });

  test('a photo that is being made at that very moment does not come back', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(2000, 1500), { draft });
    const { reference } = await report(desk, { photos: [photo] }, { draft });
    const { id } = await db.selectFrom('attachment').select('id').executeTakeFirstOrThrow();
    // The file that it reads, or the row, may be gone under it: then it fails, and that is right.
    const [, answer] = await Promise.all([
      cleanAttachment(desk.desk, 'delinde', id).catch(() => undefined),
      erase(reference),
    ]);
    assert.equal(answer.status, 204);
    await eventually(async () => photoFiles().length === 0);
  });

  test('reports that were put together with it stand on their own again', async () => {
    const [main, other] = [await report(desk), await report(desk)];
    await sql`update report set merged_into = (select id from report where reference = ${main.reference})
      where reference = ${other.reference}`.execute(db);
    await erase(main.reference);
    const { rows } = await sql<{
      merged_into: string | null;
    }>`select merged_into from report`.execute(db);
    assert.deepEqual(rows, [{ merged_into: null }]);
  });

  test('of another association, or of nobody, is not found and changes nothing', async () => {
    const { reference } = await report(desk, { name: NAME });
    assert.equal((await erase(reference, 'hetbaken')).status, 404);
    for (const wrong of ['K7M4-P2XR-9', 'x', '', "' or 1=1 --"])
      assert.equal((await erase(wrong)).status, 404, wrong);
    assert.ok((await everything()).includes(NAME), 'still there');
  });

  test('is not for who is not signed in, nor for a page of another site', async () => {
    const { reference } = await report(desk);
    const body = { reference, why: 'asked' };
    const ways = [
      [await ask(desk, '', 'staffErasures', { method: 'POST', body }), 401],
      [
        await ask(desk, await desk.signIn(), 'staffErasures', {
          method: 'POST',
          body,
          headers: { Origin: 'https://evil.example' },
        }),
        403,
      ],
    ] as const;
    for (const [answer, status] of ways) assert.equal(answer.status, status);
    assert.equal((await db.selectFrom('report').select('id').execute()).length, 1);
  });
});

describe('the view log', () => {
  const acts = async () =>
    (await db.selectFrom('view_log').select(['act', 'about_id']).orderBy('id').execute()).map(
      ({ act, about_id }) => [act, about_id],
    );

  test('knows reports, photos, searches and erasures, and not what was searched for', async () => {
    const { id, reference, cookie } = await wholeReport();
    await db.deleteFrom('view_log').execute();
    const shown = await ask(desk, cookie, 'staffReport', { id });
    const { pictures } = (await shown.json()) as Report;
    await fetch(desk.origin + (pictures[0]?.url ?? ''), { headers: { cookie } });
    await ask(desk, cookie, 'staffReports', { method: 'POST', body: { search: NAME } });
    await erase(reference);
    assert.deepEqual(await acts(), [
      ['report', id],
      ['photo', id],
      ['search', null],
      ['erase', id],
    ]);
    assert.ok(
      !JSON.stringify(await db.selectFrom('view_log').selectAll().execute()).includes(NAME),
    );
  });

  test('is told with the report: who, what, when', async () => {
    const { id, cookie } = await wholeReport();
    const { viewed } = (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;
    assert.deepEqual([...new Set(viewed.map(({ by, act }) => `${by} ${act}`))], ['Sanne report']);
  });

  test('a report that is not there, or somebody else’s, leaves no line', async () => {
    const { id } = await wholeReport();
    await db.deleteFrom('view_log').execute();
    await ask(desk, await desk.signIn(), 'staffReport', { id: randomUUID() });
    await ask(desk, await desk.signIn('hetbaken'), 'staffReport', { association: 'hetbaken', id });
    assert.deepEqual(await acts(), []);
  });

  test('is never counted per person, in no query of the desk', () => {
    const folder = join(desk.desk.root, 'src/desk');
    const sources = filesUnder(folder).filter(
      (path) => path.endsWith('.ts') && !path.includes('.test.'),
    );
    for (const path of sources) {
      const source = readFileSync(path, 'utf8');
      assert.doesNotMatch(source, /group\s*by[^;`]*(by_name|by_account)/i, path);
      assert.doesNotMatch(source, /groupBy\([^)]*(by_name|by_account|taken_by)/, path);
    }
  });
});
