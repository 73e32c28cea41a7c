import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, test } from 'node:test';
import { pathOf } from '../contract/endpoints.ts';
import type { Problem } from '../contract/problem.ts';
import type { Receipt } from '../contract/repair-request.ts';
import type { ShownRow } from '../contract/staff.ts';
import { hashOf } from './hash.ts';
import { DRIP, MESSAGE, report, request, send } from './test-data.ts';
import { startDesk } from './testing.ts';

let clock = Date.parse('2026-11-23T10:00:00Z');
const desk = await startDesk({ now: () => clock });
after(() => desk.close());
beforeEach(async () => {
  clock = Date.parse('2026-11-23T10:00:00Z');
  await desk.empty();
});

const rows = () => desk.desk.database.db.selectFrom('report').selectAll().execute();
const contacts = () => desk.desk.database.db.selectFrom('report_contact').selectAll().execute();
const problem = async (answer: Response) => {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  const body = (await answer.json()) as Problem;
  assert.equal(body.status, answer.status);
  return body;
};

describe('a repair request', () => {
  test('is taken: a reference, a moment, and what was promised', async () => {
    const receipt = await report(desk);
    assert.match(receipt.reference, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]$/);
    assert.equal(receipt.receivedAt, '2026-11-23T10:00:00.000Z');
    // Ten working days, as De Linde promises for what is not urgent.
    assert.deepEqual(receipt.promise, { kind: 'by', date: '2026-12-07' });
    assert.deepEqual(receipt.photosLost, []);
  });

  test('promises no time where the association set none', async () => {
    const { promise } = await report(desk, {}, { association: 'hetbaken' });
    assert.deepEqual(promise, { kind: 'none' });
  });

  test('sent again under its key is the same report, and says so with 200', async () => {
    const key = randomUUID();
    const body = request();
    const first = await send(desk, 'repairRequests', body, { key });
    const again = await send(desk, 'repairRequests', body, { key });
    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.deepEqual(await again.json(), await first.json());
    assert.equal((await rows()).length, 1);
  });

  test('is the same request in whatever order its fields come', async () => {
    const key = randomUUID();
    const body = request();
    await send(desk, 'repairRequests', body, { key });
    const turned = Object.fromEntries(Object.entries(body.answers).reverse());
    const again = await send(desk, 'repairRequests', { ...body, answers: turned }, { key });
    assert.equal(again.status, 200);
    const details = { a: 'yes', b: 'no' };
    assert.equal(hashOf({ details }), hashOf({ details: { b: 'no', a: 'yes' } }));
    assert.notEqual(hashOf({ list: [1, 2] }), hashOf({ list: [2, 1] }));
  });

  test('a double click, at the very same moment, is one report', async () => {
    const key = randomUUID();
    const body = request();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send(desk, 'repairRequests', body, { key })),
    );
    const receipts = await Promise.all(answers.map((each) => each.json() as Promise<Receipt>));
    assert.equal(new Set(receipts.map((each) => each.reference)).size, 1);
    assert.deepEqual(
      answers.map((each) => each.status).sort((a, b) => a - b),
      [200, 200, 200, 200, 200, 201],
    );
    assert.equal((await rows()).length, 1);
  });

  test('another request under a used key is refused; under another association it is not', async () => {
    const key = randomUUID();
    await report(desk, {}, { key });
    const other = await send(desk, 'repairRequests', request({ name: 'Iemand anders' }), { key });
    assert.equal((await problem(other)).code, 'key-reused');
    await report(desk, {}, { key, association: 'hetbaken' });
  });

  test('keeps the address in one notation and the number that can be dialled', async () => {
    await report(desk);
    const [row] = await rows();
    assert.deepEqual([row?.postcode, row?.house_number, row?.addition], ['9401 AB', '12', 'a']);
    const [contact] = await contacts();
    assert.equal(contact?.phone, '+31612345678');
    assert.equal(contact?.reach_value, '06-12345678 (na 17u)', 'with what she wrote beside it');
  });

  test('a number that nobody can dial is kept as it was typed', async () => {
    await report(desk, { phone: '00999 12345678 bel de buurvrouw' });
    const [contact] = await contacts();
    assert.deepEqual(
      [contact?.phone, contact?.reach_value],
      [null, '00999 12345678 bel de buurvrouw'],
    );
  });

  test('keeps the words as they were shown, in Dutch and in hers', async () => {
    await report(desk, {}, { language: 'ar' });
    const [row] = await rows();
    const shown = (list: readonly ShownRow[] = []) =>
      list.find((each) => each.id === 'problem')?.value ?? '';
    assert.equal(shown(row?.shown_nl), 'De kraan druppelt');
    assert.match(shown(row?.shown_tenant), /\p{Script=Arabic}/u);
    assert.equal(row?.language, 'ar');
  });

  test('keeps contact data apart, and each as long as the association says', async () => {
    await report(desk);
    const [row] = await rows();
    const [contact] = await contacts();
    assert.equal(row?.erase_at.toISOString(), '2028-11-23T10:00:00.000Z');
    assert.equal(contact?.erase_at.toISOString(), '2027-11-23T10:00:00.000Z');
    const kept = JSON.stringify(row);
    for (const personal of ['Berg', '12345678']) assert.ok(!kept.includes(personal), personal);
    assert.deepEqual(Object.keys(contact?.answers ?? {}).sort(), ['name', 'phone', 'reach']);
  });

  test('keeps no answer that was not asked for', async () => {
    await report(desk, {
      reach: 'letter',
      email: 'berg@voorbeeld.example',
      doorName: 'De buurman',
      details: { water_bij_stroom: 'yes' },
    });
    const kept = JSON.stringify([await rows(), await contacts()]);
    for (const not of ['12345678', 'berg@', 'buurman', 'water_bij_stroom'])
      assert.ok(!kept.includes(not), not);
  });

  test('is as urgent as its problem and its answers make it, and says why', async () => {
    await report(desk, {
      item: 'waterleiding',
      problem: 'lekkage_plafond',
      details: { water_bij_stroom: 'no' },
    });
    const [row] = await rows();
    assert.equal(row?.urgency, 'urgent');
    assert.ok(row.because[0]?.length);
    assert.match(row.what, /, keuken$/);
  });

  test('nothing chosen and nothing told is taken too: we call her', async () => {
    await report(desk, { room: undefined, item: undefined, problem: undefined });
    assert.equal((await rows())[0]?.what, 'Nog niet verteld wat er kapot is');
  });
});

describe('a repair request that is not right', () => {
  test('names the fields, and repeats nothing', async () => {
    const answer = await send(
      desk,
      'repairRequests',
      request({ address: { postcode: '12', number: 'x' }, phone: 'geheim' }),
    );
    const text = await answer.clone().text();
    const { code, errors } = await problem(answer);
    assert.equal(code, 'wrong-answers');
    assert.deepEqual(errors, [
      { field: 'address.postcode', code: 'postcode' },
      { field: 'address.number', code: 'house-number' },
      { field: 'phone', code: 'phone' },
    ]);
    assert.ok(!text.includes('geheim'));
  });

  test('in danger there is no form: it is refused, however the danger was told', async () => {
    const told = await send(desk, 'repairRequests', request({ danger: 'gaslucht' }));
    assert.equal((await problem(told)).code, 'wrong-answers');
    const found = await send(
      desk,
      'repairRequests',
      request({
        item: 'waterleiding',
        problem: 'lekkage_plafond',
        details: { water_bij_stroom: 'yes' },
      }),
    );
    assert.deepEqual((await problem(found)).errors, [{ field: 'danger', code: 'unknown-choice' }]);
    const { danger: _, ...unasked } = DRIP;
    const silent = await send(desk, 'repairRequests', { ...request(), answers: unasked });
    assert.equal(silent.status, 422);
    assert.equal((await rows()).length, 0);
  });

  test('a body of another shape is a bad request, whatever it is', async () => {
    const bodies: unknown[] = [
      '',
      '{',
      'null',
      '[]',
      {},
      { ...request(), draft: 'x' },
      { ...request(), extra: 1 },
      { ...request(), language: '<b>' },
      { ...request(), answers: { ...DRIP, bsn: '123456782' } },
      { ...request(), answers: { ...DRIP, photos: Array.from({ length: 6 }, () => randomUUID()) } },
      { ...request(), answers: { ...DRIP, name: 'x'.repeat(201) } },
      { ...request(), answers: { ...DRIP, room: '../../etc' } },
      { ...request(), answers: { ...DRIP, when: 'nooit' } },
    ];
    for (const body of bodies) {
      const answer = await send(desk, 'repairRequests', body);
      assert.equal((await problem(answer)).code, 'bad-request', JSON.stringify(body).slice(0, 80));
    }
  });

  test('so is one without a key, with a key that is none, and one that is no JSON', async () => {
    const wrong: Record<string, string>[] = [
      { 'Idempotency-Key': '' },
      { 'Idempotency-Key': 'abc' },
      { 'Content-Type': 'text/plain' },
    ];
    for (const headers of wrong)
      assert.equal(
        (await problem(await send(desk, 'repairRequests', request(), { headers }))).code,
        'bad-request',
      );
  });

  test('a body larger than any story is refused unread', async () => {
    const answer = await send(desk, 'repairRequests', `{"x":"${'x'.repeat(70_000)}"}`);
    assert.equal((await problem(answer)).code, 'too-large');
  });

  test('an association that is not here is not found', async () => {
    for (const association of ['nergens', '..', '%00', 'delinde%2F'])
      assert.equal((await send(desk, 'repairRequests', request(), { association })).status, 404);
  });
});

describe('which pages may send', () => {
  const path = pathOf('repairRequests', { association: 'delinde' });

  test('the association’s own page may, and sees what it needs to see', async () => {
    const headers = { Origin: 'https://www.delinde.example' };
    const answer = await send(desk, 'repairRequests', request(), { headers });
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://www.delinde.example');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    const exposed = answer.headers.get('access-control-expose-headers') ?? '';
    for (const name of ['Location', 'Upload-Offset', 'Upload-Length'])
      assert.ok(exposed.includes(name), name);
  });

  test('any other page may not, not even that of another association', async () => {
    for (const Origin of ['https://www.hetbaken.example', 'https://evil.example', 'null']) {
      const answer = await send(desk, 'repairRequests', request(), { headers: { Origin } });
      assert.equal((await problem(answer)).code, 'wrong-origin');
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
    }
    assert.equal((await rows()).length, 0);
  });

  test('a preflight is answered for the one and not for the other', async () => {
    const ask = (Origin: string) =>
      fetch(desk.origin + path, {
        method: 'OPTIONS',
        headers: {
          Origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key',
        },
      });
    const good = await ask('https://www.delinde.example');
    assert.equal(good.status, 204);
    assert.match(good.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
    assert.equal((await ask('https://evil.example')).status, 403);
  });
});

describe('a message', () => {
  test('is taken once, with a reference', async () => {
    const key = randomUUID();
    const first = await send(desk, 'messages', MESSAGE, { key });
    const again = await send(desk, 'messages', MESSAGE, { key });
    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.deepEqual(await first.json(), await again.json());
    const other = await send(desk, 'messages', { ...MESSAGE, text: 'Iets anders' }, { key });
    assert.equal((await problem(other)).code, 'key-reused');
  });

  test('without text or a way to answer it is refused by field', async () => {
    const answer = await send(desk, 'messages', { ...MESSAGE, text: ' ', reach: 'nergens' });
    assert.deepEqual((await problem(answer)).errors, [
      { field: 'text', code: 'missing' },
      { field: 'reach', code: 'phone' },
    ]);
  });

  test('of another shape it is a bad request', async () => {
    for (const body of [{}, { ...MESSAGE, from: 'x' }, { ...MESSAGE, extra: 1 }, 'x'])
      assert.equal((await problem(await send(desk, 'messages', body))).code, 'bad-request');
  });
});
