import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, test } from 'node:test';
import { pathOf } from '../contract/endpoints.ts';
import type { RepairAnswers } from '../contract/repair-request.ts';
import type { MessageLine, Page, Report, ReportLine, Session } from '../contract/staff.ts';
import { ask, MESSAGE, report, send } from './test-data.ts';
import { startDesk } from './testing.ts';

let clock = Date.parse('2026-11-23T10:00:00Z');
const desk = await startDesk({ now: () => clock });
after(() => desk.close());

let cookie = '';
beforeEach(async () => {
  clock = Date.parse('2026-11-23T10:00:00Z');
  await desk.empty();
  cookie = await desk.signIn();
});

const URGENT: RepairAnswers = {
  item: 'waterleiding',
  problem: 'lekkage_plafond',
  details: { water_bij_stroom: 'no' },
};

const list = async (search?: string, after?: string): Promise<Page<ReportLine>> => {
  const answer =
    search === undefined
      ? await ask(desk, cookie, 'staffReports', after ? { query: `?after=${after}` } : {})
      : await ask(desk, cookie, 'staffReports', { method: 'POST', body: { search, after } });
  assert.equal(answer.status, 200);
  return (await answer.json()) as Page<ReportLine>;
};
const found = async (search: string) => (await list(search)).items.map((each) => each.reference);

const open = async (id: string): Promise<Report> =>
  (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;

const only = async (): Promise<Report> => open((await list()).items[0]?.id ?? '');

describe('the list', () => {
  test('begins with the most urgent, then the newest; what is done comes last', async () => {
    const old = await report(desk);
    clock += 60_000;
    const urgentDone = await report(desk, URGENT);
    clock += 60_000;
    const urgent = await report(desk, URGENT);
    clock += 60_000;
    const fresh = await report(desk);
    const { id } = (await list()).items.find((each) => each.reference === urgentDone.reference)!;
    await ask(desk, cookie, 'staffReportStatus', { id, method: 'PUT', body: { status: 'done' } });
    assert.deepEqual(
      (await list()).items.map((each) => each.reference),
      [urgent, fresh, old, urgentDone].map((each) => each.reference),
    );
  });

  test('says of each line what a member of staff wants to know first', async () => {
    await report(desk, { someoneElse: true }, { language: 'ar' });
    const [line] = (await list()).items;
    assert.deepEqual(
      { ...line, id: '', reference: '' },
      {
        id: '',
        reference: '',
        receivedAt: '2026-11-23T10:00:00.000Z',
        urgency: 'standard',
        status: 'new',
        what: 'De kraan druppelt, keuken',
        where: (line?.where ?? '').replace(/.*/, (where) => where),
        who: 'Mevrouw Berg',
        language: 'ar',
        photos: 0,
        spoken: false,
        merged: 0,
      },
    );
    assert.match(line?.where ?? '', /9401 AB/);
  });

  test('comes in pages, with nothing twice and nothing lost', async () => {
    for (let count = 0; count < 120; count++) {
      clock += 1000;
      await report(desk, count % 3 ? {} : URGENT);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page: Page<ReportLine> = await list(undefined, after);
      seen.push(...page.items.map((each) => each.reference));
      after = page.next;
    } while (after);
    assert.equal(seen.length, 120);
    assert.equal(new Set(seen).size, 120);
  });

  test('a next page that nobody gave out is the first page', async () => {
    await report(desk);
    for (const after of ['x', '1.9', `0.0.${'-'.repeat(36)}`]) {
      const answer = await ask(desk, cookie, 'staffReports', { query: `?after=${after}` });
      assert.ok(answer.status === 200, `${after} ${answer.status}`);
    }
  });
});

describe('the one search box', () => {
  test('finds a reference however it is read out', async () => {
    const { reference } = await report(desk);
    await report(desk);
    assert.deepEqual(await found(reference), [reference]);
    assert.deepEqual(await found(reference.toLowerCase().replaceAll('-', ' ')), [reference]);
  });

  test('finds a phone number in any notation, also that of the neighbour at the door', async () => {
    const own = await report(desk, { phone: '06 12345678' });
    const door = await report(desk, {
      someoneElse: true,
      phone: '0592 11 22 33',
      doorName: 'Buur',
      doorPhone: '0612345678',
    });
    await report(desk, { phone: '0611111111' });
    assert.deepEqual(
      (await found('+31 6-12 34 56 78')).sort(),
      [own.reference, door.reference].sort(),
    );
  });

  test('finds an address by postcode and number', async () => {
    const here = await report(desk, { address: { postcode: '9401 AB', number: '12 a' } });
    const next = await report(desk, { address: { postcode: '9401ab', number: '14' } });
    await report(desk, { address: { postcode: '9402 AB', number: '12' } });
    assert.deepEqual(await found('9401ab 12'), [here.reference]);
    assert.deepEqual(await found('9401 AB 12A'), [here.reference]);
    assert.deepEqual(await found('9401ab 12b'), []);
    assert.deepEqual((await found('9401ab')).sort(), [here.reference, next.reference].sort());
  });

  test('finds words in what is wrong; a per cent sign is a per cent sign', async () => {
    const tap = await report(desk);
    await report(desk, URGENT);
    assert.deepEqual(await found('KRAAN keuken'), [tap.reference]);
    assert.deepEqual(await found('%'), []);
    assert.deepEqual(await found("'; drop table report --"), []);
  });

  test('is posted: what is looked for is in no address', async () => {
    const path = pathOf('staffReports', { association: 'delinde' });
    assert.ok(!desk.logged.some((line) => /9401 ?ab/i.test(line)), path);
  });
});

describe('a report', () => {
  test('is whole: who, where, why, her words in both languages, and the hints for staff', async () => {
    await report(
      desk,
      { ...URGENT, story: 'Het drupt op de vloer', photos: undefined },
      { language: 'ar' },
    );
    const shown = await only();
    assert.equal(shown.who, 'Mevrouw Berg');
    assert.deepEqual(shown.reach, { kind: 'phone', value: '06-12345678 (na 17u)' });
    assert.equal(shown.story, 'Het drupt op de vloer');
    assert.equal(shown.urgency, 'urgent');
    assert.ok(shown.because.length);
    assert.equal(shown.safety.length, 5, 'a heading and four steps');
    assert.equal(shown.channel, 'form');
    assert.equal(shown.payer, 'landlord');
    assert.ok(shown.specialism);
    assert.equal(shown.shown.nl.length, shown.shown.tenant.length);
    const order = shown.shown.nl.map((row) => row.id);
    assert.ok(order.indexOf('name') < order.indexOf('when'), 'in the order in which she saw it');
  });

  test('names the earlier and open ones at its address, newest first', async () => {
    const first = await report(desk);
    clock += 60_000;
    const second = await report(desk, URGENT);
    clock += 60_000;
    const elsewhere = await report(desk, { address: { postcode: '9401 AC', number: '12' } });
    clock += 60_000;
    const last = await report(desk, {
      address: { postcode: '9401 AB', number: '12', addition: 'A' },
    });
    const line = (await list()).items.find((each) => each.reference === last.reference)!;
    const { atAddress } = await open(line.id);
    assert.deepEqual(
      atAddress.map((each) => each.reference),
      [second.reference, first.reference],
    );
    assert.ok(!atAddress.some((each) => each.reference === elsewhere.reference));
  });

  test('remembers who looked at it', async () => {
    await report(desk);
    await only();
    clock += 60_000;
    const { viewed } = await only();
    assert.deepEqual(viewed, [
      { at: '2026-11-23T10:01:00.000Z', by: 'Sanne', act: 'report' },
      { at: '2026-11-23T10:00:00.000Z', by: 'Sanne', act: 'report' },
    ]);
  });

  test('keeps a history of its status and notes, each note once', async () => {
    await report(desk);
    const { id } = await only();
    const key = randomUUID();
    clock += 60_000;
    await ask(desk, cookie, 'staffReportStatus', {
      id,
      method: 'PUT',
      body: { status: 'planned' },
    });
    clock += 60_000;
    for (let time = 0; time < 2; time++) {
      const answer = await ask(desk, cookie, 'staffReportNotes', {
        id,
        method: 'POST',
        body: { text: ' Gebeld ' },
        headers: { 'Idempotency-Key': key },
      });
      assert.equal(answer.status, 204);
    }
    const { history, status } = await open(id);
    assert.equal(status, 'planned');
    assert.deepEqual(
      history.map(({ kind, text, by }) => [kind, text, by]),
      [
        ['received', '', ''],
        ['status', 'planned', 'Sanne'],
        ['note', 'Gebeld', 'Sanne'],
      ],
    );
  });

  test('whose contact data are erased is still a report, at an address', async () => {
    await report(desk);
    await desk.desk.database.db.deleteFrom('report_contact').execute();
    const shown = await only();
    assert.equal(shown.who, '');
    assert.equal(shown.reach.kind, 'letter');
    assert.match(shown.reach.value, /9401 AB/);
    assert.ok(!JSON.stringify(shown.shown).includes('Berg'));
  });

  test('that is not there, or whose id is none, is not found', async () => {
    for (const id of [randomUUID(), 'x', "1'--"])
      assert.equal((await ask(desk, cookie, 'staffReport', { id })).status, 404);
  });

  test('refuses a status or a note that is none', async () => {
    await report(desk);
    const { id } = await only();
    for (const body of [{}, { status: 'weg' }, { status: 'done', more: 1 }])
      assert.equal(
        (await ask(desk, cookie, 'staffReportStatus', { id, method: 'PUT', body })).status,
        400,
      );
    for (const body of [{}, { text: ' ' }, { text: 'x'.repeat(4001) }])
      assert.equal(
        (await ask(desk, cookie, 'staffReportNotes', { id, method: 'POST', body })).status,
        400,
      );
  });
});

describe('messages', () => {
  test('come unanswered first, and can be answered and un-answered', async () => {
    await send(desk, 'messages', { ...MESSAGE, name: 'Bram' });
    clock += 60_000;
    await send(desk, 'messages', { ...MESSAGE, text: 'Tweede' });
    const lines = async () =>
      ((await (await ask(desk, cookie, 'staffMessages')).json()) as Page<MessageLine>).items;
    const [second, first] = await lines();
    assert.deepEqual([second?.text, first?.text], ['Tweede', MESSAGE.text]);
    assert.deepEqual(
      [first?.name, first?.reach, first?.from],
      ['Bram', '06 12345678', 'repair-form/photos'],
    );
    const answer = (answered: boolean) =>
      ask(desk, cookie, 'staffMessageAnswered', {
        id: second?.id,
        method: 'PUT',
        body: { answered },
      });
    assert.equal((await answer(true)).status, 204);
    assert.deepEqual(
      (await lines()).map((each) => each.answered),
      [false, true],
    );
    assert.equal((await answer(false)).status, 204);
    assert.deepEqual(
      (await lines()).map((each) => each.answered),
      [false, false],
    );
  });

  test('come in pages', async () => {
    for (let count = 0; count < 60; count++) {
      clock += 1000;
      await send(desk, 'messages', MESSAGE);
    }
    const page = async (query = '') =>
      (await (await ask(desk, cookie, 'staffMessages', { query })).json()) as Page<MessageLine>;
    const first = await page();
    const second = await page(`?after=${first.next}`);
    assert.deepEqual([first.items.length, second.items.length, second.next], [50, 10, undefined]);
  });
});

describe('signing in', () => {
  test('the session says who, where, and which safety texts nobody approved', async () => {
    const session = (await (await ask(desk, cookie, 'staffSession')).json()) as Session;
    assert.equal(session.name, 'Sanne');
    assert.deepEqual(session.association, { id: 'delinde', name: 'Woningstichting De Linde' });
    assert.ok(session.unapproved.includes('gas'));
  });

  test('without a session, or with one that is made up, nothing is told', async () => {
    for (const wrong of ['', 'kt-staff=x', `kt-staff=${'0'.repeat(64)}`])
      for (const endpoint of [
        'staffSession',
        'staffReports',
        'staffMessages',
        'staffEvents',
      ] as const) {
        const answer = await ask(desk, wrong, endpoint);
        assert.equal(answer.status, 401);
        assert.equal(((await answer.json()) as { code: string }).code, 'sign-in');
      }
  });

  test('the cookie is out of reach of scripts and other sites, and only its hash is kept', async () => {
    const answer = await fetch(desk.origin + pathOf('staffSession', { association: 'delinde' }), {
      method: 'POST',
      headers: { Origin: desk.origin, 'Content-Type': 'application/json' },
      body: '{}',
    });
    const set = answer.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/'])
      assert.ok(set.includes(part), part);
    const token = /kt-staff=([0-9a-f]+)/.exec(set)?.[1] ?? '';
    assert.equal(token.length, 64);
    const kept = await desk.desk.database.db.selectFrom('staff_session').selectAll().execute();
    assert.ok(!JSON.stringify(kept).includes(token));
  });

  test('signing out ends the session itself, not only the cookie', async () => {
    const answer = await ask(desk, cookie, 'staffSession', { method: 'DELETE' });
    assert.equal(answer.status, 204);
    assert.match(answer.headers.get('set-cookie') ?? '', /Max-Age=0/);
    assert.equal((await ask(desk, cookie, 'staffReports')).status, 401);
  });

  test('a session ends after a working day', async () => {
    clock += 10 * 3_600_000 + 1000;
    assert.equal((await ask(desk, cookie, 'staffReports')).status, 401);
  });

  test('another site can change nothing in her name', async () => {
    await report(desk);
    const { id } = await only();
    const body = { status: 'done' };
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'https://www.delinde.example' },
    ]) {
      const answer = await ask(desk, cookie, 'staffReportStatus', {
        id,
        method: 'PUT',
        body,
        headers,
      });
      assert.equal(answer.status, 403);
    }
    const bare = await fetch(
      desk.origin + pathOf('staffReportStatus', { association: 'delinde', id }),
      {
        method: 'PUT',
        headers: { cookie, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
    assert.equal(bare.status, 403, 'nor a request that does not say where it comes from');
    assert.equal((await only()).status, 'new');
  });
});

describe('what happens, as it happens', () => {
  test('a new report and a note are told at once, by id alone', async () => {
    const answer = await ask(desk, cookie, 'staffEvents');
    assert.match(answer.headers.get('content-type') ?? '', /text\/event-stream/);
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (wanted: RegExp): Promise<string> => {
      for (;;) {
        const match = wanted.exec(heard);
        if (match) return match[0];
        const { value, done } = await reader.read();
        assert.ok(!done, `the line ended after: ${heard}`);
        heard += value;
      }
    };
    await hear(/retry: 2000/);
    await report(desk);
    await hear(/event: report\ndata: \{"type":"report","id":"[0-9a-f-]{36}"\}\n\n/);
    await send(desk, 'messages', MESSAGE);
    await hear(/event: message\ndata: \{"type":"message","id":"[0-9a-f-]{36}"\}\n\n/);
    assert.ok(!heard.includes('Berg') && !heard.includes('9401'));
    await reader.cancel();
  });

  test('what happens at another association is not heard', async () => {
    const answer = await ask(desk, cookie, 'staffEvents');
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    await report(desk, {}, { association: 'hetbaken' });
    await report(desk);
    let heard = '';
    while (!heard.includes('event: report')) heard += (await reader.read()).value ?? '';
    assert.equal(heard.match(/event: report/g)?.length, 1);
    const [own] = (await list()).items;
    assert.ok(heard.includes(own?.id ?? 'none'));
    await reader.cancel();
  });
});
