import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { pathOf } from '../contract/endpoints.ts';
import type { RepairAnswers } from '../contract/repair-request.ts';
import type { Page, Report, ReportLine } from '../contract/staff.ts';
import { sql as mostUrgentLeads } from './db/migrations/0016-most-urgent-leads.ts';
import { newSecret, sha256 } from './hash.ts';
import { erase as eraseDue } from './jobs/erase.ts';
import { profilesWith } from './test-profiles.ts';
import { ask, eventually, report } from './test-data.ts';
import { httpReceiver } from './outward/test-receivers.ts';
import { startDesk } from './testing.ts';

/** Several reports at one address or in one building: seen together, put together, taken apart. */

const hook = await httpReceiver();
const TOKEN = newSecret();
let clock = Date.parse('2026-11-23T10:00:00Z');
const desk = await startDesk({
  now: () => clock,
  profiles: profilesWith({
    delinde: {
      statusBack: { name: 'Itris', tokenHashEnv: 'LINDE_HASH' },
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
  environment: { LINDE_HASH: sha256(TOKEN), SECRET: `whsec_${'A'.repeat(32)}` },
});
after(async () => {
  await desk.close();
  await hook.close();
});
const { db } = desk.desk.database;

let cookie = '';
beforeEach(async () => {
  clock = Date.parse('2026-11-23T10:00:00Z');
  await desk.empty();
  hook.got.length = 0;
  hook.reply = () => ({ status: 503 });
  cookie = await desk.signIn();
});

const list = async (search?: string): Promise<readonly ReportLine[]> => {
  const how = search ? { method: 'POST', body: { search } } : {};
  return ((await (await ask(desk, cookie, 'staffReports', how)).json()) as Page<ReportLine>).items;
};
const open = async (id: string): Promise<Report> =>
  (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;

interface Made {
  id: string;
  reference: string;
}
async function made(answers: Partial<RepairAnswers> = {}): Promise<Made> {
  clock += 60_000;
  const { reference } = await report(desk, answers);
  const { id } = await db
    .selectFrom('report')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  return { id, reference };
}
const at = (
  number: string,
  more: Partial<RepairAnswers['address'] & object> = {},
  answers: Partial<RepairAnswers> = {},
) => made({ address: { postcode: '9401AB', number, ...more }, ...answers });

const urgentAt = (number: string) =>
  at(
    number,
    {},
    { item: 'waterleiding', problem: 'lekkage_plafond', details: { water_bij_stroom: 'no' } },
  );

/** Behind the desk's back. */
const point = (one: Made, into: Made) =>
  db.updateTable('report').set({ merged_into: into.id }).where('id', '=', one.id).execute();
const put = async ({ id }: Made, into: { id: string }) =>
  (await ask(desk, cookie, 'staffReportMerged', { id, method: 'PUT', body: { into: into.id } }))
    .status;
const apart = async ({ id }: Made) =>
  (await ask(desk, cookie, 'staffReportMerged', { id, method: 'DELETE' })).status;
const status = (id: string, word: string) =>
  ask(desk, cookie, 'staffReportStatus', { id, method: 'PUT', body: { status: word } });
const references = (some: readonly { reference: string }[]) => some.map((each) => each.reference);

describe('what is known at the address and in the building', () => {
  test('is the same door however it is written, other doors of the number, and those beside it', async () => {
    const [door, above, beside, far] = [
      await at('12', { addition: '-A.' }),
      await at('12 b'),
      await at('22'),
      await at('23'),
    ];
    const elsewhere = await made({ address: { postcode: '9401AC', number: '12' } });
    const shown = await open((await at('12a')).id);
    assert.deepEqual(references(shown.atAddress), [door.reference]);
    assert.deepEqual(references(shown.inBuilding), [beside.reference, above.reference]);
    for (const other of [far, elsewhere])
      assert.ok(!JSON.stringify(shown).includes(other.reference), 'another building');
  });

  test('goes by street and town when nobody knew the postcode', async () => {
    const street = (number: string, city = 'Assen') =>
      made({ address: { street: 'Brink', number, city } });
    const beside = await street('14', 'ASSEN');
    await street('14', 'Rolde');
    await at('14');
    const shown = await open((await street('12')).id);
    assert.deepEqual(references(shown.inBuilding), [beside.reference]);
  });

  test('leaves out what was finished in the building long ago, and not at the address itself', async () => {
    const [here, beside, open_] = [await at('12'), await at('14'), await at('16')];
    await status(here.id, 'done');
    await status(beside.id, 'done');
    clock += 40 * 86_400_000;
    cookie = await desk.signIn();
    const shown = await open((await at('12')).id);
    assert.deepEqual(references(shown.atAddress), [here.reference]);
    assert.deepEqual(references(shown.inBuilding), [open_.reference]);
  });

  test('is one’s own association’s alone', async () => {
    await report(desk, {}, { association: 'hetbaken' });
    const shown = await open((await made()).id);
    assert.deepEqual([...shown.atAddress, ...shown.inBuilding], []);
  });
});

describe('two reports that are one and the same', () => {
  test('are both found by their own reference, and each says where the other is', async () => {
    const [first, second] = [await at('12'), await at('14')];
    await status(first.id, 'planned');
    assert.equal(await put(second, first), 204);
    const [line] = await list(second.reference);
    assert.deepEqual(line?.mergedInto, { ...first, status: 'planned' });
    assert.equal((await list(first.reference))[0]?.merged, 1);
    assert.deepEqual(references((await open(first.id)).together), [second.reference]);
    assert.deepEqual(references((await open(second.id)).together), [first.reference]);
    assert.deepEqual(references(await list()), [first.reference, second.reference], 'work first');
    const { history } = await open(second.id);
    assert.deepEqual(history.map(({ kind, by, text }) => [kind, by, text]).at(-1), [
      'merged',
      'Sanne',
      first.reference,
    ]);
  });

  test('are as they were when they are taken apart', async () => {
    const [first, second] = [await at('12'), await at('14')];
    const before = await list();
    await put(second, first);
    await status(first.id, 'done');
    await status(first.id, 'new');
    clock += 1000;
    assert.equal(await apart(second), 204);
    assert.deepEqual(await list(), before);
    assert.equal(await apart(second), 204, 'twice is once');
    assert.equal((await open(first.id)).history.at(-1)?.kind, 'unmerged');
  });

  test('bring along what was put with them, and take it back', async () => {
    const [a, b, c] = [await at('12'), await at('14'), await at('16')];
    await put(b, a);
    await put(a, c);
    assert.deepEqual(references((await open(c.id)).together), [b.reference, a.reference]);
    assert.equal((await list(b.reference))[0]?.mergedInto?.reference, c.reference);
    assert.equal((await list(c.reference))[0]?.merged, 2);
    await apart(a);
    assert.equal((await list(b.reference))[0]?.mergedInto?.reference, a.reference);
    assert.equal((await list(c.reference))[0]?.merged, 0);
  });

  test('never lead each other, also not when two members of staff press at the same moment', async () => {
    const [a, b] = [await at('12'), await at('14')];
    const [one, other] = await Promise.all([put(a, b), put(b, a)]);
    assert.deepEqual(new Set([one, other]), new Set([204, 400]));
    assert.equal(await put(a, a), 400);
  });

  test('are led by the more urgent one alone: what is urgent stays in the list', async () => {
    const calm = await at('12');
    const urgent = await urgentAt('14');
    assert.equal(await put(urgent, calm), 400);
    assert.equal((await open(urgent.id)).mergedInto, undefined);
    assert.equal(await put(calm, urgent), 204);
    assert.equal((await list())[0]?.urgency, 'urgent');
  });

  test('that were put together before that rule are led by the most urgent from the update on', async () => {
    const group = async (number: string) => {
      const [root, calm, urgent] = [await at(number), await at(number), await urgentAt(number)];
      // As it could be done then: the urgent one behind a calm one, which is itself behind another.
      await point(calm, root);
      await point(urgent, calm);
      return { root, calm, urgent };
    };
    const [one, finished] = [await group('12'), await group('50')];
    const right = [await urgentAt('70'), await at('70')] as const;
    await put(right[1], right[0]);
    await status(finished.root.id, 'done');
    await sql.raw(mostUrgentLeads).execute(db);
    const { urgent, calm, root } = one;
    assert.deepEqual(references((await open(urgent.id)).together).sort(), [
      ...references([calm, root]).sort(),
    ]);
    for (const { reference } of [calm, root])
      assert.equal((await list(reference))[0]?.mergedInto?.reference, urgent.reference);
    assert.equal((await list(urgent.reference))[0]?.mergedInto, undefined);
    assert.equal((await list(right[1].reference))[0]?.mergedInto?.reference, right[0].reference);
    for (const { reference } of [finished.urgent, finished.calm])
      assert.equal((await list(reference))[0]?.mergedInto?.reference, finished.root.reference);
    await apart(root);
    assert.equal((await list(root.reference))[0]?.mergedInto, undefined);
    assert.equal((await list(calm.reference))[0]?.mergedInto?.reference, urgent.reference);
  });

  test('are of one association', async () => {
    const own = await made();
    const { reference } = await report(desk, {}, { association: 'hetbaken' });
    const theirs = await db
      .selectFrom('report')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    assert.equal(await put(own, theirs), 404);
    assert.equal(await put({ ...own, id: theirs.id }, own), 404);
  });

  test('leave a line for both in the view log when the one that leads is opened', async () => {
    const [first, second] = [await at('12'), await at('14')];
    await put(second, first);
    await db.deleteFrom('view_log').execute();
    await open(first.id);
    const seen = await db.selectFrom('view_log').select('about_id').execute();
    assert.equal(seen.length, 2);
    assert.deepEqual(new Set(seen.map((each) => each.about_id)), new Set([first.id, second.id]));
  });
});

describe('outside the console', () => {
  test('each is still sent on under its own reference, and hears back under it', async () => {
    const [first, second] = [await at('12'), await at('14')];
    await put(second, first);
    hook.reply = () => ({ status: 200 });
    clock += 3_600_000;
    await desk.desk.jobs.send('deliver', await deliveryOf(second.id));
    desk.desk.jobs.nudge('deliver');
    await eventually(async () => hook.got.some(({ body }) => body.includes(second.reference)));
    const answer = await fetch(
      desk.origin + pathOf('reportStatus', { association: 'delinde', reference: second.reference }),
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify({ status: 'done', takenOverIn: 'Itris 7' }),
      },
    );
    assert.equal(answer.status, 200);
    cookie = await desk.signIn();
    assert.equal((await open(second.id)).takenOverIn, 'Itris 7');
    assert.equal((await open(first.id)).status, 'new');
    assert.equal((await open(first.id)).takenOverIn, undefined);
  });
});

async function deliveryOf(report_: string) {
  const { id } = await db
    .selectFrom('delivery')
    .select('id')
    .where('report_id', '=', report_)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('delivery')
    .set({ next_at: new Date(clock) })
    .where('id', '=', id)
    .execute();
  return { association: 'delinde', delivery: id };
}

describe('when one of them is erased', () => {
  const NAME = 'Q. Zandbergen-Onvindbaar';
  const eraseNow = ({ reference }: Made) =>
    ask(desk, cookie, 'staffErasures', { method: 'POST', body: { reference, why: 'asked' } });

  for (const leads of [true, false])
    test(`as the one that ${leads ? 'leads' : 'follows'}, nothing of it is left in the other`, async () => {
      const gone = await made({ name: NAME, story: `Ik ben ${NAME}` });
      const stays = await at('14');
      await (leads ? put(stays, gone) : put(gone, stays));
      assert.equal((await eraseNow(gone)).status, 204);
      const left = await open(stays.id);
      assert.ok(!JSON.stringify(left).includes(NAME));
      assert.ok(!JSON.stringify(left).includes(gone.reference), 'not even its reference');
      assert.deepEqual([left.together, left.merged, left.mergedInto], [[], 0, undefined]);
      assert.deepEqual(left.history.map(({ kind, text }) => [kind, text]).at(-1), ['merged', '']);
      const rows = await db.selectFrom('report_event').selectAll().execute();
      assert.ok(!JSON.stringify(rows).includes(gone.reference));
    });

  test('in its time, what was finished with it does not come up as new', async () => {
    const [first, second] = [await at('12'), await at('14')];
    await put(second, first);
    await status(first.id, 'done');
    const { erase_at } = await db
      .selectFrom('report')
      .select('erase_at')
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow();
    clock = erase_at.getTime();
    await eraseDue(desk.desk);
    cookie = await desk.signIn();
    const rows = await list();
    assert.deepEqual(
      rows.map(({ reference, status, mergedInto }) => [reference, status, mergedInto]),
      [[second.reference, 'done', undefined]],
    );
  });
});
