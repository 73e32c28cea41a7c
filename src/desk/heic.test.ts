import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, beforeEach, describe, test } from 'node:test';
import sharp from 'sharp';
import { heic, tileOf } from '../../test/samples/heic.ts';
import { pathOf } from '../contract/endpoints.ts';
import type { Page, Report, ReportLine } from '../contract/staff.ts';
import { addPhotos } from './plain/add-photos.ts';
import { freshState } from './plain/state.ts';
import { decodeHeic } from './photos/heic.ts';
import { readPhoto } from './photos/read.ts';
import { ask, eventually, report, upload } from './test-data.ts';
import { startDesk } from './testing.ts';

const FIXTURES = new URL('../../test/fixtures/photos/', import.meta.url);
const fixture = (name: string): Buffer => readFileSync(new URL(name, FIXTURES));
const kitchen = fixture('kitchen.heic');
const tile = tileOf(fixture('tile.heic'));
/** Its first box and then nothing. */
const empty = Buffer.from(kitchen.subarray(0, 40));

const desk = await startDesk();
after(() => desk.close());
beforeEach(() => desk.empty());

const rows = () => desk.desk.database.db.selectFrom('attachment').selectAll().execute();
const files = (folder: string) => readdirSync(join(desk.dataDir, folder, 'delinde'));
const bytesIn = (folder: string) =>
  files(folder).map((name) => readFileSync(join(desk.dataDir, folder, 'delinde', name)));
const told = async (url: string) =>
  ((await (await fetch(`${url}/state`)).json()) as { state: string }).state;
const settled = (url: string) =>
  eventually(async () => {
    const state = await told(url);
    return state !== 'reading' && state;
  });
const pictures = async () => {
  const cookie = await desk.signIn();
  const list = (await (await ask(desk, cookie, 'staffReports')).json()) as Page<ReportLine>;
  const id = list.items[0]?.id ?? '';
  return ((await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report).pictures;
};

describe('a HEIC photo', () => {
  test('is opened before she sends it, can be seen by her alone, and reaches the console upright', async () => {
    const draft = randomUUID();
    const turned = Buffer.from(heic(tile, { columns: 3, rows: 2, turns: 1 }));
    const { url, photo } = await upload(desk, turned, { draft });
    assert.equal(await settled(url), 'readable');
    const seen = await fetch(`${url}/preview`);
    assert.equal(seen.headers.get('content-type'), 'image/jpeg');
    const { width, height } = await sharp(Buffer.from(await seen.arrayBuffer())).metadata();
    assert.deepEqual([width, height], [128, 192], 'a quarter turn');
    const { photosLost } = await report(desk, { photos: [photo] }, { draft });
    assert.deepEqual(photosLost, []);
    assert.equal((await fetch(`${url}/preview`)).status, 404, 'it is the association’s now');
    await eventually(async () => (await pictures()).every(({ state }) => state === 'ready'));
    const [clean] = bytesIn('photos');
    assert.equal((await sharp(clean).metadata()).format, 'jpeg');
    // The raw one, and what was made of it.
    await eventually(async () => files('uploads').length === 0);
  });

  test('that cannot be opened is said to be so before she sends it, and after it too', async () => {
    const draft = randomUUID();
    const { url, photo } = await upload(desk, empty, { draft });
    assert.equal(await settled(url), 'unreadable');
    assert.deepEqual((await report(desk, { photos: [photo] }, { draft })).photosLost, [photo]);
  });

  test('sent before the desk has looked at it is taken, and opened then', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, kitchen, { draft });
    await desk.desk.database.db.updateTable('attachment').set({ state: 'reading' }).execute();
    assert.deepEqual((await report(desk, { photos: [photo] }, { draft })).photosLost, []);
    await eventually(async () => (await pictures())[0]?.state === 'ready');
    for (const trace of ['Canary', 'Exif', 'Brink'])
      assert.ok(
        bytesIn('photos').every((bytes) => !bytes.includes(trace)),
        trace,
      );
  });

  test('at which the decoder keeps failing is given up after three tries', async () => {
    const { url } = await upload(desk, kitchen, { draft: randomUUID() });
    await settled(url);
    const [row] = await rows();
    await desk.desk.database.db
      .updateTable('attachment')
      .set({ state: 'reading', attempts: 3 })
      .execute();
    await readPhoto(desk.desk, 'delinde', row?.id ?? '');
    assert.equal(await told(url), 'unreadable');
  });

  test('of a browser without script loses its traces as it comes, and so does a JPEG', async () => {
    const jpeg = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#345' } })
      .withExif({ IFD0: { Make: 'Canarycam' } })
      .jpeg()
      .toBuffer();
    const chosen = [
      new File([Uint8Array.from(kitchen)], 'IMG_1.HEIC'),
      new File([Uint8Array.from(jpeg)], 'IMG_2.jpg'),
    ];
    const profile = desk.desk.profiles.get('delinde')!;
    const { state, notice } = await addPhotos(desk.desk, profile, freshState(), chosen);
    assert.equal(notice, undefined);
    assert.equal(state.answers.photos?.length, 2);
    assert.equal(files('uploads').length, 2);
    for (const bytes of bytesIn('uploads')) {
      assert.equal((await sharp(bytes).metadata()).format, 'jpeg');
      for (const trace of ['Canary', 'Exif', 'Brink']) assert.ok(!bytes.includes(trace), trace);
    }
    const { photosLost } = await report(desk, state.answers, { draft: state.draft });
    assert.deepEqual(photosLost, []);
    await eventually(async () => (await pictures()).every((each) => each.state === 'ready'));
  });

  test('of a browser without script that cannot be opened is said, and the others stay', async () => {
    const profile = desk.desk.profiles.get('delinde')!;
    const chosen = [
      new File([Uint8Array.from(empty)], 'IMG_1.HEIC'),
      new File([Uint8Array.from(kitchen)], 'IMG_2.HEIC'),
    ];
    const { state, notice } = await addPhotos(desk.desk, profile, freshState(), chosen);
    assert.equal(notice, 'photos:unreadable');
    assert.equal(state.answers.photos?.length, 1);
    assert.equal((await rows()).length, 1);
  });

  test('has no state and no preview for who does not have its address', async () => {
    const url = desk.origin + pathOf('upload', { association: 'delinde', upload: 'a'.repeat(64) });
    for (const what of ['state', 'preview'])
      assert.equal((await fetch(`${url}/${what}`)).status, 404);
  });
});

describe('the thread that decodes', () => {
  const script = (text: string) => {
    const file = join(desk.dataDir, `${randomUUID()}.mjs`);
    writeFileSync(file, text);
    return pathToFileURL(file);
  };

  test('that hangs is ended, and the next one gets its turn', async () => {
    const hangs = decodeHeic('x', { script: script('for (;;);'), patience: 200 });
    const next = decodeHeic(new URL('kitchen.heic', FIXTURES).pathname);
    await assert.rejects(hangs, /took too long/);
    assert.equal((await next)?.width, 320);
  });

  test('that dies or throws is an error, not a photo that cannot be read', async () => {
    const patience = 10_000;
    for (const text of ['process.exit(1)', 'throw new Error("secret")'])
      await assert.rejects(decodeHeic('x', { script: script(text), patience }), /decoder/);
  });

  test('does not open a picture that says it is too large', async () => {
    const file = join(desk.dataDir, 'bomb.heic');
    writeFileSync(file, heic(tile, { columns: 2, rows: 2, size: [16_000, 16_000] }));
    assert.equal(await decodeHeic(file), undefined);
  });
});
