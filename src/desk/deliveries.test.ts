import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import type { DeliveryLine } from '../contract/delivery.ts';
import type { Report } from '../contract/staff.ts';
import { httpReceiver } from './outward/test-receivers.ts';
import { profilesWith } from './test-profiles.ts';
import { ask, eventually, report } from './test-data.ts';
import { startDesk } from './testing.ts';

const hook = await httpReceiver();
let clock = Date.parse('2026-11-23T10:00:00Z');
const desk = await startDesk({
  now: () => clock,
  profiles: profilesWith({
    delinde: {
      outward: [
        {
          kind: 'webhook',
          id: 'itris',
          name: 'Itris',
          url: hook.url,
          secretEnv: 'SECRET',
          privateNetwork: true,
        },
      ],
    },
  }),
  environment: { SECRET: `whsec_${'A'.repeat(32)}` },
});
after(async () => {
  await desk.close();
  await hook.close();
});

let cookie = '';
beforeEach(async () => {
  clock = Date.parse('2026-11-23T10:00:00Z');
  await desk.empty();
  hook.got.length = 0;
  hook.reply = () => ({ status: 503 });
  cookie = await desk.signIn();
});

const list = async (): Promise<readonly DeliveryLine[]> =>
  ((await (await ask(desk, cookie, 'staffDeliveries')).json()) as { items: DeliveryLine[] }).items;
const failing = (count = 1) =>
  eventually(async () => {
    const items = await list();
    return items.length === count && items;
  });
const act = (id: string, body: unknown) =>
  ask(desk, cookie, 'staffDelivery', { id, method: 'POST', body });
const open = async (id: string): Promise<Report> =>
  (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;

const URGENT = {
  item: 'waterleiding',
  problem: 'lekkage_plafond',
  details: { water_bij_stroom: 'no' },
};

describe('what did not arrive', () => {
  test('is listed with why and when it is tried again: the most urgent first', async () => {
    const first = await report(desk);
    await failing(1);
    const urgent = await report(desk, URGENT);
    const items = await failing(2);
    assert.deepEqual(
      items.map(({ report: { reference } }) => reference),
      [urgent.reference, first.reference],
    );
    assert.deepEqual(
      { ...items[1], id: '', report: { ...items[1]?.report, id: '' } },
      {
        id: '',
        report: {
          id: '',
          reference: first.reference,
          what: 'De kraan druppelt, keuken',
          urgency: 'standard',
        },
        receivedAt: '2026-11-23T10:00:00.000Z',
        to: 'Itris',
        why: 'fault',
        attempts: 1,
        nextAt: '2026-11-23T10:01:00.000Z',
      },
    );
  });

  test('is empty as long as all goes well', async () => {
    hook.reply = () => ({});
    await report(desk);
    await eventually(async () => hook.got.length === 1);
    assert.deepEqual(await list(), []);
  });

  test('stands with the report itself, too', async () => {
    await report(desk);
    const [line] = await failing();
    assert.deepEqual((await open(line?.report.id ?? '')).notWith, ['Itris']);
  });

  test('has no time when it is not tried again', async () => {
    hook.reply = () => ({ status: 410 });
    await report(desk);
    const [line] = await failing();
    assert.deepEqual([line?.why, line?.nextAt], ['gone', undefined]);
  });
});

describe('“Probeer nu”', () => {
  test('tries now, and it is gone from the list when it arrives; the history says where to', async () => {
    await report(desk);
    const [line] = await failing();
    hook.reply = () => ({ body: '{"reference":"OV-7"}' });
    assert.equal((await act(line?.id ?? '', { act: 'try' })).status, 204);
    await failing(0);
    const { history, notWith } = await open(line?.report.id ?? '');
    assert.deepEqual(
      [history.at(-1)?.kind, history.at(-1)?.text, notWith],
      ['delivered', 'Itris OV-7', []],
    );
  });

  test('tries also what was given up', async () => {
    hook.reply = () => ({ status: 410 });
    await report(desk);
    const [line] = await failing();
    hook.reply = () => ({});
    await act(line?.id ?? '', { act: 'try' });
    await failing(0);
  });

  test('pressed five times at once sends no two at a time', async () => {
    await report(desk);
    const [line] = await failing();
    hook.got.length = 0;
    hook.reply = () => ({});
    await Promise.all(Array.from({ length: 5 }, () => act(line?.id ?? '', { act: 'try' })));
    await failing(0);
    assert.equal(hook.got.length, 1);
  });
});

describe('“Ik heb het zelf overgenomen”', () => {
  test('ends the trying, and the history says who did it', async () => {
    await report(desk);
    const [line] = await failing();
    assert.equal((await act(line?.id ?? '', { act: 'taken-over' })).status, 204);
    assert.deepEqual(await list(), []);
    const { history } = await open(line?.report.id ?? '');
    assert.deepEqual(history.map(({ by, kind, text }) => [by, kind, text]).at(-1), [
      'Sanne',
      'by-hand',
      'Itris',
    ]);
    assert.equal((await act(line?.id ?? '', { act: 'taken-over' })).status, 404, 'once');
    assert.equal((await act(line?.id ?? '', { act: 'try' })).status, 404);
    assert.equal(hook.got.length, 1);
  });
});

test('another act, another id and nobody’s session are refused', async () => {
  await report(desk);
  const [line] = await failing();
  assert.equal((await act(line?.id ?? '', { act: 'weg' })).status, 400);
  assert.equal((await act('x', { act: 'try' })).status, 404);
  cookie = '';
  assert.equal((await act(line?.id ?? '', { act: 'try' })).status, 401);
  assert.equal((await ask(desk, '', 'staffDeliveries')).status, 401);
});
