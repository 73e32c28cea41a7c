import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, test } from 'node:test';
import type { CallbackReceipt } from '../contract/callback.ts';
import type { CallbackDetail, CallbackLine, CallbackList } from '../contract/staff-callback.ts';
import { createSession } from './repositories/sessions.ts';
import { ask, send } from './test-data.ts';
import { startDesk } from './testing.ts';

/** Tuesday 24 November 2026, 09:41 in the Netherlands. */
const TUESDAY = Date.parse('2026-11-24T08:41:00Z');
const HOUR = 3_600_000;
let clock = TUESDAY;
const desk = await startDesk({ now: () => clock });
after(() => desk.close());
beforeEach(async () => {
  clock = TUESDAY;
  await desk.empty();
});
const { db } = desk.desk.database;

/** A colleague, signed in. @returns her cookie */
async function colleague(name: string): Promise<string> {
  const person = { id: `person ${name}`, name, account: name.toLowerCase() };
  const cookie = (await desk.signIn()).split('=')[0]!;
  return `${cookie}=${await createSession('delinde', db, person, clock)}`;
}

async function callback(more: object = {}): Promise<string> {
  const asked = {
    topic: 'repair',
    when: 'any',
    phone: '06 12345678',
    language: 'ar',
    interpreter: true,
    from: 'repair-form/photos',
    ...more,
  };
  const answer = await send(desk, 'callbacks', asked);
  return ((await answer.json()) as CallbackReceipt).link.id;
}

const list = async (cookie: string): Promise<CallbackList> =>
  (await (await ask(desk, cookie, 'staffCallbacks')).json()) as CallbackList;
const lineOf = async (cookie: string, id: string): Promise<CallbackLine | undefined> =>
  (await list(cookie)).items.find((each) => each.id === id);
const detail = async (cookie: string, id: string): Promise<CallbackDetail> =>
  (await (await ask(desk, cookie, 'staffCallback', { id })).json()) as CallbackDetail;
const claim = async (cookie: string, id: string): Promise<number> =>
  (await ask(desk, cookie, 'staffCallbackClaim', { id, method: 'PUT' })).status;
const end = async (cookie: string, id: string, body: object): Promise<number> =>
  (await ask(desk, cookie, 'staffCallbackOutcome', { id, method: 'POST', body })).status;

describe('"Ik bel nu"', () => {
  test('of twenty colleagues at once exactly one calls, and all the others see who', async () => {
    const id = await callback();
    const names = Array.from({ length: 20 }, (_, at) => `Collega ${at + 1}`);
    const cookies = await Promise.all(names.map(colleague));
    const statuses = await Promise.all(cookies.map((cookie) => claim(cookie, id)));
    assert.deepEqual(
      [...statuses].sort((a, b) => a - b),
      [204, ...Array.from({ length: 19 }, () => 409)],
    );
    const won = statuses.indexOf(204);
    for (const [at, cookie] of cookies.entries()) {
      const { claimed } = (await lineOf(cookie, id))!;
      assert.deepEqual([claimed?.by, claimed?.mine], [names[won], at === won]);
    }
  });

  test('is told to everybody at once, and a sign of life to nobody', async () => {
    const id = await callback();
    const told: unknown[] = [];
    const stop = desk.desk.live.subscribe('delinde', { event: (e) => told.push(e), end: () => {} });
    const cookie = await colleague('Sanne');
    await claim(cookie, id);
    clock += 60_000;
    assert.equal(await claim(cookie, id), 204);
    assert.equal(told.length, 1);
    await ask(desk, cookie, 'staffCallbackClaim', { id, method: 'DELETE' });
    stop();
    assert.deepEqual(told, [
      { type: 'callback', id },
      { type: 'callback', id },
    ]);
  });

  test('"toch niet" frees it; another’s is left alone', async () => {
    const id = await callback();
    const [sanne, yusuf] = [await colleague('Sanne'), await colleague('Yusuf')];
    await claim(sanne, id);
    await ask(desk, yusuf, 'staffCallbackClaim', { id, method: 'DELETE' });
    assert.equal(await claim(yusuf, id), 409);
    await ask(desk, sanne, 'staffCallbackClaim', { id, method: 'DELETE' });
    assert.equal(await claim(yusuf, id), 204);
  });

  test('a workplace that is gone lets go after five minutes; before, with a sign of life, not', async () => {
    const id = await callback();
    const [sanne, yusuf] = [await colleague('Sanne'), await colleague('Yusuf')];
    await claim(sanne, id);
    clock += 4 * 60_000;
    assert.equal(await claim(sanne, id), 204);
    clock += 4 * 60_000;
    assert.equal(await claim(yusuf, id), 409);
    clock += 60_000;
    assert.equal((await lineOf(yusuf, id))?.claimed, undefined);
    assert.equal(await claim(yusuf, id), 204);
    assert.equal(await end(sanne, id, { kind: 'reached' }), 409, 'it is no longer hers');
  });
});

describe('how it went', () => {
  test('only who has it in hand says so', async () => {
    const id = await callback();
    assert.equal(await end(await colleague('Sanne'), id, { kind: 'reached' }), 409);
  });

  test('spoken and done: it is gone from the list, and stays to be looked up', async () => {
    const id = await callback();
    const cookie = await colleague('Sanne');
    await claim(cookie, id);
    assert.equal(await end(cookie, id, { kind: 'reached', note: 'Maandag komt de monteur' }), 204);
    assert.equal((await list(cookie)).items.length, 0);
    const { state, history } = await detail(cookie, id);
    assert.deepEqual(
      [state, history.map(({ kind, by, text }) => [kind, by, text])],
      ['done', [['reached', 'Sanne', 'Maandag komt de monteur']]],
    );
    assert.equal(await claim(cookie, id), 409);
  });

  test('no answer: again in two hours, then the next day, and after three it says so', async () => {
    const id = await callback();
    const miss = async () => {
      const cookie = await colleague('Sanne');
      await claim(cookie, id);
      assert.equal(await end(cookie, id, { kind: 'no-answer' }), 204);
      const { dueAt, misses, claimed } = (await lineOf(cookie, id))!;
      assert.equal(claimed, undefined);
      return [dueAt, misses];
    };
    assert.deepEqual(await miss(), ['2026-11-24T11:00:00.000Z', 1]);
    assert.deepEqual(await miss(), ['2026-11-25T11:00:00.000Z', 2]);
    clock += 24 * HOUR;
    assert.deepEqual(await miss(), ['2026-11-26T11:00:00.000Z', 3]);
  });

  test('another time is the one that was agreed, and not one that is over', async () => {
    const id = await callback();
    const cookie = await colleague('Sanne');
    const [first] = (await detail(cookie, id)).hours;
    await claim(cookie, id);
    const past = new Date(clock - HOUR).toISOString();
    assert.equal(await end(cookie, id, { kind: 'later', at: past }), 400);
    assert.equal(await end(cookie, id, { kind: 'later', at: first }), 204);
    const { promise, dueAt } = (await lineOf(cookie, id))!;
    assert.equal(dueAt, first);
    assert.ok(promise.kind === 'between');
    assert.equal(Date.parse(promise.until) - Date.parse(promise.from), HOUR);
  });

  test('goes to another team with its promise, and not to one that is not there', async () => {
    const id = await callback();
    const cookie = await colleague('Sanne');
    const { promise } = (await lineOf(cookie, id))!;
    await claim(cookie, id);
    assert.equal(await end(cookie, id, { kind: 'passed-on', team: 'nergens' }), 400);
    assert.equal(await end(cookie, id, { kind: 'passed-on', team: 'wijk' }), 204);
    const line = (await lineOf(cookie, id))!;
    assert.deepEqual([line.team.name, line.promise], ['Wijkteam Noord', promise]);
    const { history } = await detail(cookie, id);
    assert.equal(history[0]?.text, 'Team Reparatie → Wijkteam Noord');
  });

  test('of two who end it at once one does', async () => {
    const id = await callback();
    const cookie = await colleague('Sanne');
    await claim(cookie, id);
    const statuses = await Promise.all(
      Array.from({ length: 8 }, () => end(cookie, id, { kind: 'no-answer' })),
    );
    assert.deepEqual(
      [...statuses].sort((a, b) => a - b),
      [204, ...Array.from({ length: 7 }, () => 409)],
    );
    assert.equal((await lineOf(cookie, id))?.misses, 1);
  });
});

test('the list begins with what was promised first; what is late says so', async () => {
  const afternoon = await callback({ when: 'afternoon', phone: '06 11111111' });
  const morning = await callback({ phone: '06 22222222' });
  const cookie = await colleague('Sanne');
  const { items, figures, teams } = await list(cookie);
  assert.deepEqual(
    items.map(({ id, late }) => [id, late]),
    [
      [morning, false],
      [afternoon, false],
    ],
  );
  assert.deepEqual(figures, { open: 2, late: 0, today: 2 });
  assert.deepEqual(
    teams.map(({ id }) => id),
    ['reparatie', 'huur', 'wijk'],
  );
  clock = Date.parse('2026-11-24T11:00:01Z');
  const later = await list(await colleague('Yusuf'));
  assert.deepEqual(
    later.items.map(({ late }) => late),
    [true, false],
  );
  assert.equal(later.figures.late, 1);
});

test('whoever looks at one is noted; the word is on it and the number', async () => {
  const id = await callback({ name: 'Mevrouw Berg' });
  const cookie = await colleague('Sanne');
  const shown = await detail(cookie, id);
  assert.match(shown.word.inLanguage, /\p{Script=Arabic}/u);
  assert.deepEqual(
    [shown.phone, shown.tel, shown.interpreter],
    ['06 12345678', '+31612345678', true],
  );
  const log = await db.selectFrom('view_log').select(['act', 'about_id', 'by_name']).execute();
  assert.deepEqual(log, [{ act: 'callback', about_id: id, by_name: 'Sanne' }]);
  assert.equal((await ask(desk, cookie, 'staffCallback', { id: randomUUID() })).status, 404);
});
