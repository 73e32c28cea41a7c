import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { DetailedError } from 'tus-js-client';
import { pathOf } from '../contract/endpoints.ts';
import type { Page, Report, ReportLine } from '../contract/staff.ts';
import { sql as first } from './db/migrations/0001-first.ts';
import { sql as attachments } from './db/migrations/0005-attachments.ts';
import { forgetUploads } from './jobs/forget-uploads.ts';
import { ask, eventually, phonePhoto, report, upload } from './test-data.ts';
import { startDesk } from './testing.ts';

let clock = Date.now();
const desk = await startDesk({ now: () => clock });
after(() => desk.close());
beforeEach(async () => {
  clock = Date.now();
  await desk.empty();
});

const rawFiles = (association = 'delinde') =>
  readdirSync(join(desk.dataDir, 'uploads', association)).filter((name) => !name.endsWith('.json'));
const photos = () => desk.desk.database.db.selectFrom('attachment').selectAll().execute();

/** The status and problem code with which an upload is refused. */
async function refusal(work: Promise<unknown>): Promise<[number, string]> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof DetailedError);
    const { originalResponse: response } = error;
    return [
      response?.getStatus() ?? 0,
      (JSON.parse(response?.getBody() ?? '{}') as { code: string }).code,
    ];
  }
  assert.fail('it was taken');
}

/** What the console sees of the only report. */
async function onlyReport(): Promise<Report> {
  const cookie = await desk.signIn();
  const list = (await (await ask(desk, cookie, 'staffReports')).json()) as Page<ReportLine>;
  const id = list.items[0]?.id ?? '';
  return (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;
}

describe('a photo', () => {
  test('goes from the phone to the console, and loses its secrets on the way', async () => {
    const draft = randomUUID();
    const bytes = await phonePhoto();
    const one = await upload(desk, bytes, { draft });
    const two = await upload(desk, bytes, { draft, chunk: 4000 });
    assert.deepEqual(
      (await photos()).map((each) => each.state),
      ['quarantined', 'quarantined'],
    );
    const { photosLost } = await report(desk, { photos: [one.photo, two.photo] }, { draft });
    assert.deepEqual(photosLost, []);
    const shown = await eventually(async () => {
      const found = await onlyReport();
      return found.pictures.every(({ state }) => state === 'ready') && found;
    });
    assert.equal(shown.pictures.length, 2);
    const cookie = await desk.signIn();
    const answer = await ask(desk, cookie, 'staffPhoto', { id: shown.pictures[0]?.id });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'image/jpeg');
    assert.equal(answer.headers.get('cache-control'), 'private, no-store');
    const clean = Buffer.from(await answer.arrayBuffer());
    assert.ok(bytes.includes('SecretPhone') && !clean.includes('SecretPhone'));
    const { width, exif } = await sharp(clean).metadata();
    assert.deepEqual([width, exif], [1600, undefined]);
    assert.deepEqual(rawFiles(), [], 'the raw ones are gone');
  });

  test('is taken up where the line was cut', async () => {
    const draft = randomUUID();
    const bytes = await phonePhoto();
    const path = desk.origin + pathOf('uploads', { association: 'delinde' });
    const tus = { 'Tus-Resumable': '1.0.0' };
    const metadata = `draft ${btoa(draft)},photo ${btoa(randomUUID())}`;
    const made = await fetch(path, {
      method: 'POST',
      headers: { ...tus, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata },
    });
    assert.equal(made.status, 201);
    const url = desk.origin + made.headers.get('location');
    const patch = (offset: number, part: Buffer) =>
      fetch(url, {
        method: 'PATCH',
        headers: {
          ...tus,
          'Upload-Offset': String(offset),
          'Content-Type': 'application/offset+octet-stream',
        },
        body: new Uint8Array(part),
      });
    assert.equal((await patch(0, bytes.subarray(0, 1000))).status, 204);
    const head = await fetch(url, { method: 'HEAD', headers: tus });
    assert.deepEqual(
      [head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')],
      [200, '1000', String(bytes.length)],
    );
    assert.equal(head.headers.get('upload-metadata') ?? '', '', 'the draft’s secret is not told');
    assert.equal((await patch(500, bytes.subarray(500))).status, 409);
    assert.equal((await patch(1000, bytes.subarray(1000))).status, 204);
    assert.equal((await photos())[0]?.state, 'quarantined');
    const lost = await fetch(url, { method: 'HEAD', headers: tus });
    assert.equal(
      lost.headers.get('upload-offset'),
      String(bytes.length),
      'the last answer was lost',
    );
  });

  test('of a page that was open before an upload said what it is, is taken as a photo', async () => {
    const draft = randomUUID();
    const [photo, bytes] = [randomUUID(), await phonePhoto(400, 300)];
    const made = await fetch(desk.origin + pathOf('uploads', { association: 'delinde' }), {
      method: 'POST',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Length': String(bytes.length),
        'Upload-Metadata': `draft ${btoa(draft)},photo ${btoa(photo)}`,
        'Content-Type': 'application/offset+octet-stream',
      },
    });
    assert.equal(made.status, 201);
    const [row] = await photos();
    assert.deepEqual([row?.kind, row?.client_id], ['photo', photo]);
  });

  test('has an address that cannot be guessed, and whose bytes nobody gets', async () => {
    const { url } = await upload(desk, await phonePhoto(), { draft: randomUUID() });
    assert.match(url, /\/uploads\/[0-9a-f]{64}$/);
    assert.equal((await fetch(url)).status, 404);
    assert.equal((await fetch(url, { headers: { 'Tus-Resumable': '1.0.0' } })).status, 404);
  });

  test('can be taken away again: file and row', async () => {
    const { url } = await upload(desk, await phonePhoto(), { draft: randomUUID() });
    const answer = await fetch(url, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } });
    assert.equal(answer.status, 204);
    await eventually(async () => !(await photos()).length);
    assert.deepEqual(rawFiles(), []);
  });

  test('sent a second time, because its answer was lost, takes no second place', async () => {
    const [draft, photo] = [randomUUID(), randomUUID()];
    const bytes = await phonePhoto(400, 300);
    for (let time = 0; time < 7; time++) await upload(desk, bytes, { draft, photo });
    assert.equal((await photos()).length, 1);
    assert.equal(rawFiles().length, 1);
  });

  test('keeps the draft’s secret off the disk', async () => {
    const draft = randomUUID();
    await upload(desk, await phonePhoto(400, 300), { draft });
    const folder = join(desk.dataDir, 'uploads', 'delinde');
    for (const name of readdirSync(folder))
      assert.ok(!readFileSync(join(folder, name)).includes(draft));
    assert.ok(!JSON.stringify(await photos()).includes(draft));
  });
});

describe('what is no photo', () => {
  test('is refused by its content, and nothing of it stays', async () => {
    const draft = randomUUID();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    assert.deepEqual(await refusal(upload(desk, svg, { draft })), [415, 'not-a-photo']);
    const half = (await phonePhoto()).subarray(0, 5000);
    assert.deepEqual(await refusal(upload(desk, half, { draft })), [415, 'not-a-photo']);
    assert.deepEqual([await photos(), rawFiles()], [[], []]);
  });

  test('more than ten megabytes, a sixth photo, or no owner: refused before a byte is taken', async () => {
    const draft = randomUUID();
    const large = Buffer.alloc(10 * 1024 * 1024 + 1);
    assert.equal((await refusal(upload(desk, large, { draft })))[0], 413);
    const small = await phonePhoto(200, 150);
    for (let time = 0; time < 5; time++) await upload(desk, small, { draft });
    assert.deepEqual(await refusal(upload(desk, small, { draft })), [400, 'bad-request']);
    assert.deepEqual(await refusal(upload(desk, small, { draft: 'x' })), [400, 'bad-request']);
    assert.equal(rawFiles().length, 5);
  });

  test('a request that does not speak tus is answered, not obeyed', async () => {
    const url = desk.origin + pathOf('uploads', { association: 'delinde' });
    const headers = { 'Tus-Resumable': '1.0.0' };
    const wrong: RequestInit[] = [
      { method: 'POST' },
      { method: 'POST', headers },
      { method: 'POST', headers: { ...headers, 'Upload-Length': '-1' } },
      { method: 'POST', headers: { ...headers, 'Upload-Defer-Length': '1' } },
      { method: 'POST', headers: { ...headers, 'Upload-Length': '9', 'Upload-Metadata': '%%%' } },
    ];
    for (const init of wrong) {
      const { status } = await fetch(url, init);
      assert.ok(status >= 400 && status < 500, `${JSON.stringify(init)} ${status}`);
    }
    for (const name of ['x', '..%2f..%2fdb', 'a'.repeat(64)])
      assert.equal((await fetch(`${url}/${name}`, { method: 'HEAD', headers })).status, 404, name);
    assert.deepEqual(rawFiles(), []);
  });

  test('a page on another origin may upload only when it is the association’s', async () => {
    const url = desk.origin + pathOf('uploads', { association: 'delinde' });
    const preflight = (Origin: string) =>
      fetch(url, {
        method: 'OPTIONS',
        headers: { Origin, 'Access-Control-Request-Method': 'POST' },
      });
    const good = await preflight('https://www.delinde.example');
    assert.match(good.headers.get('access-control-allow-headers') ?? '', /Upload-Metadata/);
    assert.match(good.headers.get('access-control-allow-methods') ?? '', /PATCH/);
    assert.equal((await preflight('https://evil.example')).status, 403);
    const metadata = `draft ${btoa(randomUUID())},photo ${btoa(randomUUID())}`;
    const made = await fetch(url, {
      method: 'POST',
      headers: {
        Origin: 'https://www.delinde.example',
        'Tus-Resumable': '1.0.0',
        'Upload-Length': '10',
        'Upload-Metadata': metadata,
      },
    });
    assert.equal(made.headers.get('access-control-allow-origin'), 'https://www.delinde.example');
    assert.match(made.headers.get('access-control-expose-headers') ?? '', /Location/);
  });
});

describe('at the moment of sending', () => {
  test('a photo that is not there, or of another draft, is said to be lost; the report is taken', async () => {
    const draft = randomUUID();
    const mine = await upload(desk, await phonePhoto(400, 300), { draft });
    const stranger = await upload(desk, await phonePhoto(400, 300), { draft: randomUUID() });
    const never = randomUUID();
    const { photosLost } = await report(
      desk,
      { photos: [mine.photo, stranger.photo, never] },
      { draft },
    );
    assert.deepEqual(photosLost, [stranger.photo, never]);
    assert.equal((await onlyReport()).pictures.length, 1);
  });

  test('a file that was damaged meanwhile is lost too', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(400, 300), { draft });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(desk.dataDir, 'uploads', 'delinde', rawFiles()[0] ?? ''), 'rubbish');
    assert.deepEqual((await report(desk, { photos: [photo] }, { draft })).photosLost, [photo]);
  });

  test('a photo of another association cannot be claimed', async () => {
    const draft = randomUUID();
    const bytes = await phonePhoto(400, 300);
    const { photo } = await upload(desk, bytes, { draft, association: 'hetbaken' });
    assert.deepEqual((await report(desk, { photos: [photo] }, { draft })).photosLost, [photo]);
  });

  test('what a report has claimed cannot be taken away by the upload’s address', async () => {
    const draft = randomUUID();
    const { url, photo } = await upload(desk, await phonePhoto(400, 300), { draft });
    await report(desk, { photos: [photo] }, { draft });
    const answer = await fetch(url, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } });
    assert.equal(answer.status, 404);
    const found = await eventually(async () => {
      const { pictures } = await onlyReport();
      return pictures[0]?.state === 'ready' && pictures;
    });
    assert.equal(found.length, 1);
  });
});

describe('after a day', () => {
  test('what nobody sent is forgotten, rows and files; what was sent stays', async () => {
    const draft = randomUUID();
    const sent = await upload(desk, await phonePhoto(400, 300), { draft });
    await report(desk, { photos: [sent.photo] }, { draft });
    await upload(desk, await phonePhoto(400, 300), { draft: randomUUID() });
    await forgetUploads(desk.desk);
    assert.equal((await photos()).length, 2, 'not before its time');
    await eventually(async () => (await onlyReport()).pictures[0]?.state === 'ready');
    clock += 24.1 * 3_600_000;
    await forgetUploads(desk.desk);
    assert.deepEqual(
      (await photos()).map((each) => each.state),
      ['ready'],
    );
    assert.deepEqual(rawFiles(), []);
  });

  test('a file without a row, left by a crash, is found on the disk', async () => {
    const stray = join(desk.dataDir, 'uploads', 'delinde', 'f'.repeat(64));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(stray, 'x');
    await forgetUploads(desk.desk);
    assert.ok(existsSync(stray));
    clock += 24.1 * 3_600_000;
    await forgetUploads(desk.desk);
    assert.ok(!existsSync(stray));
  });
});

test('photos of reports that were made before are attachments, with the files where they are', async () => {
  const undo = new Error('undone');
  const done = desk.desk.database.db.transaction().execute(async (tx) => {
    const run = async (statements: string) => {
      for (const each of statements.split(/;\s*$/m).filter((text) => text.trim()))
        await sql.raw(each).execute(tx);
    };
    await sql`create schema before`.execute(tx);
    await sql`set local search_path to before`.execute(tx);
    await run(first);
    const [id, upload] = [randomUUID(), 'a'.repeat(64)];
    await sql`insert into photo
      (id, association, draft_hash, client_id, upload, state, position, created_at, erase_at)
      values (${id}, 'delinde', 'x', ${randomUUID()}, ${upload}, 'ready', 0, now(), now())
    `.execute(tx);
    await run(attachments);
    const row = await tx.selectFrom('attachment').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual(
      [row.id, row.kind, row.upload, row.state, row.position, row.attempts],
      [id, 'photo', upload, 'ready', 0, 0],
    );
    assert.equal(
      desk.desk.attachments.cleanFile(row.kind, row.association, row.id),
      join(desk.dataDir, 'photos', 'delinde', `${id}.jpg`),
    );
    throw undo;
  });
  await assert.rejects(done, undo);
});
