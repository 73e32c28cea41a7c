import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { DetailedError } from 'tus-js-client';
import type { Page, Report, ReportLine } from '../contract/staff.ts';
import { erase } from './jobs/erase.ts';
import { buildOutward } from './outward/build.ts';
import { veraPayload } from './outward/vera/payload.ts';
import { eraseByReference } from './reports/erase.ts';
import { ask, eventually, report, upload } from './test-data.ts';
import { startDesk } from './testing.ts';

let clock = Date.now();
const desk = await startDesk({ now: () => clock });
after(() => desk.close());
beforeEach(async () => {
  clock = Date.now();
  await desk.empty();
});

const recording = (name: string): Buffer =>
  readFileSync(new URL(`../../test/fixtures/recordings/${name}`, import.meta.url));

const filesIn = (folder: string) => readdirSync(join(desk.dataDir, folder, 'delinde'));

/** She speaks, and sends her report. */
async function spoken(name = 'chromium.webm') {
  const draft = randomUUID();
  const { photo: voice } = await upload(desk, recording(name), { draft, kind: 'voice' });
  return report(desk, { voice, room: 'unknown', item: undefined, problem: undefined }, { draft });
}

async function onlyReport(cookie: string): Promise<Report> {
  const list = (await (await ask(desk, cookie, 'staffReports')).json()) as Page<ReportLine>;
  const id = list.items[0]?.id ?? '';
  return (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;
}

const ready = (cookie: string) =>
  eventually(async () => {
    const found = await onlyReport(cookie);
    return found.recording?.state === 'ready' && found;
  });

/** The status and problem code with which an upload is refused. */
async function refusal(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => assert.fail('it was taken'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof DetailedError);
  return (JSON.parse(error.originalResponse?.getBody() ?? '{}') as { code?: string }).code;
}

describe('a spoken message', () => {
  for (const [name, type] of [
    ['chromium.webm', 'audio/webm'],
    ['firefox.ogg', 'audio/webm'],
    ['chromium.mp4', 'audio/mp4'],
  ] as const)
    test(`of ${name} is heard in the console, never as a page`, async () => {
      const receipt = await spoken(name);
      assert.equal(receipt.voiceLost, undefined);
      const cookie = await desk.signIn();
      const found = await ready(cookie);
      assert.deepEqual([found.what, found.spoken], ['Gesproken bericht', true]);
      assert.ok(found.recording?.seconds);
      const answer = await ask(desk, cookie, 'staffVoice', { id: found.recording.id });
      assert.equal(answer.status, 200);
      const { headers } = answer;
      assert.equal(headers.get('content-type'), type);
      assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('cache-control'), 'private, no-store');
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.ok(bytes.length > 1000 && !bytes.includes('Chrome') && !bytes.includes('Mozilla'));
      assert.deepEqual(filesIn('uploads'), [], 'the raw one is gone');
      const { viewed } = await onlyReport(cookie);
      assert.ok(viewed.some(({ act }) => act === 'voice'));
    });

  test('is for staff of this association alone, and no photo', async () => {
    await spoken();
    const { recording: { id } = { id: '' } } = await ready(await desk.signIn());
    assert.equal((await ask(desk, '', 'staffVoice', { id })).status, 401);
    const cookie = await desk.signIn('hetbaken');
    const elsewhere = await ask(desk, cookie, 'staffVoice', { id, association: 'hetbaken' });
    assert.equal(elsewhere.status, 404);
    assert.equal((await ask(desk, await desk.signIn(), 'staffPhoto', { id })).status, 404);
  });

  test('is refused when it is something else, and leaves nothing behind', async () => {
    const draft = randomUUID();
    const sent = (bytes: Buffer) => refusal(upload(desk, bytes, { draft, kind: 'voice' }));
    assert.equal(await sent(Buffer.from('<script>alert(1)</script>')), 'not-a-recording');
    assert.equal(await sent(Buffer.alloc(3_200_000)), 'too-large');
    assert.deepEqual(filesIn('uploads'), []);
  });

  test('that was spoken again takes the place of the one before', async () => {
    const draft = randomUUID();
    const first = await upload(desk, recording('firefox.webm'), { draft, kind: 'voice' });
    const second = await upload(desk, recording('chromium.webm'), { draft, kind: 'voice' });
    assert.equal((await fetch(first.url, { method: 'HEAD' })).status, 404);
    const receipt = await report(desk, { voice: second.photo }, { draft });
    assert.equal(receipt.voiceLost, undefined);
  });

  test('that never arrived does not hold up the report, and she is told', async () => {
    const receipt = await report(desk, { voice: randomUUID() });
    assert.deepEqual([receipt.voiceLost, receipt.photosLost], [true, []]);
  });

  test('goes to the systems of the association', async () => {
    await spoken();
    const found = await ready(await desk.signIn());
    const built = await buildOutward(desk.desk, desk.desk.profiles.get('delinde')!, found.id);
    assert.ok(built);
    const [voice] = built.report.attachments;
    assert.deepEqual(
      [voice?.kind, voice?.name, voice?.type],
      ['voice', 'gesproken-bericht-1.webm', 'audio/webm'],
    );
    assert.deepEqual(
      built.report.rows.find(({ id }) => id === 'voice'),
      { id: 'voice', label: 'Gesproken bericht', value: 'Gesproken bericht' },
    );
    const { informatieobjecten } = veraPayload(built, { contactDetails: false });
    assert.deepEqual(informatieobjecten?.[0]?.soort, { code: 'NOT', naam: 'Notitie' });
    assert.deepEqual(informatieobjecten[0].formaat, { code: 'webm', naam: 'audio/webm' });
  });

  test('is erased with the report, and by itself when its time is over', async () => {
    const { reference } = await spoken();
    await ready(await desk.signIn());
    assert.equal(filesIn('recordings').length, 1);
    const profile = desk.desk.profiles.get('delinde')!;
    await eraseByReference(desk.desk, profile, reference, {
      why: 'asked',
      by: { name: 'Anja', account: 'anja' },
    });
    assert.deepEqual(filesIn('recordings'), []);

    await spoken();
    const cookie = await desk.signIn();
    await ready(cookie);
    const { voice, photo } = profile.retentionMonths;
    clock += ((voice ?? photo) * 31 + 1) * 86_400_000;
    await erase(desk.desk);
    assert.deepEqual(filesIn('recordings'), []);
    // That she spoke is said as long as the report is kept.
    const found = await onlyReport(await desk.signIn());
    assert.equal(found.recording, undefined);
    assert.ok(found.shown.nl.some(({ id }) => id === 'voice'));
  });
});
