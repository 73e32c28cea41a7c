import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { DeliveryLine } from '../contract/delivery.ts';
import { pathOf } from '../contract/endpoints.ts';
import type { AlarmLine, MessageLine, Page, Report, ReportLine } from '../contract/staff.ts';
import { newSecret, sha256 } from './hash.ts';
import {
  ask,
  eventually,
  MESSAGE,
  phonePhoto,
  report,
  request,
  send,
  upload,
} from './test-data.ts';
import { FOLDER, profilesWith } from './test-profiles.ts';
import { startDesk } from './testing.ts';

/** Nobody is there: what is sent to it fails, and stands in the console. */
const WEBHOOK = {
  kind: 'webhook',
  id: 'itris',
  name: 'Itris',
  url: 'https://itris.invalid',
  secretEnv: 'LINDE_SECRET',
  privateNetwork: false,
} as const;

/**
 * Every endpoint, taken from the app's own list of routes, is called as another association would:
 * with its session and the ids of somebody else's things. A new route fails here until it has said
 * what it is.
 */

const TOKENS = { delinde: newSecret(), hetbaken: newSecret() };
const system = (name: string, tokenHashEnv: string) => ({ statusBack: { name, tokenHashEnv } });
const desk = await startDesk({
  profiles: profilesWith({
    delinde: { outward: [WEBHOOK], ...system('Itris', 'LINDE_HASH') },
    hetbaken: { outward: [FOLDER], ...system('Tobias', 'BAKEN_HASH') },
  }),
  environment: {
    LINDE_HASH: sha256(TOKENS.delinde),
    BAKEN_HASH: sha256(TOKENS.hetbaken),
    LINDE_SECRET: `whsec_${'A'.repeat(32)}`,
  },
});
after(() => desk.close());

const RECORDING = new URL('../../test/fixtures/recordings/chromium.webm', import.meta.url);

/** Things of De Linde, and a session at Het Baken. */
const theirs = {
  alarm: '',
  report: '',
  other: '',
  reference: '',
  photo: '',
  recording: '',
  message: '',
  upload: '',
  outage: '',
  delivery: '',
};
let baken = '';
let linde = '';

before(async () => {
  baken = await desk.signIn('hetbaken');
  linde = await desk.signIn('delinde');
  const draft = randomUUID();
  const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
  const { photo: voice } = await upload(desk, readFileSync(RECORDING), { draft, kind: 'voice' });
  await report(desk, { photos: [photo], voice }, { draft });
  await report(desk, { address: { postcode: '9403AB', number: '1' } });
  await send(desk, 'messages', MESSAGE);
  const list = (await (await ask(desk, linde, 'staffReports')).json()) as Page<ReportLine>;
  // The newest stands first: the photo is the other's.
  theirs.other = list.items[0]?.id ?? '';
  theirs.report = list.items[1]?.id ?? '';
  theirs.reference = list.items[1]?.reference ?? '';
  const shown = await eventually(async () => {
    const found = await ask(desk, linde, 'staffReport', { id: theirs.report });
    const { pictures, recording } = (await found.json()) as Report;
    return (
      pictures[0]?.state === 'ready' && recording?.state === 'ready' && { pictures, recording }
    );
  });
  theirs.photo = shown.pictures[0]?.id ?? '';
  theirs.recording = shown.recording.id;
  const messages = (await (await ask(desk, linde, 'staffMessages')).json()) as Page<MessageLine>;
  theirs.message = messages.items[0]?.id ?? '';
  const outage = await ask(desk, linde, 'staffOutages', { method: 'POST', body: OUTAGE });
  theirs.outage = ((await outage.json()) as { id: string }).id;
  theirs.delivery = await eventually(async () => {
    const failed = await ask(desk, linde, 'staffDeliveries');
    return ((await failed.json()) as { items: DeliveryLine[] }).items[0]?.id;
  });
  await send(desk, 'alarms', { phone: '06 12345678', language: 'nl' });
  const alarms = await ask(desk, linde, 'staffAlarms');
  theirs.alarm = ((await alarms.json()) as Page<AlarmLine>).items[0]?.id ?? '';
  const own = await upload(desk, await phonePhoto(300, 200), { draft: randomUUID() });
  theirs.upload = own.url.split('/').pop() ?? '';
});

/** To nothing: what a link may open is in `alarm.test.ts`. */
const LINK = { id: randomUUID(), secret: '0'.repeat(64) };

const OUTAGE = {
  kind: 'lift',
  areas: ['9401'],
  text: '',
  until: new Date(Date.now() + 3_600_000).toISOString(),
};

/** What is not any association's own. */
const NOBODYS = new Set([
  'GET /',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /console',
  'GET /console/',
  'GET /console/:file{.+}',
  'GET /assets/:file',
  'GET /plain/plain.css',
  'GET /plain/:font',
  'GET /favicon.ico',
  'GET /openapi.json',
  'GET /api',
]);

/** Bodies that would be right at home. */
const BODIES: Record<string, () => unknown> = {
  'POST /api/v1/:association/repair-requests': () => request(),
  'POST /api/v1/:association/messages': () => MESSAGE,
  'POST /api/v1/:association/alarms': () => ({ phone: '06 12345678', language: 'nl' }),
  'POST /api/v1/:association/alarms/state': () => ({}),
  'POST /api/v1/:association/alarms/duty': () => LINK,
  'POST /api/v1/:association/alarms/acknowledged': () => ({ ...LINK, name: 'Jan' }),
  'PUT /api/v1/:association/staff/alarms/:id/outcome': () => ({ text: 'gebeld' }),
  'POST /api/v1/:association/staff/reports': () => ({ search: '9401AB' }),
  'PUT /api/v1/:association/staff/reports/:id/status': () => ({ status: 'done' }),
  'PUT /api/v1/:association/staff/reports/:id/merged-into': () => ({ into: theirs.other }),
  'POST /api/v1/:association/staff/calls': () => request(),
  'POST /api/v1/:association/staff/danger-calls': () => ({ danger: 'gaslucht', words: '' }),
  'POST /api/v1/:association/staff/reports/:id/notes': () => ({ text: 'gelezen' }),
  'PUT /api/v1/:association/staff/messages/:id/answered': () => ({ answered: true }),
  'POST /api/v1/:association/staff/outages': () => OUTAGE,
  'POST /api/v1/:association/staff/deliveries/:id': () => ({ act: 'try' }),
  'POST /api/v1/:association/reports/:reference/status': () => ({ status: 'planned' }),
};

/** Whose id stands in the address. */
const idFor = (path: string): string => {
  if (path.includes('/photos/')) return theirs.photo;
  if (path.includes('/recordings/')) return theirs.recording;
  if (path.includes('/outages/')) return theirs.outage;
  if (path.includes('/deliveries/')) return theirs.delivery;
  if (path.includes('/alarms/')) return theirs.alarm;
  return path.includes('/messages/') ? theirs.message : theirs.report;
};

/** The system of the association whose member of staff has this session. */
const tokenWith = (cookie: string): string => (cookie === baken ? TOKENS.hetbaken : TOKENS.delinde);

const routes = [
  ...new Set(
    desk.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`),
  ),
].filter((route) => !NOBODYS.has(route) && !route.startsWith('OPTIONS '));

function call(route: string, association: string, cookie: string): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const url = path
    .replace(':association', association)
    .replace(':upload', theirs.upload)
    .replace(':reference', theirs.reference)
    .replace(':id', idFor(path));
  const body = BODIES[route]?.();
  return fetch(desk.origin + url, {
    method,
    headers: {
      Origin: desk.origin,
      'Tus-Resumable': '1.0.0',
      'Idempotency-Key': randomUUID(),
      ...(cookie ? { cookie } : {}),
      ...(path.includes(':reference') ? { authorization: `Bearer ${tokenWith(cookie)}` } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(method === 'PATCH'
        ? { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' }
        : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

test('every route of the desk belongs to an association, or is on the list of those that do not', () => {
  assert.ok(routes.length >= 18, `${routes.length} routes`);
  for (const route of routes) assert.match(route, / (\/api\/v1)?\/:association\//, route);
});

describe('an association that is not here', () => {
  for (const route of routes)
    test(`${route} is not found`, async () => {
      const { status } = await call(route, 'nergens', linde);
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
      assert.equal((await call(route, 'delinde', baken)).status, 401);
    });
});

describe('the ids of another association, in one’s own', () => {
  for (const route of routes.filter((each) => /:(id|upload|reference)/.test(each)))
    test(`${route} is not found`, async () => {
      assert.equal((await call(route, 'hetbaken', baken)).status, 404);
    });
});

test('the token of another association’s system opens nothing', async () => {
  const route = 'POST /api/v1/:association/reports/:reference/status';
  assert.equal((await call(route, 'delinde', baken)).status, 401);
});

test('the same calls do find them at home: the ids above are real', async () => {
  for (const route of routes.filter((each) => /:(id|reference)/.test(each)))
    assert.ok((await call(route, 'delinde', linde)).ok, route);
});

test('after all this, nothing of De Linde was changed', async () => {
  const found = await ask(desk, linde, 'staffReport', { id: theirs.report });
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
  for (const [association, cookie, count] of [
    ['hetbaken', baken, 0],
    ['delinde', linde, 2],
  ] as const) {
    const all = await ask(desk, cookie, 'staffReports', { association });
    const search = await ask(desk, cookie, 'staffReports', {
      association,
      method: 'POST',
      body: { search: '9401ab 12' },
    });
    const lengths = await Promise.all(
      [all, search].map(async (each) => ((await each.json()) as Page<ReportLine>).items.length),
    );
    assert.deepEqual(lengths, [count, Math.min(count, 1)]);
  }
});
