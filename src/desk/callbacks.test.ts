import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import type {
  CallbackAccess,
  CallbackOffer,
  CallbackReceipt,
  CallbackView,
} from '../contract/callback.ts';
import { pathOf } from '../contract/endpoints.ts';
import { recognitionWords } from '../contract/recognition-word.ts';
import type { CallbackDetail, CallbackList } from '../contract/staff-callback.ts';
import { newSecret } from './hash.ts';
import { erase } from './jobs/erase.ts';
import { forgetUploads } from './jobs/forget-uploads.ts';
import { newRecognitionWord } from './recognition-word.ts';
import { newReference } from './reference.ts';
import { ask, eventually, phonePhoto, report, send, upload } from './test-data.ts';
import { FOLDER, profilesWith } from './test-profiles.ts';
import { startDesk } from './testing.ts';

/** Tuesday 24 November 2026, 09:41 in the Netherlands. */
const TUESDAY = Date.parse('2026-11-24T08:41:00Z');
let clock = TUESDAY;
const desk = await startDesk({
  now: () => clock,
  profiles: profilesWith({ delinde: { outward: [FOLDER] } }),
});
after(() => desk.close());
beforeEach(async () => {
  // Whoever guessed in the test before has waited.
  clock = TUESDAY;
  await desk.empty();
});
const { db } = desk.desk.database;

const ASKED = {
  topic: 'repair',
  when: 'any',
  phone: '06-12345678 (na 17u)',
  name: 'Mevrouw Berg',
  language: 'uk',
  from: 'repair-form/photos',
};

async function callback(more: object = {}, key: string = randomUUID()): Promise<CallbackReceipt> {
  const answer = await send(desk, 'callbacks', { ...ASKED, ...more }, { key });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as CallbackReceipt;
}

const offer = async (query: string, association = 'delinde'): Promise<Response> =>
  fetch(desk.origin + pathOf('callbackPromise', { association }) + query);

async function view(access: CallbackAccess): Promise<CallbackView> {
  const answer = await send(desk, 'callbackState', { access });
  assert.equal(answer.status, 200);
  return (await answer.json()) as CallbackView;
}

const listed = async (cookie: string): Promise<CallbackList> =>
  (await (await ask(desk, cookie, 'staffCallbacks')).json()) as CallbackList;

describe('asking to be called', () => {
  test('gives a reference, a word in two languages, a promise and a link', async () => {
    const receipt = await callback();
    assert.match(receipt.reference, /^\w{4}-\w{4}-\w$/);
    assert.ok(recognitionWords.includes(receipt.word.id));
    assert.match(receipt.word.inDutch, /^[a-z]+ [a-z]+$/);
    assert.match(receipt.word.inLanguage, /^[\p{Script=Cyrillic}]+ [\p{Script=Cyrillic}]+$/u);
    assert.deepEqual(receipt.promise, {
      kind: 'between',
      from: '2026-11-24T09:00:00.000Z',
      until: '2026-11-24T11:00:00.000Z',
    });
    assert.deepEqual(receipt.callFrom, [{ shown: '0592 12 34 56', tel: '+31592123456' }]);
    assert.match(receipt.link.secret, /^[0-9a-f]{64}$/);
  });

  test('what is offered before is what is promised then', async () => {
    const answer = await offer('?topic=repair&when=afternoon');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { promise } = (await answer.json()) as CallbackOffer;
    assert.deepEqual((await callback({ when: 'afternoon' })).promise, promise);
    assert.equal((await offer('?topic=roof')).status, 400);
  });

  test('sent again under the same key it is one, with the same receipt; another under it is refused', async () => {
    const key = randomUUID();
    const [first, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => callback({}, key)),
    );
    for (const each of others) assert.deepEqual(each, first);
    assert.equal((await db.selectFrom('callback').select('id').execute()).length, 1);
    const other = await send(desk, 'callbacks', { ...ASKED, when: 'morning' }, { key });
    assert.equal(other.status, 422);
    assert.equal(((await other.json()) as { code: string }).code, 'key-reused');
  });

  test('a number that nobody can call is told by its field; nothing of it is repeated', async () => {
    const answer = await send(desk, 'callbacks', { ...ASKED, phone: 'bel maar' });
    assert.equal(answer.status, 422);
    const text = await answer.text();
    assert.deepEqual((JSON.parse(text) as { errors: unknown }).errors, [
      { field: 'phone', code: 'phone' },
    ]);
    assert.ok(!text.includes('bel maar'));
  });

  test('an association that does not call back has nothing of it', async () => {
    assert.equal((await offer('?topic=repair', 'hetbaken')).status, 404);
    const answer = await send(desk, 'callbacks', ASKED, { association: 'hetbaken' });
    assert.equal(answer.status, 404);
  });

  test('fifty at once are not promised more in an hour than can be called in it', async () => {
    const receipts = await Promise.all(Array.from({ length: 50 }, () => callback()));
    const rows = await db.selectFrom('callback').select('due_at').execute();
    const hours = new Map<number, number>();
    for (const { due_at: due } of rows) hours.set(+due, (hours.get(+due) ?? 0) + 1);
    assert.equal(receipts.length, 50);
    // Six calls an hour: eight hours and a bit.
    assert.deepEqual(
      [...hours.values()].sort((a, b) => b - a),
      [6, 6, 6, 6, 6, 6, 6, 6, 2],
    );
    const words = await db.selectFrom('callback').select('word').execute();
    assert.equal(new Set(words.map(({ word }) => word)).size, 50, 'one phone, fifty words');
  });

  test('every word there is may come up, and none that is open for the same phone', () => {
    const taken = new Set(recognitionWords.slice(1));
    assert.equal(newRecognitionWord(taken), recognitionWords[0]);
    assert.ok(newRecognitionWord(new Set(recognitionWords)), 'rather one twice than none');
    const seen = new Set(recognitionWords.map((_, at) => newRecognitionWord(new Set(), () => at)));
    assert.equal(seen.size, 96);
  });
});

describe('her own callback', () => {
  test('opens by the link, and by its reference and her number in any notation', async () => {
    const { reference, link, word, promise } = await callback();
    const found = await view(link);
    assert.deepEqual(
      [found.reference, found.state, found.word, found.promise],
      [reference, 'open', word, promise],
    );
    const typed = {
      reference: reference.toLowerCase().replaceAll('-', ' '),
      phone: '+31612345678',
    };
    assert.deepEqual(await view(typed), found);
  });

  test('a link that was tampered with, is of another or is too old opens nothing', async () => {
    const [mine, other] = [await callback(), await callback()];
    const wrong: CallbackAccess[] = [
      { id: mine.link.id, secret: newSecret() },
      { id: mine.link.id, secret: other.link.secret },
      { id: randomUUID(), secret: mine.link.secret },
    ];
    for (const access of wrong)
      for (const endpoint of ['callbackState', 'callbackChanged', 'callbackCancelled'] as const)
        assert.equal((await send(desk, endpoint, { access })).status, 404);
    const short = { id: mine.link.id, secret: mine.link.secret.slice(1) };
    assert.equal((await send(desk, 'callbackState', { access: short })).status, 400);
    clock += 31 * 24 * 3_600_000;
    assert.equal((await send(desk, 'callbackState', { access: mine.link })).status, 404);
    assert.equal((await send(desk, 'callbackCancelled', { access: mine.link })).status, 404);
  });

  test('looking changes nothing: no GET opens it, and reading leaves it as it was', async () => {
    const { link } = await callback();
    const before = await db.selectFrom('callback').selectAll().execute();
    for (const endpoint of ['callbackState', 'callbackChanged', 'callbackCancelled'] as const) {
      const url = desk.origin + pathOf(endpoint, { association: 'delinde' });
      for (const method of ['GET', 'HEAD'])
        assert.equal((await fetch(url, { method })).status, 404, `${method} ${endpoint}`);
    }
    await view(link);
    await offer('?topic=repair');
    assert.deepEqual(await db.selectFrom('callback').selectAll().execute(), before);
  });

  test('another wish or topic gives another time; staff are told at once', async () => {
    const { link } = await callback();
    const told: unknown[] = [];
    const stop = desk.desk.live.subscribe('delinde', { event: (e) => told.push(e), end: () => {} });
    const change = { access: link, when: 'afternoon', phone: '0592 65 43 21', about: 'De ketel' };
    const answer = await send(desk, 'callbackChanged', change);
    stop();
    const changed = (await answer.json()) as CallbackView;
    assert.deepEqual(
      [changed.when, changed.phone, changed.about, changed.promise],
      [
        'afternoon',
        '0592 65 43 21',
        'De ketel',
        {
          kind: 'between',
          from: '2026-11-24T11:00:00.000Z',
          until: '2026-11-24T13:00:00.000Z',
        },
      ],
    );
    assert.deepEqual(told, [{ type: 'callback', id: link.id }]);
    const rent = await send(desk, 'callbackChanged', { access: link, topic: 'rent' });
    assert.equal(rent.status, 200);
    const cookie = await desk.signIn();
    assert.equal((await listed(cookie)).items[0]?.team.id, 'huur');
    const wrong = await send(desk, 'callbackChanged', { access: link, phone: 'x' });
    assert.equal(wrong.status, 422);
  });

  test('is cancelled once, however often; a cancelled one is not changed', async () => {
    const { link } = await callback();
    const cookie = await desk.signIn();
    for (let times = 0; times < 2; times++) {
      const answer = await send(desk, 'callbackCancelled', { access: link });
      assert.equal(((await answer.json()) as CallbackView).state, 'cancelled');
    }
    assert.equal((await listed(cookie)).items.length, 0);
    const change = await send(desk, 'callbackChanged', { access: link, when: 'morning' });
    assert.equal(change.status, 409);
    const detail = await ask(desk, cookie, 'staffCallback', { id: link.id });
    const { history } = (await detail.json()) as CallbackDetail;
    assert.deepEqual(
      history.map(({ kind, by }) => [kind, by]),
      [['cancelled', '']],
    );
  });
});

describe('guessing', () => {
  test('unknown and wrong are answered alike, and after five tries nobody is answered', async () => {
    const { reference } = await callback();
    const right = { reference, phone: '0612345678' };
    const guess = async (access: CallbackAccess, from: string) => {
      const answer = await send(desk, 'callbackState', { access }, { headers: { 'x-test': from } });
      return `${answer.status} ${await answer.text()}`;
    };
    const wrong = await guess({ reference, phone: '0612345679' }, 'a');
    const unknown = await guess({ reference: newReference(), phone: '0612345678' }, 'a');
    const nonsense = await guess({ reference: 'x', phone: '' }, 'a');
    assert.equal(wrong, unknown);
    assert.equal(wrong, nonsense);
    assert.match(wrong, /^404 /);
    assert.match(await guess(right, 'a'), /^200 /, 'a right one is no try');
    for (let more = 0; more < 2; more++) await guess({ reference, phone: '0612345679' }, 'a');
    const waits = [
      await guess(right, 'a'),
      await guess({ reference, phone: '0612345679' }, 'a'),
      await guess({ reference: newReference(), phone: '0612345678' }, 'a'),
    ];
    assert.equal(new Set(waits).size, 1);
    assert.match(waits[0]!, /^429 /);
    clock += 15 * 60_000;
    assert.match(await guess(right, 'a'), /^200 /);
  });

  test('ten thousand guesses are refused alike, and find nothing', async () => {
    clock += 60 * 60_000;
    const { reference } = await callback();
    const seen = new Map<string, number>();
    for (let batch = 0; batch < 100; batch++)
      await Promise.all(
        Array.from({ length: 100 }, async (_, at) => {
          const phone = `06${String(12345600 + (batch * 100 + at)).padStart(8, '0')}`;
          const answer = await desk.app.request(
            pathOf('callbackState', { association: 'delinde' }),
            {
              method: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify({ access: { reference, phone } }),
            },
          );
          const said = `${answer.status} ${await answer.text()}`;
          seen.set(said, (seen.get(said) ?? 0) + 1);
        }),
      );
    // Number 78 is hers, and comes too late.
    assert.deepEqual(
      [...seen]
        .map(([said, times]) => [said.slice(0, 3), times])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      [
        ['404', 5],
        ['429', 9995],
      ],
    );
  });
});

describe('what goes along', () => {
  const RECORDING = readFileSync(
    new URL('../../test/fixtures/recordings/chromium.webm', import.meta.url),
  );
  const filledIn = (draft: string, photos: string[]) => ({
    element: 'repair-form',
    screen: 'photos',
    draft,
    questionnaireVersion: 1,
    triageVersion: '2026-11-21',
    language: 'en',
    answers: { danger: 'none', room: 'keuken', item: 'kraan', problem: 'kraan_drupt', photos },
  });

  test('staff hear her voice and see what she had filled in, in both languages, with its photos', async () => {
    const [draft, own] = [randomUUID(), randomUUID()];
    const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
    const { photo: voice } = await upload(desk, RECORDING, { draft: own, kind: 'voice' });
    const { link } = await callback({ voice, draft: own, filledIn: filledIn(draft, [photo]) });
    const cookie = await desk.signIn();
    const detail = await eventually(async () => {
      const found = await ask(desk, cookie, 'staffCallback', { id: link.id });
      const shown = (await found.json()) as CallbackDetail;
      return shown.pictures[0]?.state === 'ready' && shown.recording?.state === 'ready' && shown;
    });
    assert.ok(detail.shown.nl.some(({ value }) => value === 'Keuken'));
    assert.ok(detail.shown.tenant.some(({ value }) => value === 'Kitchen'));
    assert.ok((detail.recording?.seconds ?? 0) > 0);
    const picture = await ask(desk, cookie, 'staffPhoto', { id: detail.pictures[0]!.id });
    assert.equal(picture.status, 200);
    const { filledIn: came, spoken } = (await listed(cookie)).items[0]!;
    assert.deepEqual([came, spoken], [true, true]);
    const stored = await db.selectFrom('callback').select('filled_in').executeTakeFirst();
    assert.ok(!JSON.stringify(stored).includes(draft), 'the secret of her draft is not kept');
  });

  test('the report that she sends after it has the same photos, once each', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
    const { link } = await callback({ filledIn: filledIn(draft, [photo]) });
    await eventually(
      async () =>
        (await db.selectFrom('attachment').select('state').execute())[0]?.state === 'ready',
    );
    const sent = await report(desk, { photos: [photo] }, { draft });
    assert.deepEqual(sent.photosLost, []);
    const cookie = await desk.signIn();
    const detail = await ask(desk, cookie, 'staffCallback', { id: link.id });
    assert.equal(((await detail.json()) as CallbackDetail).pictures.length, 1);
    const [attachment, ...more] = await db.selectFrom('attachment').selectAll().execute();
    assert.ok(attachment?.report_id && attachment.callback_id);
    assert.equal(more.length, 0);
  });

  test('a photo that went along is kept over the weekend, and goes with the callback', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
    await callback({ filledIn: filledIn(draft, [photo]) });
    const files = () => readdirSync(join(desk.dataDir, 'photos', 'delinde'));
    await eventually(async () => files().length === 1);
    clock += 4 * 24 * 3_600_000;
    await forgetUploads(desk.desk);
    await erase(desk.desk);
    assert.equal(files().length, 1);
    clock += 400 * 24 * 3_600_000;
    await erase(desk.desk);
    assert.deepEqual(files(), []);
    for (const table of ['callback', 'callback_attempt', 'attachment'] as const)
      assert.equal((await db.selectFrom(table).select('id').execute()).length, 0, table);
  });

  test('erased with its reference: rows, files, and the draft’s photos that no report has', async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
    const { reference } = await callback({ filledIn: filledIn(draft, [photo]) });
    const files = () => readdirSync(join(desk.dataDir, 'photos', 'delinde'));
    await eventually(async () => files().length === 1);
    const cookie = await desk.signIn();
    const body = { reference, why: 'asked' };
    const answer = await ask(desk, cookie, 'staffErasures', { method: 'POST', body });
    assert.ok(answer.ok, await answer.text());
    assert.deepEqual(files(), []);
    assert.equal((await db.selectFrom('callback').select('id').execute()).length, 0);
    assert.equal((await db.selectFrom('attachment').select('id').execute()).length, 0);
  });

  test('a recording that never arrived is said so', async () => {
    const receipt = await callback({ voice: randomUUID(), draft: randomUUID() });
    assert.equal(receipt.voiceLost, true);
  });
});

test('the word is in no log, no event, no metric and nothing that leaves for another system', async () => {
  const events: unknown[] = [];
  const stop = desk.desk.live.subscribe('delinde', { event: (e) => events.push(e), end: () => {} });
  const { word, link, reference } = await callback({ about: 'Heel geheim' });
  const cookie = await desk.signIn();
  await listed(cookie);
  await ask(desk, cookie, 'staffCallback', { id: link.id });
  await ask(desk, cookie, 'staffCallbackClaim', { id: link.id, method: 'PUT' });
  await send(desk, 'callbackCancelled', { access: link });
  stop();
  const jobs = await desk.desk.database.query('select data from pgboss.job');
  const said = [
    ...desk.logged,
    JSON.stringify(events),
    JSON.stringify(jobs.rows),
    JSON.stringify(await db.selectFrom('delivery').selectAll().execute()),
    JSON.stringify(await listed(cookie)),
    desk.desk.metrics.text([]),
  ].join('\n');
  assert.ok(events.length >= 3);
  for (const secret of [word.id, word.inDutch, word.inLanguage, link.secret, 'geheim', reference])
    assert.ok(!said.includes(secret), secret);
});
