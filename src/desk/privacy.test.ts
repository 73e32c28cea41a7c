import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { pathOf } from '../contract/endpoints.ts';
import {
  MESSAGE,
  ask,
  eventually,
  phonePhoto,
  report,
  request,
  send,
  upload,
} from './test-data.ts';
import { startDesk } from './testing.ts';
import { faultOf } from './log.ts';

/**
 * Planted values go in at every door, right and wrong, and are looked for in every line that was
 * logged and in every address that the desk gave out.
 */
const PLANTED = {
  name: 'Plantje-Naam',
  story: 'Plantje-Verhaal',
  phone: '0687654321',
  email: 'plantje@voorbeeld.example',
  street: 'Plantjesstraat',
  postcode: '8765 ZX',
  search: 'Plantje-Zoek',
  note: 'Plantje-Notitie',
  message: 'Plantje-Bericht',
};
const draft = randomUUID();

const TOKEN = 'prometheus-0123456789';
const desk = await startDesk({ metricsToken: TOKEN });
after(() => desk.close());

const answers = {
  name: PLANTED.name,
  story: PLANTED.story,
  phone: PLANTED.phone,
  address: { postcode: PLANTED.postcode, number: '1', street: PLANTED.street },
};

test('nothing personal is logged, whatever is sent, and whatever goes wrong', async () => {
  const url = (path: string) => desk.origin + path;
  // What is right.
  const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
  await report(desk, { ...answers, photos: [photo] }, { draft });
  await report(desk, { ...answers, reach: 'email', email: PLANTED.email });
  await send(desk, 'messages', { ...MESSAGE, text: PLANTED.message, reach: PLANTED.email });
  const cookie = await desk.signIn();
  await ask(desk, cookie, 'staffReports', { method: 'POST', body: { search: PLANTED.search } });
  const list = await ask(desk, cookie, 'staffReports');
  const { id } = ((await list.json()) as { items: { id: string }[] }).items[0]!;
  await ask(desk, cookie, 'staffReport', { id });
  await ask(desk, cookie, 'staffReportNotes', { id, method: 'POST', body: { text: PLANTED.note } });
  // What is wrong: in the body, the address, the method, the headers.
  await send(desk, 'repairRequests', request({ ...answers, phone: PLANTED.name }));
  await send(desk, 'repairRequests', JSON.stringify({ [PLANTED.name]: PLANTED.story }));
  await send(desk, 'repairRequests', `{"${PLANTED.name}`);
  for (const path of [
    `/${PLANTED.name}`,
    `/delinde/reparatie?naam=${PLANTED.name}`,
    `/api/v1/delinde/${PLANTED.name}`,
    `/api/v1/delinde/uploads/${PLANTED.name}`,
    pathOf('staffReport', { association: 'delinde', id: PLANTED.name }),
  ])
    await fetch(url(path), {
      headers: { cookie, 'User-Agent': PLANTED.name, Referer: `http://x/${PLANTED.name}` },
    });
  await fetch(url('/delinde/reparatie'), {
    method: 'POST',
    body: new URLSearchParams({ state: JSON.stringify(answers), 'a.name': PLANTED.name }),
  });
  await fetch(url('/delinde/bericht'), {
    method: 'POST',
    body: new URLSearchParams({ do: 'send', text: PLANTED.message, reach: PLANTED.phone }),
  });
  // What breaks: a database that repeats the values in its message.
  const { db } = desk.desk.database;
  await db.schema.alterTable('report').renameColumn('where_line', 'gone').execute();
  const broken = await send(desk, 'repairRequests', request(answers));
  assert.equal(broken.status, 500);
  assert.ok(!(await broken.text()).includes('column'));
  await db.schema.alterTable('report').renameColumn('gone', 'where_line').execute();

  const all = desk.logged.join('');
  assert.ok(desk.logged.length > 15, 'it does log');
  assert.ok(
    desk.logged.some((line) => line.includes('"event":"fault"')),
    'and faults',
  );
  for (const [what, value] of Object.entries({ ...PLANTED, draft, id, photo, cookie }))
    assert.ok(!all.includes(value), `${what} was logged`);
});

test('of all that, the counts say how many and how long, and nothing of whom', async () => {
  const metrics = (authorization = '') =>
    fetch(`${desk.origin}/metrics`, { headers: authorization ? { authorization } : {} });
  for (const wrong of ['', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${btoa(`x:${TOKEN}`)}`])
    assert.equal((await metrics(wrong)).status, 401, wrong);
  // The photo is cleaned by a job, in its own time.
  const answer = await eventually(async () => {
    const now = await metrics(`Bearer ${TOKEN}`);
    return (await now.clone().text()).includes('keukentafel_jobs_total{job="clean-photo"') && now;
  });
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  const route = 'route="/api/v1/:association/repair-requests"';
  const sent = (status: number) =>
    text.includes(`keukentafel_requests_total{method="POST",${route},status="${status}"} `);
  assert.ok(sent(201) && sent(422) && sent(500), text);
  assert.ok(text.includes(`keukentafel_request_seconds_count{method="POST",${route}} `));
  assert.match(text, /^keukentafel_jobs_total\{job="clean-photo",outcome="done"\} 1$/m);
  assert.match(text, /^keukentafel_waiting\{what="alarm"\} 0$/m);
  assert.match(text, /^process_resident_memory_bytes \d+$/m);
  // Every line is a comment, or a name with labels from this list and a number.
  const NAME =
    /^[a-z_]+(\{((what|event|method|route|status|job|outcome|adapter|le)="[^"]*",?)+\})? [\d.e+-]+$/;
  for (const line of text.trim().split('\n'))
    assert.match(line, /^# (HELP|TYPE) /.test(line) ? /^#/ : NAME);
  const { db } = desk.desk.database;
  const references = await db.selectFrom('report').select(['id', 'reference', 'what']).execute();
  const everybody = references.flatMap((row) => Object.values(row));
  for (const value of [
    ...Object.values(PLANTED),
    ...everybody,
    draft,
    'delinde',
    'hetbaken',
    TOKEN,
  ])
    assert.ok(!text.includes(value), value);
});

test('a line holds these fields and no other', () => {
  const allowed = [
    'time',
    'event',
    'request',
    'method',
    'route',
    'status',
    'ms',
    'job',
    'count',
    'migration',
    'error',
    'code',
    'at',
  ];
  for (const line of desk.logged)
    for (const field of Object.keys(JSON.parse(line) as object))
      assert.ok(allowed.includes(field), `${field} in ${line}`);
});

test('of an error nothing is told but its name, its code and where it was thrown', () => {
  const error = Object.assign(new Error('Key (phone)=(0687654321)\n    at Plantje-Naam (x:1:1)'), {
    code: '23505',
    detail: 'Plantje',
  });
  const told = JSON.stringify(faultOf(error));
  assert.ok(told.includes('23505'));
  assert.ok(!told.includes('0687654321') && !told.includes('Plantje'), told);
  assert.ok(
    !JSON.stringify(faultOf(Object.assign(new Error('x'), { code: 'Mevrouw Berg' }))).includes(
      'Berg',
    ),
  );
});
