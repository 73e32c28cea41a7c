import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { pathOf } from '../contract/endpoints.ts';
import type { NewOutage, Outage } from '../contract/outages.ts';
import { ask, report } from './test-data.ts';
import { startDesk } from './testing.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-24T11:00:00Z');
let clock = NOON;
const desk = await startDesk({ now: () => clock });
after(() => desk.close());

let cookie = '';
beforeEach(async () => {
  clock = NOON;
  await desk.empty();
  await desk.desk.outages.look();
  cookie = await desk.signIn();
});

const LIFT: NewOutage = {
  kind: 'lift',
  areas: ['9401AB', '9402'],
  text: 'De monteur komt vanmiddag.',
  until: new Date(NOON + 6 * HOUR).toISOString(),
};

const tell = (outage: unknown) =>
  ask(desk, cookie, 'staffOutages', { method: 'POST', body: outage });

async function toldOf(outage: Partial<NewOutage> = {}): Promise<string> {
  const answer = await tell({ ...LIFT, ...outage });
  assert.equal(answer.status, 201);
  return ((await answer.json()) as { id: string }).id;
}

/** By somebody who comes back: hours may have gone by. */
async function listed(): Promise<Outage[]> {
  const answer = await ask(desk, await desk.signIn(), 'staffOutages');
  return ((await answer.json()) as { items: Outage[] }).items;
}

const plainPage = async (language = 'nl', association = 'delinde') => {
  const path = pathOf('plainRepair', { association });
  return (await fetch(`${desk.origin}${path}?taal=${language}`)).text();
};

describe('a known outage', () => {
  test('is told to tenants as soon as staff have set it, in each language', async () => {
    await toldOf();
    const dutch = await plainPage();
    assert.match(dutch, /De lift doet het niet\./);
    assert.match(dutch, /9401 AB/);
    assert.match(dutch, /dinsdag 24 november om/);
    assert.match(dutch, /De monteur komt vanmiddag\./);
    const arabic = await plainPage('ar');
    assert.match(arabic, /المصعد لا يعمل/);
    assert.match(arabic, /lang="nl"[^>]*>De monteur komt vanmiddag/);
  });

  test('is told by no other association', async () => {
    await toldOf();
    assert.doesNotMatch(await plainPage('nl', 'hetbaken'), /De lift doet het niet/);
    const other = await desk.signIn('hetbaken');
    const answer = await ask(desk, other, 'staffOutages', { association: 'hetbaken' });
    assert.deepEqual(await answer.json(), { items: [] });
  });

  test('is over by itself when its time has come', async () => {
    await toldOf();
    clock += 7 * HOUR;
    assert.doesNotMatch(await plainPage(), /De lift doet het niet/);
  });

  test('is over when staff say so, once', async () => {
    const id = await toldOf();
    const end = () => ask(desk, cookie, 'staffOutageEnd', { id, method: 'POST' });
    assert.equal((await end()).status, 204);
    assert.doesNotMatch(await plainPage(), /De lift doet het niet/);
    assert.equal((await end()).status, 404);
    assert.equal((await listed())[0]?.endedAt, new Date(NOON).toISOString());
  });

  test('counts the reports from its area while it lasts, so that staff see how many there are', async () => {
    const at = (postcode: string) => report(desk, { address: { postcode, number: '1' } });
    await at('9401 AB');
    clock += HOUR;
    cookie = await desk.signIn();
    await toldOf({ until: new Date(clock + 6 * HOUR).toISOString() });
    clock += HOUR;
    await at('9401ab');
    await at('9402 ZZ');
    await at('9401 AC');
    assert.deepEqual(
      (await listed()).map(({ reports, by, areas }) => ({ reports, by, areas })),
      [{ reports: 2, by: 'Sanne', areas: ['9401 AB', '9402'] }],
    );
    clock += 7 * HOUR;
    await at('9401 AB');
    assert.equal((await listed())[0]?.reports, 2);
  });

  for (const [what, wrong] of Object.entries<object>({
    'without an area': { areas: [] },
    'with an area that is no postcode': { areas: ['Assen'] },
    'that is over already': { until: new Date(NOON - 1).toISOString() },
    'until no moment at all': { until: 'morgen' },
    'of a kind that nobody knows': { kind: 'internet' },
    'of another kind without a word about it': { kind: 'other', text: ' ' },
    'with a story of four pages': { text: 'x'.repeat(8000) },
  }))
    test(`${what} is refused`, async () => {
      assert.equal((await tell({ ...LIFT, ...wrong })).status, 400);
      assert.deepEqual(await listed(), []);
    });

  test('shows what staff typed as text, whatever it is', async () => {
    await toldOf({ text: '<img src=x onerror=alert(1)>' });
    assert.match(await plainPage(), /&lt;img src=x/);
  });

  test('stays told while the database does not answer', async () => {
    await toldOf();
    const { db } = desk.desk.database;
    const { selectFrom } = db;
    Object.assign(db, {
      selectFrom: () => {
        throw new Error('down');
      },
    });
    await desk.desk.outages.look();
    Object.assign(db, { selectFrom });
    assert.match(await plainPage(), /De lift doet het niet/);
  });
});
