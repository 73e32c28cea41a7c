import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import type { Alarm, AlarmForDuty, AlarmState } from '../../contract/alarm.ts';
import type { AlarmLine } from '../../contract/staff.ts';
import { CLAIM, MESSAGES, sendAlarm, sendDueAlarms } from '../jobs/alarm.ts';
import { httpReceiver, smtpReceiver } from '../outward/test-receivers.ts';
import { readProfiles } from '../profiles.ts';
import { projectRoot } from '../root.ts';
import { claimAlarm } from '../repositories/alarms.ts';
import { ask, eventually, report, send } from '../test-data.ts';
import { startDesk } from '../testing.ts';

/** From "Laat uw nummer achter" to "Ik bel nu": a real mail server, a real receiver, real jobs. */

const MINUTE = 60_000;
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const box = await smtpReceiver();
const hook = await httpReceiver();
const NIGHT = Date.parse('2026-11-23T02:14:00Z');
let clock = NIGHT;

const profiles = new Map(readProfiles(join(projectRoot(), 'profiles')));
profiles.set('hetbaken', {
  ...profiles.get('hetbaken')!,
  alarm: {
    kind: 'webhook',
    url: `${hook.url}/alarm`,
    secretEnv: 'HOOK_SECRET',
    privateNetwork: true,
  },
});
const desk = await startDesk({
  profiles,
  now: () => clock,
  environment: {
    SMTP_URL: box.url,
    MAIL_FROM: 'De Linde <desk@delinde.example>',
    HOOK_SECRET: SECRET,
  },
});
after(async () => {
  await desk.close();
  await box.close();
  await hook.close();
});
beforeEach(async () => {
  clock = NIGHT;
  await desk.empty();
  box.got.length = hook.got.length = 0;
  box.refusal = undefined;
  hook.reply = () => ({});
});
const { db } = desk.desk.database;

const ALARM: Alarm = {
  phone: '06-12345678',
  where: '9401ab 12a',
  danger: 'water_veel',
  language: 'ar',
};

const raise = async (alarm: Partial<Alarm> = {}, key = randomUUID(), association = 'delinde') => {
  const answer = await send(desk, 'alarms', { ...ALARM, ...alarm }, { key, association });
  return { status: answer.status, key, state: (await answer.json()) as AlarmState };
};
const state = async (key: string): Promise<AlarmState> =>
  (await (await send(desk, 'alarmState', {}, { key })).json()) as AlarmState;
const rows = () => db.selectFrom('alarm').selectAll().orderBy('id').execute();
const mails = (count: number) =>
  eventually(async () => box.got.length >= count && box.got.map(({ mail }) => mail));
/** Every alarm was tried, and how it went is noted. */
const settled = () =>
  eventually(async () => {
    const all = await rows();
    const tried = all.filter((row) => !row.merged_into && !row.acknowledged_at);
    return tried.every((row) => row.attempts > 0 && row.claimed_until === null) && all;
  });
// What is still on its way would come in during the next test.
afterEach(settled);
/** Lets time pass, and has what is due sent. */
async function pass(minutes: number): Promise<void> {
  clock += minutes * MINUTE;
  const [row] = await rows();
  await sendAlarm(desk.desk, row!.association, row!.id);
}
const linkIn = (text: string) => {
  const [, association = '', id = '', secret = ''] =
    /#([a-z]+)\/([0-9a-f-]+)\/([0-9a-f]+)/.exec(text) ?? [];
  return { association, id, secret };
};
const lines = async (cookie: string, association = 'delinde') =>
  (
    (await (await ask(desk, cookie, 'staffAlarms', { association })).json()) as {
      items: AlarmLine[];
    }
  ).items;

describe('an alarm', () => {
  test('leaves at once, with what the people on duty need, and nothing of her in the subject', async () => {
    const { status } = await raise();
    assert.equal(status, 201);
    const [mail] = await mails(1);
    const text = mail?.text ?? '';
    for (const words of ['06-12345678', '9401 AB 12a', 'veel water', 'Arabisch', '03:14'])
      assert.ok(text.includes(words), `${words} in ${text}`);
    assert.ok(mail?.html?.includes('href="tel:+31612345678"'));
    for (const hers of ['12345678', '9401', 'water', 'Arabisch'])
      assert.ok(!mail?.subject?.includes(hers), mail?.subject);
  });

  test('says why a damp patch cannot wait', async () => {
    const problem = 'vochtplek';
    const because = ['water_bij_stroom', 'no-such-question'];
    assert.equal((await raise({ danger: undefined, problem, because })).status, 201);
    const [row] = await rows();
    assert.match(row!.what, /\. Komt er water bij een lamp, een stopcontact of de meterkast\? Ja$/);
  });

  test('says to her that it was sent only when it was, and that it was read only when it was', async () => {
    const { key, state: first } = await raise();
    assert.deepEqual(Object.keys(first), ['raisedAt']);
    await mails(1);
    await settled();
    const sent = await state(key);
    assert.ok(sent.sentAt);
    assert.equal(sent.read, undefined);
    const { id, secret } = linkIn(box.got[0]!.mail.text ?? '');
    const taken = await send(desk, 'alarmAcknowledged', { id, secret, name: 'Jan de Wit' });
    assert.equal(taken.status, 200);
    assert.equal((await state(key)).read?.by, 'Jan');
  });

  test('is sent again every five minutes, says so, and at last stands red only', async () => {
    await raise();
    await mails(1);
    await settled();
    await pass(4);
    assert.equal(box.got.length, 1, 'not before its time');
    await pass(1);
    const [, second] = await mails(2);
    assert.match(second?.subject ?? '', /^2e bericht\. Spoed sinds 03:14 uur/);
    for (let index = 0; index < MESSAGES + 3; index++) await pass(5);
    assert.equal(box.got.length, MESSAGES);
    const [line] = await lines(await desk.signIn());
    assert.equal(line?.messages, MESSAGES);
    assert.equal(line?.acknowledged, undefined);
  });

  test('once acknowledged is not sent again', async () => {
    await raise();
    await mails(1);
    await settled();
    const cookie = await desk.signIn();
    const [line] = await lines(cookie);
    const path = { id: line!.id, method: 'PUT' };
    assert.equal((await ask(desk, cookie, 'staffAlarmAcknowledged', path)).status, 204);
    await pass(6);
    await sendDueAlarms(desk.desk);
    assert.equal(box.got.length, 1);
    assert.equal((await lines(cookie))[0]?.acknowledged?.by, 'Sanne');
    const outcome = { ...path, body: { text: 'Loodgieter is onderweg' } };
    assert.equal((await ask(desk, cookie, 'staffAlarmOutcome', outcome)).status, 204);
    assert.deepEqual(await lines(cookie), []);
  });

  test('an outcome is of one that somebody took', async () => {
    await raise();
    const cookie = await desk.signIn();
    const [line] = await lines(cookie);
    const path = { id: line!.id, method: 'PUT', body: { text: 'x' } };
    assert.equal((await ask(desk, cookie, 'staffAlarmOutcome', path)).status, 404);
  });

  test('whose desk died between sending and noting it is sent again rather than lost', async () => {
    await raise();
    await mails(1);
    const [row] = await settled();
    // As a kill leaves it: claimed, sent, and nothing noted.
    clock += 5 * MINUTE;
    const now = new Date(clock);
    assert.ok(await claimAlarm('delinde', db, row!.id, now, new Date(clock + CLAIM)));
    await sendDueAlarms(desk.desk);
    await sendAlarm(desk.desk, 'delinde', row!.id);
    assert.equal(box.got.length, 1, 'somebody may still be at it');
    clock += CLAIM;
    await sendDueAlarms(desk.desk);
    await mails(2);
  });

  test('that the mail server will not have is tried again soon, and is red meanwhile', async () => {
    box.refusal = { code: 451, at: 'data' };
    const { key } = await raise();
    await eventually(async () => (await rows())[0]?.failure);
    assert.equal((await state(key)).failing, true);
    assert.equal((await lines(await desk.signIn()))[0]?.failing, true);
    box.refusal = undefined;
    await pass(0.25);
    await mails(1);
    await settled();
    const now = await state(key);
    assert.equal(now.failing, undefined);
    assert.ok(now.sentAt);
    assert.ok(!/bericht\. Spoed/.test(box.got[0]?.mail.subject ?? ''), 'it is the first to arrive');
  });
});

describe('pressed twice', () => {
  test('under one key is one alarm', async () => {
    const { key } = await raise();
    assert.equal((await raise({}, key)).status, 200);
    assert.equal((await rows()).length, 1);
    assert.equal(
      (await send(desk, 'alarms', { ...ALARM, phone: '06 11111111' }, { key })).status,
      422,
    );
  });

  test('from the same number is one alarm, which learns what it did not know', async () => {
    await raise({ where: '' });
    const second = await raise({ phone: '+31 6 12345678', where: 'Brink 4' });
    await mails(1);
    await settled();
    const found = await lines(await desk.signIn());
    assert.deepEqual(
      found.map(({ where }) => where),
      ['Brink 4'],
    );
    assert.ok((await state(second.key)).sentAt, 'the second page hears of the first message');
  });

  test('after somebody took it, is a new one', async () => {
    const { key } = await raise();
    await mails(1);
    const { id, secret } = linkIn(box.got[0]!.mail.text ?? '');
    await send(desk, 'alarmAcknowledged', { id, secret, name: 'Jan' });
    await raise();
    await mails(2);
    assert.ok((await state(key)).read);
  });
});

describe('what is asked', () => {
  test('a number that somebody can call, and no more', async () => {
    const wrong = await send(desk, 'alarms', { ...ALARM, phone: 'bel mij' });
    assert.equal(wrong.status, 422);
    assert.deepEqual(((await wrong.json()) as { errors: object }).errors, [
      { field: 'phone', code: 'phone' },
    ]);
    assert.equal((await raise({ where: undefined, danger: undefined })).status, 201);
    const [row] = await rows();
    assert.equal(row?.where_line, '');
  });

  test('nothing, when her report says it', async () => {
    const key = randomUUID();
    const receipt = await report(desk, { phone: '06 98765432' }, { key });
    const { status } = await raise({
      phone: undefined,
      where: undefined,
      danger: undefined,
      report: key,
    });
    assert.equal(status, 201);
    const [line] = await lines(await desk.signIn());
    assert.equal(line?.phone, '06 98765432');
    assert.match(line?.where ?? '', /9401 AB/);
    assert.equal(line?.report?.reference, receipt.reference);
  });

  test('the number, when her report has none', async () => {
    const key = randomUUID();
    await report(desk, { reach: 'letter', phone: undefined }, { key });
    const answer = await send(desk, 'alarms', { language: 'nl', report: key });
    assert.deepEqual(((await answer.json()) as { errors: object }).errors, [
      { field: 'phone', code: 'missing' },
    ]);
  });
});

describe('the link in a message', () => {
  const opened = async () => {
    await raise();
    await mails(1);
    await settled();
    const { id, secret } = linkIn(box.got[0]!.mail.text ?? '');
    return { id, secret };
  };

  test('shows whom to call, and looking is not acknowledging', async () => {
    const link = await opened();
    const answer = await send(desk, 'alarmForDuty', link);
    const shown = (await answer.json()) as AlarmForDuty;
    assert.equal(shown.tel, '+31612345678');
    assert.equal(shown.acknowledged, undefined);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  test('the first to take it is who it is', async () => {
    const link = await opened();
    await send(desk, 'alarmAcknowledged', { ...link, name: 'Jan' });
    const late = await send(desk, 'alarmAcknowledged', { ...link, name: 'Piet' });
    assert.equal(((await late.json()) as AlarmForDuty).acknowledged?.by, 'Jan');
  });

  test('opens nothing with another secret, at another association, or a day later', async () => {
    const link = await opened();
    const other = { ...link, secret: '0'.repeat(64) };
    assert.equal((await send(desk, 'alarmForDuty', other)).status, 404);
    assert.equal((await send(desk, 'alarmAcknowledged', { ...other, name: 'x' })).status, 404);
    const elsewhere = { association: 'hetbaken' };
    assert.equal((await send(desk, 'alarmForDuty', link, elsewhere)).status, 404);
    clock += 25 * 60 * MINUTE;
    assert.equal((await send(desk, 'alarmForDuty', link)).status, 404);
  });
});

test('by webhook: signed, with all of it, and a system can acknowledge', async () => {
  await raise({}, randomUUID(), 'hetbaken');
  const got = await eventually(async () => hook.got[0]);
  assert.match(String(got.headers['webhook-signature']), /^v1,/);
  const { data } = JSON.parse(got.body) as {
    data: { phone: string; number: number; acknowledge: { url: string; body: object } };
  };
  assert.deepEqual([data.phone, data.number], ['06-12345678', 1]);
  const answer = await fetch(data.acknowledge.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...data.acknowledge.body, name: 'Meldkamer' }),
  });
  assert.equal(answer.status, 200);
  const [line] = await lines(await desk.signIn('hetbaken'), 'hetbaken');
  assert.equal(line?.acknowledged?.by, 'Meldkamer');
});

test('nothing of it is in the log or in a job', async () => {
  await raise();
  await mails(1);
  await settled();
  const all = desk.logged.join('');
  assert.ok(all.includes('alarm-sent'));
  // Not its four digits alone: a time or an id may have those.
  for (const hers of [/12345678/, /9401 ?ab/i, linkIn(box.got[0]!.mail.text ?? '').secret])
    assert.doesNotMatch(all, new RegExp(hers));
});
