import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { repairQuestions } from '../../components/repair-form/questions.ts';
import { PROBLEMS, type ProblemCode } from '../contract/problem.ts';
import type { AlarmLine, MessageLine, Page, Report } from '../contract/staff.ts';
import type { Endpoint } from '../contract/endpoints.ts';
import { PlainVisitor } from './plain-visitor.ts';
import { ask, DRIP } from './test-data.ts';
import { bodiesTaken, withLeaf } from './testing-bodies.ts';
import { startWithOneOfEach } from './testing-routes.ts';

/**
 * What no page of ours sends, to every route that takes something: it is taken, or refused with a
 * problem that is documented. The routes and their fields come from the desk's own description.
 */

const { desk, sessions, routes, bodyOf, call } = await startWithOneOfEach();
after(() => desk.close());
const taken = await bodiesTaken(desk.origin);
const writing = routes.filter((route) => /^(POST|PUT|PATCH) /.test(route));
const isPlain = (route: string) => !route.includes('/api/v1/');
const isUpload = (route: string) => route.includes('/uploads');

/** @returns the code with which it was refused; undefined when it was taken */
async function codeOf(answer: Response, route: string): Promise<ProblemCode | undefined> {
  const text = await answer.text();
  assert.ok(answer.status < 500, `${route} answers ${answer.status}: ${text}`);
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status < 400) return undefined;
  if (isPlain(route)) {
    assert.match(type, /^text\/html/, route);
    assert.match(text, /href="tel:/, 'a person can be called from there');
    return 'bad-request';
  }
  assert.equal(type, 'application/problem+json', route);
  const { code, status, ...rest } = JSON.parse(text) as { code: ProblemCode; status: number };
  assert.equal(status, answer.status);
  assert.ok(isUpload(route) ? code in PROBLEMS : PROBLEMS[code] === status, `${code} ${status}`);
  assert.ok(!/errors/.test(JSON.stringify(rest)) || code === 'wrong-answers');
  return code;
}

const JSON_TYPE = 'application/json';
const MALFORMED: Readonly<
  Record<string, { type: string; body: string | Uint8Array<ArrayBuffer> }>
> = {
  'no body': { type: JSON_TYPE, body: '' },
  'white space': { type: JSON_TYPE, body: ' \n' },
  'JSON that is cut off': { type: JSON_TYPE, body: '{"text":"Dag' },
  'two bodies': { type: JSON_TYPE, body: '{}{}' },
  'a list': { type: JSON_TYPE, body: '[]' },
  nothing: { type: JSON_TYPE, body: 'null' },
  'a text': { type: JSON_TYPE, body: '"Dag"' },
  'a number': { type: JSON_TYPE, body: '1e999' },
  'what it does not know': { type: JSON_TYPE, body: '{"unheard-of":1}' },
  'ten thousand lists': { type: JSON_TYPE, body: '['.repeat(10_000) },
  'bytes that are no letters': { type: JSON_TYPE, body: new Uint8Array([0xc3, 0x28, 0, 0xff]) },
  'much too much': { type: JSON_TYPE, body: `{"text":"${'x'.repeat(70_000)}"}` },
  'text/plain, as a form elsewhere can': { type: 'text/plain', body: '{}' },
  'a form': { type: 'application/x-www-form-urlencoded', body: 'text=Dag&%ff=%00&=&a[b]=c' },
  'a form without its boundary': { type: 'multipart/form-data', body: '--x\r\n\r\nDag' },
  'a form that is cut off': {
    type: 'multipart/form-data; boundary=x',
    body: '--x\r\nContent-Disposition: form-data; name="a.story"\r\n\r\nDa',
  },
  XML: {
    type: 'application/xml',
    body: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>&e;',
  },
  'a type that is none': { type: ';;;', body: '{}' },
};

describe('a body that is none', () => {
  test('every route that takes one has a right one in these tests', () => {
    for (const route of taken.keys()) assert.ok(bodyOf(route), route);
    assert.ok(writing.length > taken.size && taken.size >= 17);
  });

  for (const route of writing)
    test(`${route} refuses it, or looks at no body`, async () => {
      for (const [what, { type, body }] of Object.entries(MALFORMED)) {
        const answer = await call(route, {
          as: 'delinde',
          body,
          headers: { 'Content-Type': type },
        });
        const code = await codeOf(answer, route);
        if (!taken.has(route)) continue;
        const expected = what === 'much too much' ? 'too-large' : 'bad-request';
        assert.equal(code, expected, `${route}: ${what}`);
      }
    });

  test('and the right one, under a type that is another', async () => {
    for (const route of taken.keys())
      for (const type of ['text/plain', 'application/jsonp', ''])
        assert.equal(
          await codeOf(
            await call(route, {
              as: 'delinde',
              body: new Blob([JSON.stringify(bodyOf(route))]),
              headers: { 'Content-Type': type },
            }),
            route,
          ),
          'bad-request',
          `${route} under "${type}"`,
        );
  });
});

/** What may be typed, pasted or sent, and how it is kept. */
const TYPED: Readonly<Record<string, { text: string; kept?: string }>> = {
  SQL: { text: `'); drop table report; --` },
  script: { text: `<img src=x onerror="alert(1)"><script>alert(1)</script>` },
  'a character that ends a text': { text: 'voor\u0000na', kept: 'voorna' },
  'half an emoji': { text: 'lekt \ud83d', kept: 'lekt \ufffd' },
  'the other half': { text: '\udca7 lekt', kept: '\ufffd lekt' },
  emoji: { text: '👩🏽‍🔧 👨‍👩‍👧‍👦 🇳🇱 💧' },
  'a text that turns round': { text: '\u202Egpj.exe\u202C \u2066x\u2069' },
  'another line of a mail': { text: 'x\r\nBcc: iemand@elders.example' },
  'a name that JavaScript has': { text: 'constructor' },
  'another one': { text: '__proto__' },
};
const LONG = 'x'.repeat(10_000);

describe('any text in any field', () => {
  for (const [route, leaves] of taken) {
    const texts = leaves.filter(({ schema }) => schema.type === 'string' && !schema.enum);
    const numbers = leaves.filter(({ schema }) => schema.type === 'integer');
    if (!texts.length) continue;
    test(`of ${route} is taken, or refused by name`, async () => {
      const body = bodyOf(route);
      const sent = async (path: string, value: unknown) =>
        codeOf(
          await call(route, { as: 'delinde', body: JSON.stringify(withLeaf(body, path, value)) }),
          `${route} with ${JSON.stringify(value).slice(0, 60)} in ${path}`,
        );
      for (const { path } of texts) {
        for (const { text } of Object.values(TYPED)) await sent(path, text);
        const code = await sent(path, LONG);
        assert.ok(code === 'bad-request' || code === 'wrong-answers', `${path}: ${code}`);
      }
      for (const { path } of numbers)
        for (const value of [-1, 1.5, 2 ** 31, 1e300, '1'])
          assert.equal(await sent(path, value), 'bad-request', path);
    });
  }
});

/** Every text in what the desk answers. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : [];

const itemsOf = async <T>(endpoint: Endpoint): Promise<readonly T[]> =>
  ((await (await ask(desk, sessions.delinde, endpoint)).json()) as Page<T>).items;

/** Where a person reads it, on the console. */
const SHOWN: readonly {
  route: string;
  path: string;
  before?: string;
  shown: (reference: string) => Promise<unknown>;
}[] = [
  ...repairQuestions.questions.flatMap(({ id, kind }) => {
    const paths =
      kind === 'text' || kind === 'long-text'
        ? [{ path: id }]
        : kind === 'phone'
          ? [{ path: id, before: '06 12345678 ' }]
          : kind === 'address'
            ? [{ path: 'address.street' }, { path: 'address.city' }, { path: 'address.addition' }]
            : [];
    return paths.map(({ path, ...rest }) => ({
      route: 'POST /api/v1/:association/repair-requests',
      path: `answers.${path}`,
      ...rest,
      shown: async (reference: string) => {
        const { id: report } = await desk.desk.database.db
          .selectFrom('report')
          .select('id')
          .where('reference', '=', reference)
          .executeTakeFirstOrThrow();
        const answer = await ask(desk, sessions.delinde, 'staffReport', { id: report });
        // Of this report alone: the others of this test are at the same address.
        const { shown, story, where } = (await answer.json()) as Report;
        return [shown.nl, shown.tenant, story, where];
      },
    }));
  }),
  ...[{ path: 'text' }, { path: 'name' }, { path: 'reach', before: '06 12345678 ' }].map(
    (each) => ({
      route: 'POST /api/v1/:association/messages',
      ...each,
      shown: async (reference: string) =>
        (await itemsOf<MessageLine>('staffMessages')).find((each) => each.reference === reference),
    }),
  ),
  ...[{ path: 'where' }, { path: 'phone', before: '06 12345678 ' }].map((each) => ({
    route: 'POST /api/v1/:association/alarms',
    ...each,
    shown: async () => {
      const alarms = await itemsOf<AlarmLine>('staffAlarms');
      await desk.desk.database.db.deleteFrom('alarm').execute();
      return alarms;
    },
  })),
];

describe('what she typed is shown as she typed it', () => {
  /** Who is at the door is asked of whoever reports for another. */
  const right = (route: string) =>
    route.endsWith('repair-requests')
      ? withLeaf(bodyOf(route), 'answers.someoneElse', true)
      : bodyOf(route);

  test('all her own words of a report are among these', () => {
    const own = SHOWN.map(({ path }) => path);
    for (const path of ['answers.story', 'answers.name', 'answers.doorName', 'answers.doorPhone'])
      assert.ok(own.includes(path), path);
  });

  for (const { route, path, before = '', shown } of SHOWN)
    test(`${path} of ${route}`, async () => {
      for (const { text, kept = text } of Object.values(TYPED)) {
        const body = JSON.stringify(withLeaf(right(route), path, before + text));
        const answer = await call(route, { body });
        assert.equal(answer.status, 201, text);
        const { reference } = (await answer.json()) as { reference: string };
        const texts = textsIn(await shown(reference));
        // An alarm has one line for where: white space in it is a space.
        const line = (each: string) => each.replace(/\s+/g, ' ');
        assert.ok(
          texts.some((each) => line(each).includes(line(before + kept))),
          `${JSON.stringify(text)} in ${JSON.stringify(texts)}`,
        );
      }
    });
});

describe('on pages without a script', () => {
  const post = async (endpoint: Endpoint, fields: Record<string, string>) => {
    const visitor = await new PlainVisitor(desk, endpoint).open();
    return visitor.press(fields, 'send');
  };

  test('a message of anything arrives as it was typed, and never becomes part of the page', async () => {
    for (const { text, kept = text } of Object.values(TYPED)) {
      const { heading, html, status } = await post('plainMessage', {
        text,
        name: text,
        reach: '06 12345678',
      });
      assert.equal(status, 200, heading);
      assert.ok(!/<script|<img src=x/.test(html));
      const [message] = await itemsOf<MessageLine>('staffMessages');
      assert.equal(message?.text.replaceAll('\r', ''), kept.replaceAll('\r', ''));
      assert.equal(message.name.replaceAll('\r', ''), kept.replaceAll('\r', ''));
    }
  });

  test('what a page carries along is read as carefully as what is typed', async () => {
    const visitor = await new PlainVisitor(desk).open();
    const first = visitor.heading;
    const carried = (story: string): string => {
      const state = JSON.parse(visitor.value('state') ?? '') as object;
      return JSON.stringify({ ...state, screen: 'check', answers: { ...DRIP, story } });
    };
    for (const { text, kept = text } of Object.values(TYPED)) {
      await visitor.press({ state: carried(text) }, 'next');
      assert.equal(visitor.status, 200);
      const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(visitor.words)?.[0];
      assert.ok(reference, visitor.words);
      const { answers } = await desk.desk.database.db
        .selectFrom('report')
        .select('answers')
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow();
      assert.equal(answers.story, kept);
      await visitor.open();
    }
    for (const odd of ['', 'null', '[]', '{}', '{"answers":', '['.repeat(9000)]) {
      await visitor.press({ state: odd }, 'next');
      assert.deepEqual([visitor.status, visitor.heading], [200, first], odd);
    }
  });
});

describe('an address with anything in it', () => {
  for (const route of routes.filter((each) => /:(id|upload|reference)/.test(each)))
    test(`${route} finds nothing there`, async () => {
      for (const id of [
        '%00',
        '%ff',
        '%f0%9f%92%a7',
        "'%3b--",
        '..%2f..%2fetc',
        'x'.repeat(3000),
        '-1',
      ])
        assert.equal(
          await codeOf(await call(route, { as: 'delinde', id }), route),
          'not-found',
          id,
        );
    });

  test('a query of anything is a first page, or none', async () => {
    for (const route of routes.filter((each) => each.startsWith('GET ')))
      if (!route.endsWith('/events'))
        for (const query of ['%00', '%ff', "'%3b--", '9.9.9', `${'9'.repeat(400)}.x`]) {
          const path = route
            .slice(4)
            .replace(':association', 'delinde')
            .replace(/:\w+/, '00000000-0000-7000-8000-000000000000');
          const names = ['after', 'taal', 'erbij', 'state', 'code'];
          const search = names.map((name) => `${name}=${query}`).join('&');
          const answer = await fetch(`${desk.origin}${path}?${search}`, {
            redirect: 'manual',
            headers: { cookie: sessions.delinde },
          });
          assert.notEqual(answer.status, 500, `${route}?${search}`);
          await answer.body?.cancel();
        }
  });
});

describe('headers of anything', () => {
  test('a key that is none is refused where one is needed', async () => {
    for (const route of [
      'POST /api/v1/:association/repair-requests',
      'POST /api/v1/:association/messages',
      'POST /api/v1/:association/alarms',
      'POST /api/v1/:association/alarms/state',
      'POST /api/v1/:association/staff/calls',
      'POST /api/v1/:association/staff/danger-calls',
      'POST /api/v1/:association/staff/reports/:id/notes',
    ])
      for (const key of ["'; drop table report; --", 'x'.repeat(5000), '1', 'null'])
        assert.equal(
          await codeOf(
            await call(route, { as: 'delinde', headers: { 'Idempotency-Key': key } }),
            route,
          ),
          'bad-request',
        );
  });

  test('an upload that says odd things of itself', async () => {
    for (const headers of [
      { 'Upload-Length': '-1' },
      { 'Upload-Length': 'x' },
      { 'Upload-Length': '1e3' },
      { 'Upload-Length': '99999999999999999999' },
      { 'Upload-Length': '10', 'Upload-Metadata': 'draft' },
      { 'Upload-Length': '10', 'Upload-Metadata': 'draft AAAA,id AAAA,kind AAAA' },
      { 'Upload-Length': '10', 'Upload-Metadata': ',,,' },
      { 'Upload-Length': '10', 'Tus-Resumable': '9.9' },
      { 'Upload-Defer-Length': '1' },
    ] as Record<string, string>[]) {
      const route = 'POST /api/v1/:association/uploads';
      assert.ok(
        await codeOf(await call(route, { headers }), `${route} ${JSON.stringify(headers)}`),
      );
    }
    for (const headers of [
      { 'Upload-Offset': '-1' },
      { 'Upload-Offset': 'x' },
      { 'Upload-Offset': '5' },
      { 'Upload-Offset': '' },
      { 'Content-Type': 'image/jpeg' },
      { 'Tus-Resumable': '' },
    ] as Record<string, string>[]) {
      const route = 'PATCH /api/v1/:association/uploads/:upload';
      const answer = await call(route, { headers, body: 'x' });
      assert.ok(await codeOf(answer, `${route} ${JSON.stringify(headers)}`));
    }
  });

  test('how long ago she touched the console', async () => {
    for (const idle of ['-1', 'x', '1e9', '9'.repeat(300)]) {
      const headers = { 'Keukentafel-Idle': idle };
      const answer = await ask(desk, sessions.delinde, 'staffSession', { headers });
      assert.equal(answer.status, 200);
    }
  });
});

describe('a clock that is wrong', () => {
  const YEAR = 365 * 86_400_000;
  const day = (from: number) => new Date(Date.now() + from).toISOString().slice(0, 10);
  const REPORT = 'POST /api/v1/:association/repair-requests';

  test('the moment of a report is the desk’s, whatever hers says', async () => {
    for (const off of [-YEAR, YEAR]) {
      const headers = { Date: new Date(Date.now() + off).toUTCString() };
      const answer = await call(REPORT, { headers });
      const { receivedAt } = (await answer.json()) as { receivedAt: string };
      assert.ok(Math.abs(Date.parse(receivedAt) - Date.now()) < 60_000, receivedAt);
    }
  });

  test('a day that she can is kept as she chose it; one that is in no calendar is refused', async () => {
    const on = (days: string[]) =>
      call(REPORT, {
        body: JSON.stringify(
          withLeaf(withLeaf(bodyOf(REPORT), 'answers.when', 'pick'), 'answers.days', days),
        ),
      });
    for (const chosen of [day(-YEAR), day(YEAR), day(86_400_000)]) {
      const answer = await on([chosen]);
      assert.equal(answer.status, 201);
      const { reference } = (await answer.json()) as { reference: string };
      const { answers } = await desk.desk.database.db
        .selectFrom('report')
        .select('answers')
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow();
      assert.deepEqual(answers.days, [chosen]);
    }
    for (const none of ['2026-02-31', '2026-13-01', '0000-00-00', '2026-11-23T00:00:00+14:00', ''])
      assert.equal(await codeOf(await on([none]), REPORT), 'bad-request', none);
  });

  test('an outage until a time of another zone is until that moment; one that is over is refused', async () => {
    const route = 'POST /api/v1/:association/staff/outages';
    const until = (text: string) =>
      call(route, { as: 'delinde', body: JSON.stringify(withLeaf(bodyOf(route), 'until', text)) });
    const soon = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
    const inKiribati = new Date(soon.getTime() + 14 * 3_600_000).toISOString().slice(0, 19);
    assert.equal((await until(`${inKiribati}+14:00`)).status, 201);
    const shown = await itemsOf<{ until: string }>('staffOutages');
    assert.ok(shown.some((each) => each.until === soon.toISOString()));
    const late = new Date(Date.now() - 60_000 + 14 * 3_600_000).toISOString().slice(0, 19);
    for (const over of [`${late}+14:00`, new Date(Date.now() - YEAR).toISOString()])
      assert.equal(await codeOf(await until(over), route), 'bad-request', over);
    for (const odd of ['2099-02-31T10:00:00Z', '2099-01-01T10:00:00+02', '2099-01-01 10:00:00 +2'])
      await codeOf(await until(odd), `${route} until ${odd}`);
  });
});

describe('where a request comes from', () => {
  /** Who may do it: a page of the desk alone, a page of the association too, or whoever has the secret. */
  type Rule = 'desk' | 'pages' | 'anybody';
  const changing = routes.filter((route) => /^(POST|PUT|PATCH|DELETE) /.test(route));
  const ruleOf = (route: string): Rule => {
    if (route.includes('/staff/')) return 'desk';
    // A link in a message opens on any page; the association's own system is no page at all; a plain
    // form keeps no cookie, and may stand on the association's own page.
    const secret = ['/alarms/duty', '/alarms/acknowledged', '/reports/:reference/status'];
    if (isPlain(route) || secret.some((each) => route.endsWith(each))) return 'anybody';
    return 'pages';
  };
  const ALLOWED: Readonly<Record<Rule, Readonly<Record<string, boolean>>>> = {
    desk: { foreign: false, null: false, missing: false, association: false, own: true },
    pages: { foreign: false, null: false, missing: true, association: true, own: true },
    anybody: { foreign: true, null: true, missing: true, association: true, own: true },
  };
  const ORIGINS: Readonly<Record<string, string>> = {
    foreign: 'https://elders.example',
    null: 'null',
    missing: '',
    association: 'https://www.delinde.example',
    own: desk.origin,
  };

  test('each rule has its routes', () => {
    assert.deepEqual([...new Set(changing.map(ruleOf))].sort(), ['anybody', 'desk', 'pages']);
  });

  // Signing out ends the session of the others.
  const last = (route: string) => Number(/^DELETE .*staff\/sessions?$/.test(route));
  for (const route of [...changing].sort((a, b) => last(a) - last(b)))
    test(`${route} is for ${ruleOf(route)}`, async () => {
      for (const [from, allowed] of Object.entries(ALLOWED[ruleOf(route)])) {
        const answer = await call(route, { as: 'delinde', headers: { Origin: ORIGINS[from]! } });
        const code = await codeOf(answer, route);
        assert.equal(code === 'wrong-origin', !allowed, `${from}: ${code ?? answer.status}`);
        const read = answer.headers.get('access-control-allow-origin');
        assert.ok(read === null || (allowed && read === ORIGINS[from]), `${from} may read`);
      }
    });
});

test('none of it was a fault of the desk, and nothing of it is in the log', () => {
  for (const line of desk.logged) assert.ok(!/"event":"fault"/.test(line), line);
  for (const { text } of Object.values(TYPED).slice(0, 8))
    assert.ok(!desk.logged.some((line) => line.includes(JSON.stringify(text).slice(1, -1))), text);
});
