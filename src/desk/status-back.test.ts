import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { pathOf } from '../contract/endpoints.ts';
import type { Page, Report, ReportLine } from '../contract/staff.ts';
import { newSecret, sha256 } from './hash.ts';
import { profilesWith } from './test-profiles.ts';
import { ask, report } from './test-data.ts';
import { startDesk } from './testing.ts';

const TOKENS = { now: newSecret(), next: newSecret(), baken: newSecret() };
let clock = Date.parse('2026-11-23T10:00:00Z');
const desk = await startDesk({
  now: () => clock,
  profiles: profilesWith({
    delinde: { statusBack: { name: 'Itris', tokenHashEnv: 'LINDE_HASH' } },
    hetbaken: { statusBack: { name: 'Tobias', tokenHashEnv: 'BAKEN_HASH' } },
  }),
  environment: {
    LINDE_HASH: `${sha256(TOKENS.now)} ${sha256(TOKENS.next).toUpperCase()}`,
    BAKEN_HASH: sha256(TOKENS.baken),
  },
});
after(() => desk.close());

let cookie = '';
let reference = '';
beforeEach(async () => {
  clock = Date.parse('2026-11-23T10:00:00Z');
  await desk.empty();
  reference = (await report(desk)).reference;
  clock += 3_600_000;
  cookie = await desk.signIn();
});

interface Say {
  token?: string;
  association?: string;
  reference?: string;
  headers?: Record<string, string>;
}
const say = (body: unknown, { token = TOKENS.now, association = 'delinde', ...more }: Say = {}) =>
  fetch(
    desk.origin + pathOf('reportStatus', { association, reference: more.reference ?? reference }),
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...more.headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
  );
const code = async (answer: Response) =>
  `${answer.status} ${((await answer.json()) as { code: string }).code}`;

const open = async (): Promise<Report> => {
  const list = (await (await ask(desk, cookie, 'staffReports')).json()) as Page<ReportLine>;
  const id = list.items[0]?.id ?? '';
  return (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;
};

describe('the association’s own system', () => {
  test('says where a report is now, and staff see it', async () => {
    const answer = await say({ takenOverIn: 'Itris 123456', status: 'planned' });
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), {
      reference,
      status: 'planned',
      takenOverIn: 'Itris 123456',
    });
    const { status, takenOverIn, history } = await open();
    assert.deepEqual([status, takenOverIn], ['planned', 'Itris 123456']);
    assert.deepEqual(
      history.map(({ by, kind, text }) => [by, kind, text]),
      [
        ['', 'received', ''],
        ['Itris', 'taken-over', 'Itris 123456'],
        ['Itris', 'status', 'planned'],
      ],
    );
  });

  test('may say it as often as it likes: it is done once', async () => {
    for (let count = 0; count < 3; count++)
      assert.equal((await say({ takenOverIn: 'Itris 1', status: 'done' })).status, 200);
    clock += 1000;
    const same = await Promise.all(Array.from({ length: 5 }, () => say({ status: 'cancelled' })));
    assert.ok(same.every(({ ok }) => ok));
    const { history } = await open();
    assert.deepEqual(
      history.map(({ kind, text }) => `${kind} ${text}`.trim()),
      ['received', 'taken-over Itris 1', 'status done', 'status cancelled'],
    );
  });

  test('tells the console only when something changed', async () => {
    const heard: string[] = [];
    const stop = desk.desk.live.subscribe('delinde', {
      event: ({ type }) => heard.push(type),
      end: () => undefined,
    });
    await say({ status: 'seen' });
    await say({ status: 'seen' });
    stop();
    assert.deepEqual(heard, ['report']);
  });

  test('may leave out what it does not know', async () => {
    await say({ takenOverIn: 'Itris 1' });
    await say({ status: 'done' });
    const { status, takenOverIn } = await open();
    assert.deepEqual([status, takenOverIn], ['done', 'Itris 1']);
  });

  test('finds a report however its number is written', async () => {
    const spoken = reference.toLowerCase().replaceAll('-', ' ');
    assert.equal((await say({ status: 'seen' }, { reference: spoken })).status, 200);
  });

  test('uses the old token and the new one while it is being replaced', async () => {
    assert.equal((await say({ status: 'seen' }, { token: TOKENS.next })).status, 200);
  });
});

describe('who may not', () => {
  test('is everybody without this association’s own token', async () => {
    for (const token of ['', 'x'.repeat(64), sha256(TOKENS.now), TOKENS.baken, ` ${TOKENS.now}x`]) {
      const answer = await say({ status: 'done' }, { token });
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      assert.equal(await code(answer), '401 sign-in', token);
    }
    assert.equal((await open()).status, 'new');
  });

  test('is a member of staff with her cookie alone: no page of another site can ask it', async () => {
    const headers = { cookie, Origin: 'https://evil.example' };
    assert.equal(await code(await say({ status: 'done' }, { token: '', headers })), '401 sign-in');
    const allowed = await say({ status: 'seen' }, { headers });
    assert.equal(allowed.headers.get('access-control-allow-origin'), null);
  });

  test('is another association, at its own address too', async () => {
    const answer = await say({ status: 'done' }, { token: TOKENS.baken, association: 'hetbaken' });
    assert.equal(await code(answer), '404 not-found');
    assert.equal((await open()).status, 'new');
  });

  test('is anybody, where the profile names no system', async () => {
    const bare = await startDesk();
    try {
      const path = pathOf('reportStatus', { association: 'delinde', reference });
      const answer = await fetch(bare.origin + path, {
        method: 'POST',
        headers: { Authorization: `Bearer ${TOKENS.now}` },
      });
      assert.equal(answer.status, 404);
    } finally {
      await bare.close();
    }
  });
});

describe('what is refused', () => {
  test('is every other shape', async () => {
    const bodies: unknown[] = [
      '',
      '[]',
      {},
      { status: 'new' },
      { status: 'weg' },
      { takenOverIn: '' },
      { takenOverIn: 'x'.repeat(81) },
      { takenOverIn: 'Itris\n1' },
      { takenOverIn: 'Itris \u202E1' },
      { takenOverIn: 7 },
      { status: 'done', note: 'x' },
    ];
    for (const body of bodies)
      assert.equal(await code(await say(body)), '400 bad-request', JSON.stringify(body));
    assert.equal((await open()).history.length, 1);
  });

  test('is a number that no report has, or that was misread', async () => {
    for (const other of ['K7M4-P2XR-9', 'AAAA', '%00', reference.slice(0, -1)])
      assert.equal((await say({ status: 'done' }, { reference: other })).status, 404, other);
  });

  test('is a body without end', async () => {
    assert.equal(await code(await say(`{"x":"${'x'.repeat(70_000)}"}`)), '413 too-large');
  });

  test('leaves no number and no token in the log', async () => {
    await say({ takenOverIn: 'Itris 123456' });
    const logged = desk.logged.join('\n');
    for (const not of [reference, TOKENS.now, '123456']) assert.ok(!logged.includes(not), not);
    assert.ok(logged.includes('/api/v1/:association/reports/:reference/status'));
  });
});

test('is in the description of the desk, with its token', async () => {
  const spec = (await (await fetch(`${desk.origin}/openapi.json`)).json()) as {
    paths: Record<string, { post?: { security?: object[]; requestBody?: object } }>;
    components: { securitySchemes: Record<string, object> };
  };
  const path = '/api/v1/{association}/reports/{reference}/status';
  assert.deepEqual(spec.paths[path]?.post?.security, [{ token: [] }]);
  assert.deepEqual(spec.components.securitySchemes['token'], { type: 'http', scheme: 'bearer' });
  const page = await (await fetch(`${desk.origin}/api`)).text();
  assert.ok(page.includes('takenOverIn'));
});
