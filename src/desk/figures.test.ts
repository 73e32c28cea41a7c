import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import type { Figures } from '../contract/figures.ts';
import type { RepairAnswers } from '../contract/repair-request.ts';
import { ask, report } from './test-data.ts';
import { startDesk } from './testing.ts';

const WEDNESDAY = Date.parse('2026-11-25T10:00:00Z');
const DAY = 86_400_000;
let clock = WEDNESDAY;
const desk = await startDesk({ now: () => clock });
after(() => desk.close());
const { db } = desk.desk.database;

let cookie = '';
beforeEach(async () => {
  clock = WEDNESDAY;
  await desk.empty();
  cookie = await desk.signIn();
});

const figures = async (): Promise<Figures> =>
  (await (await ask(desk, cookie, 'staffFigures')).json()) as Figures;
const URGENT: RepairAnswers = {
  item: 'waterleiding',
  problem: 'lekkage_plafond',
  details: { water_bij_stroom: 'no' },
};
async function made(at: number, answers: Partial<RepairAnswers> = {}): Promise<string> {
  clock = at;
  const { reference } = await report(desk, answers);
  clock = WEDNESDAY;
  const row = db.selectFrom('report').select('id').where('reference', '=', reference);
  return (await row.executeTakeFirstOrThrow()).id;
}
async function status(id: string, word: string, at = WEDNESDAY) {
  clock = at;
  cookie = await desk.signIn();
  await ask(desk, cookie, 'staffReportStatus', { id, method: 'PUT', body: { status: word } });
  clock = WEDNESDAY;
  cookie = await desk.signIn();
}

describe('the figures of the queue', () => {
  test('count what is open by urgency: not what is finished, nor what was put with another', async () => {
    const [first, second] = [await made(WEDNESDAY, URGENT), await made(WEDNESDAY, URGENT)];
    await made(WEDNESDAY);
    await status(await made(WEDNESDAY), 'done');
    await ask(desk, cookie, 'staffReportMerged', {
      id: second,
      method: 'PUT',
      body: { into: first },
    });
    await report(desk, {}, { association: 'hetbaken' });
    assert.deepEqual((await figures()).open, {
      danger: 0,
      urgent: 1,
      soon: 0,
      standard: 1,
      planned: 0,
    });
  });

  test('name the oldest that nobody has looked at', async () => {
    const oldest = await made(WEDNESDAY - 3 * DAY);
    const newer = await made(WEDNESDAY - 2 * DAY);
    assert.equal((await figures()).oldest?.id, oldest);
    await status(oldest, 'seen');
    assert.equal((await figures()).oldest?.id, newer);
    await status(newer, 'planned');
    assert.equal((await figures()).oldest, undefined);
  });

  test('go by the day in the Netherlands, beside what is usual on such a day', async () => {
    // A quarter past midnight there, and still Tuesday in UTC.
    const [today] = [await made(Date.parse('2026-11-24T23:15:00Z'))];
    const tuesday = await made(Date.parse('2026-11-24T22:45:00Z'));
    for (const [weeks, count] of [
      [1, 3],
      [2, 2],
      [3, 1],
    ] as const)
      for (let each = 0; each < count; each++) await made(WEDNESDAY - weeks * 7 * DAY);
    await status(today, 'done', WEDNESDAY - 1);
    await status(tuesday, 'done', WEDNESDAY - 2);
    await status(tuesday, 'new', WEDNESDAY - 1);
    const { days } = await figures();
    assert.deepEqual(days[0], { date: '2026-11-25', in: 1, done: 1, usual: 2 });
    assert.deepEqual(days[1], { date: '2026-11-24', in: 1, done: 0, usual: 0 });
    assert.equal(days.length, 7);
  });

  test('hold nothing of any member of staff: no name, no account, and no figure that follows who does it', async () => {
    const [one, other] = [await made(WEDNESDAY), await made(WEDNESDAY)];
    for (const id of [one, other]) await status(id, 'done');
    const session = await db
      .selectFrom('staff_session')
      .select(['name', 'account', 'person'])
      .executeTakeFirstOrThrow();
    const before = await figures();
    const text = JSON.stringify(before);
    for (const personal of Object.values(session))
      assert.ok(personal && !text.includes(personal), `"${personal}"`);
    assert.deepEqual(Object.keys(before).sort(), ['days', 'open']);
    for (const day of before.days)
      assert.deepEqual(Object.keys(day).sort(), ['date', 'done', 'in', 'usual']);
    assert.equal(before.days[0]?.done, 2, 'both, though one person did them');
    const by_name = 'Iemand anders';
    await db.updateTable('report_event').set({ by_name }).where('report_id', '=', one).execute();
    await db.updateTable('report').set({ taken_by: by_name }).where('id', '=', other).execute();
    assert.deepEqual(await figures(), before);
  });
});
