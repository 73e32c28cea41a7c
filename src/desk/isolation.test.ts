import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type { CallbackReceipt } from '../contract/callback.ts';
import { pathOf } from '../contract/endpoints.ts';
import type { Page, Report, ReportLine } from '../contract/staff.ts';
import type { CallbackDetail } from '../contract/staff-callback.ts';
import type { FreeTimes } from '../contract/appointment.ts';
import { sha256 } from './hash.ts';
import { setUpDemo } from './slots/demo.ts';
import { ask, MESSAGE, report, request, send } from './test-data.ts';
import { bodiesTaken, pointers } from './testing-bodies.ts';
import { startWithOneOfEach } from './testing-routes.ts';

/**
 * Every endpoint, taken from the app's own list of routes, is called as another association would:
 * with its session and the ids of somebody else's things. A new route fails here until it has said
 * what it is.
 */

const { desk, theirs, sessions, routes, bodyOf, call } = await startWithOneOfEach();
after(() => desk.close());

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

test('every route of the desk belongs to an association, or is on the list of those that do not', () => {
  assert.ok(routes.length >= 18, `${routes.length} routes`);
  for (const route of routes) assert.match(route, / (\/api\/v1)?\/:association\//, route);
});

describe('an association that is not here', () => {
  for (const route of routes)
    test(`${route} is not found`, async () => {
      const { status } = await call(route, { association: 'nergens', as: 'delinde' });
      assert.equal(status, 404);
    });
});

describe('the session of another association', () => {
  // Signing in is how a session begins: it looks at no other one.
  const begins = [
    'POST /api/v1/:association/staff/session',
    'GET /api/v1/:association/staff/signed-in',
  ];
  const staff = routes.filter((route) => route.includes('/staff/') && !begins.includes(route));
  for (const route of staff)
    test(`${route} asks to sign in`, async () => {
      assert.equal((await call(route, { as: 'hetbaken' })).status, 401);
    });
});

describe('the ids of another association, in one’s own', () => {
  for (const route of routes.filter((each) => /:(id|upload|reference)/.test(each)))
    test(`${route} is not found`, async () => {
      const { status } = await call(route, { association: 'hetbaken', as: 'hetbaken' });
      assert.equal(status, 404);
    });
});

describe('the ids of another association in a body or a header, in one’s own', () => {
  const asBaken = { association: 'hetbaken' };
  const json = (route: string, body: unknown, headers = {}) =>
    call(route, { ...asBaken, as: 'hetbaken', body: JSON.stringify(body), headers });

  /** By route: what its body may point to, and that it leads nowhere. */
  const CASES: Readonly<Record<string, Readonly<Record<string, () => Promise<void>>>>> = {
    'POST /api/v1/:association/repair-requests': {
      draft: () => lost('POST /api/v1/:association/repair-requests'),
      'answers.photos': () => lost('POST /api/v1/:association/repair-requests'),
      'answers.voice': () => lost('POST /api/v1/:association/repair-requests'),
    },
    'POST /api/v1/:association/staff/calls': {
      draft: () => lost('POST /api/v1/:association/staff/calls'),
      'answers.photos': () => lost('POST /api/v1/:association/staff/calls'),
      'answers.voice': () => lost('POST /api/v1/:association/staff/calls'),
    },
    'POST /api/v1/:association/callbacks': {
      draft: nothingAlong,
      voice: nothingAlong,
      'filledIn.draft': nothingAlong,
      'filledIn.answers.photos': nothingAlong,
      'filledIn.answers.voice': nothingAlong,
    },
    'POST /api/v1/:association/alarms': {
      report: async () => {
        const of = { language: 'nl', report: theirs.key };
        const answer = await json('POST /api/v1/:association/alarms', of);
        // Her number stands in that report, and is not found.
        assert.equal(await codeOf(answer), 'wrong-answers');
      },
    },
    ...Object.fromEntries(
      ['duty', 'acknowledged'].map((what) => [
        `POST /api/v1/:association/alarms/${what}`,
        { id: () => closed(`POST /api/v1/:association/alarms/${what}`) },
      ]),
    ),
    'POST /api/v1/:association/appointments/hold': { hold: () => notTheirs('hold') },
    'POST /api/v1/:association/appointments/release': { hold: () => notTheirs('release') },
    'POST /api/v1/:association/appointments': {
      hold: () => notTheirs('book'),
      report: async () => {
        const route = 'POST /api/v1/:association/appointments';
        const body = { ...(bodyOf(route) as object), report: theirs.key };
        assert.equal(await codeOf(await json(route, body)), 'wrong-answers');
      },
    },
    'PUT /api/v1/:association/staff/appointments/:id/move': {
      person: () => planned('PUT /api/v1/:association/staff/appointments/:id/move', 'appointment'),
    },
    'POST /api/v1/:association/staff/people': {
      team: () => planned('POST /api/v1/:association/staff/people'),
    },
    'PUT /api/v1/:association/staff/people/:id': {
      team: () => planned('PUT /api/v1/:association/staff/people/:id', 'person'),
    },
    'POST /api/v1/:association/staff/closures': {
      team: () => planned('POST /api/v1/:association/staff/closures', undefined, theirs.team),
    },
    'PUT /api/v1/:association/staff/reports/:id/merged-into': {
      into: async () => {
        const { id } = await ownReport();
        const answer = await ask(desk, sessions.hetbaken, 'staffReportMerged', {
          ...asBaken,
          id,
          method: 'PUT',
          body: { into: theirs.report },
        });
        assert.equal(answer.status, 404);
      },
    },
    'POST /api/v1/:association/staff/erasures': {
      reference: async () => {
        const of = { reference: theirs.reference, why: 'asked' };
        assert.equal((await json('POST /api/v1/:association/staff/erasures', of)).status, 404);
      },
    },
  };

  async function lost(route: string): Promise<void> {
    const { uploadDraft: draft, uploadPhoto: photo } = theirs;
    const answer = await json(route, request({ photos: [photo], voice: photo }, { draft }));
    assert.equal(answer.status, 201);
    const receipt = (await answer.json()) as { photosLost: string[]; voiceLost: boolean };
    assert.deepEqual([receipt.photosLost, receipt.voiceLost], [[photo], true]);
  }

  /** With its own secret, which is right at home. */
  async function closed(route: string): Promise<void> {
    const { secret } = await desk.desk.database.db
      .selectFrom('alarm')
      .select('secret')
      .where('id', '=', theirs.alarm)
      .executeTakeFirstOrThrow();
    const link = { ...(bodyOf(route) as object), id: theirs.alarm, secret };
    assert.equal((await json(route, link)).status, 404);
  }

  /** Of a callback: what De Linde has under this draft does not go along. */
  async function nothingAlong(): Promise<void> {
    const { uploadDraft: draft, uploadPhoto: photo } = theirs;
    const route = 'POST /api/v1/:association/callbacks';
    const { questionnaireVersion, triageVersion, language } = request();
    const filledIn = {
      ...{ element: 'repair-form', screen: 'photos', draft, language },
      ...{ questionnaireVersion, triageVersion, answers: { photos: [photo], voice: photo } },
    };
    const asked = { ...(bodyOf(route) as object), draft, voice: photo, filledIn };
    const answer = await json(route, asked);
    assert.equal(answer.status, 201);
    const { link, voiceLost } = (await answer.json()) as CallbackReceipt;
    assert.equal(voiceLost, true);
    const shown = await ask(desk, sessions.hetbaken, 'staffCallback', { ...asBaken, id: link.id });
    const { pictures, spoken } = (await shown.json()) as CallbackDetail;
    assert.deepEqual([pictures, spoken], [[], false]);
  }

  test('the link of a callback opens nothing elsewhere', async () => {
    const access = { id: theirs.callback, secret: theirs.callbackSecret };
    for (const what of ['state', 'changed', 'cancelled']) {
      const route = `POST /api/v1/:association/callbacks/${what}`;
      assert.equal((await json(route, { access })).status, 404, what);
    }
    const state = 'POST /api/v1/:association/callbacks/state';
    assert.equal((await call(state, { body: JSON.stringify({ access }) })).status, 200, 'at home');
  });
  /** What is held at De Linde stays held, whatever Het Baken does under the same uuid. */
  async function notTheirs(how: 'hold' | 'release' | 'book'): Promise<void> {
    const [hold, kind] = [randomUUID(), 'phone'];
    const free = await send(desk, 'freeTimes', { kind });
    const [time] = ((await free.json()) as FreeTimes).times;
    await send(desk, 'appointmentHold', { hold, kind, ...time });
    await setUpDemo(desk.desk, 'hetbaken');
    const route = 'POST /api/v1/:association/appointments';
    if (how === 'release') await json(`${route}/release`, { hold });
    else if (how === 'hold') await json(`${route}/hold`, { hold, kind, ...time });
    else await json(route, { ...(bodyOf(route) as object), hold, ...time });
    const rows = await desk.desk.database.db
      .selectFrom('appointment')
      .select('state')
      .where('association', '=', 'delinde')
      .where('hold_hash', '=', sha256(hold))
      .execute();
    assert.deepEqual(rows, [{ state: 'held' }]);
  }

  /** With an own thing in the address, and De Linde's in the body. */
  async function planned(route: string, what?: 'appointment' | 'person', team?: string) {
    await setUpDemo(desk.desk, 'hetbaken');
    const { db } = desk.desk.database;
    const own =
      what &&
      (await db
        .selectFrom(what)
        .selectAll()
        .where('association', '=', 'hetbaken')
        .executeTakeFirst());
    const body = { ...(bodyOf(route) as object), ...(team ? { team } : {}) };
    const answer = await call(route, {
      ...asBaken,
      as: 'hetbaken',
      body: JSON.stringify(body),
      ...(own ? { id: own.id } : {}),
    });
    assert.equal(answer.status, 404);
    assert.ok(own || !what, 'there is one of its own');
  }

  async function ownReport(): Promise<ReportLine> {
    await report(desk, {}, asBaken);
    const list = await ask(desk, sessions.hetbaken, 'staffReports', asBaken);
    return ((await list.json()) as Page<ReportLine>).items[0]!;
  }

  test('every body that can point to something says here where that leads', async () => {
    for (const [route, leaves] of await bodiesTaken(desk.origin))
      assert.deepEqual(Object.keys(CASES[route] ?? {}).sort(), pointers(leaves).sort(), route);
  });

  for (const [route, cases] of Object.entries(CASES))
    for (const [field, leadsNowhere] of Object.entries(cases))
      test(`${field} of ${route}`, leadsNowhere);

  test('the key of what somebody else sent is a key like any other', async () => {
    const route = 'POST /api/v1/:association/alarms/state';
    const key = randomUUID();
    await send(desk, 'alarms', { phone: '06 12345678', language: 'nl' }, { key });
    const headers = { 'Idempotency-Key': key };
    assert.equal((await call(route, { headers })).status, 200);
    assert.equal((await call(route, { ...asBaken, headers })).status, 404);
    const again = { 'Idempotency-Key': theirs.key };
    const answer = await json('POST /api/v1/:association/messages', MESSAGE, again);
    assert.equal(answer.status, 201);
  });
});

test('the token of another association’s system opens nothing', async () => {
  const route = 'POST /api/v1/:association/reports/:reference/status';
  assert.equal((await call(route, { as: 'hetbaken' })).status, 401);
});

test('the same calls do find them at home: the ids above are real', async () => {
  for (const route of routes.filter((each) => /:(id|reference)/.test(each)))
    assert.ok((await call(route, { as: 'delinde' })).ok, route);
});

test('after all this, nothing of De Linde was changed', async () => {
  const found = await ask(desk, sessions.delinde, 'staffReport', { id: theirs.report });
  const { viewed } = (await found.json()) as Report;
  assert.ok(viewed.every(({ by }) => by === 'Sanne'));
  const url = desk.origin + pathOf('uploads', { association: 'delinde' });
  const head = await fetch(`${url}/${theirs.upload}`, {
    method: 'HEAD',
    headers: { 'Tus-Resumable': '1.0.0' },
  });
  assert.equal(head.status, 200, 'the upload is still there');
});

test('lists and searches show one’s own only', async () => {
  for (const [association, own] of [
    ['hetbaken', false],
    ['delinde', true],
  ] as const) {
    const all = await ask(desk, sessions[association], 'staffReports', { association });
    const search = await ask(desk, sessions[association], 'staffReports', {
      association,
      method: 'POST',
      body: { search: '9401ab 12' },
    });
    const ids = await Promise.all(
      [all, search].map(async (each) =>
        ((await each.json()) as Page<ReportLine>).items.map(({ id }) => id),
      ),
    );
    assert.deepEqual(
      ids.map((found) => [found.includes(theirs.report), found.includes(theirs.other)]),
      [
        [own, own],
        [own, false],
      ],
    );
  }
});
