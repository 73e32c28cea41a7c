import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { sql } from 'kysely';
import type { StaffEvent } from '../../contract/staff.ts';
import type { OutwardReport } from '../outward/outward-report.ts';
import { sendOne, TEN } from '../outward/ten-reports.ts';
import { httpReceiver, smtpReceiver } from '../outward/test-receivers.ts';
import { FOLDER, profilesWith } from '../test-profiles.ts';
import { eventually, phonePhoto, report, request, send, upload } from '../test-data.ts';
import { startDesk } from '../testing.ts';
import { CLAIM, deliver, deliverDue, GIVE_UP_AFTER } from './deliver.ts';
import { erase } from './erase.ts';

const hook = await httpReceiver();
const box = await smtpReceiver();
const KEY = Buffer.alloc(32, 7);
const [WEBHOOK, MAIL] = [
  {
    kind: 'webhook',
    id: 'itris',
    name: 'Itris',
    url: `${hook.url}/melding`,
    secretEnv: 'LINDE_SECRET',
    privateNetwork: true,
  },
  { kind: 'mail', id: 'mailbox', name: 'Mailbox', to: 'reparaties@delinde.example' },
] as const;

const START = Date.parse('2026-11-23T10:00:00Z');
let clock = START;
const desk = await startDesk({
  now: () => clock,
  profiles: profilesWith({ delinde: { outward: [WEBHOOK, MAIL, FOLDER] } }),
  environment: {
    LINDE_SECRET: `whsec_${KEY.toString('base64')}`,
    SMTP_URL: box.url,
    MAIL_FROM: 'desk@delinde.example',
  },
});
after(async () => {
  await desk.close();
  await hook.close();
  await box.close();
});
const { db } = desk.desk.database;
const drop = join(desk.dataDir, 'outward', 'delinde', 'map');
const dropped = () => (existsSync(drop) ? readdirSync(drop) : []);

beforeEach(async () => {
  await settled();
  clock = START;
  hook.reply = () => ({});
  box.refusal = undefined;
  await desk.empty();
  rmSync(drop, { recursive: true, force: true });
  hook.got.length = 0;
  box.got.length = 0;
  desk.logged.length = 0;
});

const rows = () => db.selectFrom('delivery').selectAll().orderBy('adapter').execute();
const row = async (adapter: string) => {
  const found = (await rows()).find((each) => each.adapter === adapter);
  assert.ok(found);
  return found;
};
/** No job waits or runs: nothing more will happen by itself. */
const settled = () =>
  eventually(async () => {
    const open = await sql<{ n: number }>`select count(*)::int as n from pgboss.job
      where name in ('deliver', 'clean-photo') and state < 'completed'`.execute(db);
    return open.rows[0]?.n === 0;
  });
const all = (state: string) =>
  eventually(async () => {
    const found = await rows();
    return found.length === 3 && found.every((each) => each.state === state);
  });
const due = async () => {
  await deliverDue(desk.desk);
  await settled();
};
interface Hooked {
  type: string;
  timestamp: string;
  data: OutwardReport;
}
const hooked = (at = 0) => JSON.parse(hook.got[at]?.body ?? '{}') as Hooked;

describe('a report', () => {
  test('goes to each receiver of its association, whole', async () => {
    const { reference } = await report(desk, { story: 'Al een week' });
    await all('delivered');
    assert.equal(hook.got.length, 1);
    const { type, data } = hooked();
    assert.equal(type, 'repair-report.received');
    assert.deepEqual(
      [data.reference, data.answers.story, data.where.line, data.contact.phoneE164],
      [reference, 'Al een week', '9401 AB 12 a', '+31612345678'],
    );
    const headers = hook.got[0]?.headers ?? {};
    const [id, at] = [headers['webhook-id'], headers['webhook-timestamp']].map(String);
    const signed = createHmac('sha256', KEY).update(`${id}.${at}.${hook.got[0]?.body}`);
    assert.equal(headers['webhook-signature'], `v1,${signed.digest('base64')}`);
    assert.equal(id, (await row('itris')).id);
    assert.equal(box.got.length, 1);
    assert.deepEqual(dropped(), [reference]);
  });

  test('of an association that has no receiver goes nowhere', async () => {
    await report(desk, {}, { association: 'hetbaken' });
    await settled();
    assert.deepEqual(await rows(), []);
  });

  test('sent twice by the tenant goes out once', async () => {
    const [body, key] = [request(), randomUUID()];
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(desk, 'repairRequests', body, { key })),
    );
    assert.ok(answers.every(({ ok }) => ok));
    await all('delivered');
    await settled();
    assert.deepEqual([hook.got.length, box.got.length, dropped().length], [1, 1, 1]);
  });

  test('keeps what the receiver calls it, when that is something to show', async () => {
    hook.reply = () => ({ status: 201, body: '{"reference":"OV 2026/118"}' });
    await report(desk);
    await all('delivered');
    assert.equal((await row('itris')).reference, 'OV 2026/118');
    for (const body of ['<b>1</b>', '{"reference":"<b>1</b>"}', '[1]', '']) {
      await desk.empty();
      hook.reply = () => ({ body });
      await report(desk);
      await all('delivered');
      assert.equal((await row('itris')).reference, null, body);
    }
  });
});

describe('ten different reports', () => {
  test('are as their JSON Schema says, which stands in docs', async () => {
    const ajv = new Ajv({ allErrors: true });
    formats.default(ajv);
    const file = new URL('../../../docs/outward-report.schema.json', import.meta.url);
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    for (const name of Object.keys(TEN)) await sendOne(desk, name);
    await eventually(async () => hook.got.length === 10);
    for (const [at] of hook.got.entries())
      assert.ok(validate(hooked(at).data), JSON.stringify(validate.errors));
    const { data } = hooked();
    assert.ok(!validate({ ...data, urgency: { level: 'hoog', because: [] } }), 'it can fail');
  });
});

describe('photos', () => {
  const withPhoto = async () => {
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(640, 480), { draft });
    return { draft, photo };
  };

  test('go along, cleaned: whole in the webhook, in the mail and in the folder', async () => {
    const { draft, photo } = await withPhoto();
    const { reference } = await report(desk, { photos: [photo] }, { draft });
    await all('delivered');
    const [about] = hooked().data.attachments;
    const bytes = Buffer.from(about?.content ?? '', 'base64');
    const file = readFileSync(join(drop, reference, 'foto-1.jpg'));
    assert.deepEqual([about?.name, about?.bytes], ['foto-1.jpg', bytes.length]);
    assert.ok(bytes.equals(file));
    const [mailed] = box.got[0]?.mail.attachments ?? [];
    assert.ok(file.equals(Buffer.from(mailed?.content as ArrayBuffer)));
    assert.ok(!file.includes('SecretPhone'));
    const kept = JSON.parse(readFileSync(join(drop, reference, 'report.json'), 'utf8')) as {
      attachments: object[];
      missing: number;
    };
    assert.deepEqual([kept.attachments.length, kept.missing], [1, 0]);
    assert.ok(!('content' in (kept.attachments[0] ?? {})), 'it is beside it');
  });

  /** A report with a photo that nobody has cleaned, and that nobody was told to. @returns the delivery */
  const withUncleaned = async (): Promise<string> => {
    const { photo } = await withPhoto();
    await report(desk);
    await all('delivered');
    const { id } = await db.selectFrom('report').select('id').executeTakeFirstOrThrow();
    await db
      .updateTable('attachment')
      .set({ report_id: id, position: 0 })
      .where('client_id', '=', photo)
      .execute();
    await db
      .updateTable('delivery')
      .set({ state: 'waiting', attempts: 0 })
      .where('adapter', '=', 'itris')
      .execute();
    hook.got.length = 0;
    return (await row('itris')).id;
  };

  test('that are not ready yet are waited for, and nothing is sent meanwhile', async () => {
    const delivery = await withUncleaned();
    await deliver(desk.desk, 'delinde', delivery);
    clock += 9 * 60_000;
    await deliver(desk.desk, 'delinde', delivery);
    assert.deepEqual([hook.got.length, (await row('itris')).attempts], [0, 0]);
    const { id } = await db.selectFrom('attachment').select('id').executeTakeFirstOrThrow();
    await desk.desk.jobs.send('clean-photo', { association: 'delinde', photo: id });
    await all('delivered');
    assert.equal(hooked().data.attachments.length, 1);
  });

  test('hold a report up no longer than ten minutes: then it goes and says what it lacks', async () => {
    await withUncleaned();
    clock += 10 * 60_000;
    await due();
    assert.deepEqual([hooked().data.attachments.length, hooked().data.missing], [0, 1]);
  });

  test('hold something urgent up no longer than one', async () => {
    await withUncleaned();
    await db.updateTable('report').set({ urgency: 'urgent' }).execute();
    clock += 60_000 - 1;
    await due();
    assert.equal(hook.got.length, 0);
    clock += 1;
    await due();
    assert.equal(hooked().data.missing, 1);
  });

  test('that were lost or cannot be read are counted', async () => {
    const { draft, photo } = await withPhoto();
    await report(desk, { photos: [photo, randomUUID()] }, { draft });
    await all('delivered');
    assert.deepEqual([hooked().data.attachments.length, hooked().data.missing], [1, 1]);
    const { text, html } = box.got[0]?.mail ?? {};
    for (const body of [text, html]) {
      assert.match(body ?? '', /Bij dit bericht zit 1 bijlage\./);
      assert.match(body ?? '', /1 bijlage konden wij niet lezen\./);
    }
  });

  test('whose file is gone does not stop the rest', async () => {
    const { draft, photo } = await withPhoto();
    hook.reply = () => ({ status: 503 });
    await report(desk, { photos: [photo] }, { draft });
    await eventually(async () => (await row('itris')).why === 'fault');
    const folder = join(desk.dataDir, 'photos', 'delinde');
    renameSync(join(folder, readdirSync(folder)[0] ?? ''), join(folder, 'elsewhere'));
    hook.reply = () => ({});
    clock += 60_000;
    await due();
    assert.equal(hooked(1).data.missing, 1);
    assert.equal((await row('itris')).state, 'delivered');
  });
});

describe('a receiver that does not take it', () => {
  test('holds up no other receiver, and stands with its code and when it is tried next', async () => {
    hook.reply = () => ({ status: 503, body: 'Brink 12 is not known here' });
    await report(desk);
    await eventually(async () => (await row('itris')).why !== null);
    await settled();
    const failed = await row('itris');
    assert.deepEqual(
      [failed.state, failed.why, failed.attempts, failed.next_at.getTime() - clock],
      ['waiting', 'fault', 1, 60_000],
    );
    assert.deepEqual(
      [(await row('mailbox')).state, (await row('map')).state],
      ['delivered', 'delivered'],
    );
    const kept = JSON.stringify([await rows(), desk.logged]);
    for (const personal of ['Brink', 'Berg', '12345678', '9401'])
      assert.ok(!kept.includes(personal), personal);
    assert.ok(
      desk.logged.some(
        (line) => line.includes('"delivery-failed"') && line.includes('"code":"fault"'),
      ),
    );
  });

  test('is tried again ever later, under the same id, and no more after three days', async () => {
    hook.reply = () => ({ status: 500 });
    await report(desk);
    await eventually(async () => (await row('itris')).why === 'fault');
    const waits: number[] = [];
    for (let state = 'waiting'; state === 'waiting'; state = (await row('itris')).state) {
      const { next_at } = await row('itris');
      waits.push((next_at.getTime() - clock) / 60_000);
      clock = next_at.getTime() - 1;
      const before = hook.got.length;
      await due();
      assert.equal(hook.got.length, before, 'not before its time');
      clock = next_at.getTime();
      await due();
      assert.equal(hook.got.length, before + 1);
    }
    assert.deepEqual(waits.slice(0, 10), [1, 2, 5, 10, 30, 60, 120, 240, 240, 240]);
    assert.ok(clock - START <= GIVE_UP_AFTER && clock - START > GIVE_UP_AFTER - 241 * 60_000);
    assert.equal((await row('itris')).state, 'failed');
    const ids = new Set(hook.got.map(({ headers }) => headers['webhook-id']));
    assert.equal(ids.size, 1);
    const times = hook.got.map(({ headers }) => headers['webhook-timestamp']);
    assert.equal(new Set(times).size, times.length, 'each attempt is signed anew');
  });

  test('that says when to come back is waited for, though not for ever', async () => {
    for (const [seconds, expected] of [
      ['600', 600_000],
      ['99999', 240 * 60_000],
      ['1', 60_000],
    ] as const) {
      await desk.empty();
      hook.reply = () => ({ status: 429, headers: { 'retry-after': seconds } });
      await report(desk);
      const failed = await eventually(async () => {
        const found = await row('itris');
        return found.why === 'busy' && found;
      });
      assert.equal(failed.next_at.getTime() - clock, expected, seconds);
      await settled();
    }
  });

  test('that is gone for ever is tried once', async () => {
    hook.reply = () => ({ status: 410 });
    await report(desk);
    await eventually(async () => (await row('itris')).state === 'failed');
    clock += 24 * 3_600_000;
    await due();
    assert.equal(hook.got.length, 1);
  });

  test('tells the console, and tells it again when it is well', async () => {
    const heard: StaffEvent[] = [];
    const stop = desk.desk.live.subscribe('delinde', {
      event: (event) => heard.push(event),
      end: () => undefined,
    });
    hook.reply = () => ({ status: 503 });
    await report(desk);
    await eventually(async () => (await row('itris')).why === 'fault');
    hook.reply = () => ({});
    clock += 60_000;
    await due();
    await settled();
    stop();
    const about = heard.filter(({ type }) => type === 'delivery');
    const { report_id: id } = await row('itris');
    assert.deepEqual(about, Array(2).fill({ type: 'delivery', id }));
  });

  test('that is no longer in the profile is left to a person', async () => {
    hook.reply = () => ({ status: 503 });
    await report(desk);
    const { id } = await eventually(async () => {
      const found = await row('itris');
      return found.why === 'fault' && found;
    });
    await db.updateTable('delivery').set({ adapter: 'old' }).where('id', '=', id).execute();
    clock += 60_000;
    await due();
    const left = await row('old');
    assert.deepEqual([left.state, left.why], ['failed', 'not-configured']);
  });
});

describe('what goes wrong in between', () => {
  test('a crash after sending and before noting it: the same goes out again, under the same id', async () => {
    hook.reply = () => ({ instead: 'hang' });
    const posting = report(desk);
    await eventually(async () => hook.got.length === 1);
    await posting;
    const held = await row('itris');
    assert.deepEqual([held.state, held.attempts], ['waiting', 1]);
    // That process is no more: what it holds is held until its time is up, and then another tries.
    hook.reply = () => ({});
    clock += CLAIM - 1;
    await deliver(desk.desk, 'delinde', held.id);
    assert.equal(hook.got.length, 1, 'somebody may still be at it');
    clock += 1;
    await deliver(desk.desk, 'delinde', held.id);
    const ids = hook.got.map(({ headers }) => headers['webhook-id']);
    assert.deepEqual(ids, [held.id, held.id]);
    // It was alive after all, and only slow: what it now says of its own attempt changes nothing.
    hook.hangUp();
    await settled();
    assert.deepEqual([(await row('itris')).state, (await row('itris')).why], ['delivered', null]);
  });

  test('two that want to deliver the same at once: one of them does', async () => {
    await report(desk);
    await all('delivered');
    const { id } = await row('itris');
    await db.updateTable('delivery').set({ state: 'waiting' }).where('id', '=', id).execute();
    hook.got.length = 0;
    await Promise.all([1, 2, 3, 4].map(() => deliver(desk.desk, 'delinde', id)));
    assert.equal(hook.got.length, 1);
  });

  test('a job that was lost: what is due is found in the table', async () => {
    hook.reply = () => ({ status: 503 });
    await report(desk);
    await eventually(async () => (await row('itris')).why === 'fault');
    await sql`delete from pgboss.job where name = 'deliver'`.execute(db);
    hook.reply = () => ({});
    clock += 60_000;
    await due();
    assert.equal((await row('itris')).state, 'delivered');
  });

  test('a fault of our own is told by its name and place, and tried again', async () => {
    const { attachments } = desk.desk;
    const draft = randomUUID();
    const { photo } = await upload(desk, await phonePhoto(300, 200), { draft });
    const { cleanFile } = attachments;
    hook.reply = () => ({ status: 503 });
    await report(desk, { photos: [photo] }, { draft });
    await eventually(async () => (await row('itris')).why === 'fault');
    attachments.cleanFile = () => {
      throw new TypeError('Mevrouw Berg, Brink 12');
    };
    clock += 60_000;
    await due();
    attachments.cleanFile = cleanFile;
    const failed = await row('itris');
    assert.deepEqual([failed.why, failed.state, failed.attempts], ['unknown', 'waiting', 2]);
    const told = desk.logged.filter((line) => line.includes('delivery-failed')).at(-1) ?? '';
    assert.match(told, /"error":"TypeError"/);
    assert.ok(!told.includes('Berg'));
  });
});

describe('erasing a report', () => {
  test('takes its deliveries and what was still to be sent', async () => {
    hook.reply = () => ({ status: 503 });
    await report(desk);
    await eventually(async () => (await row('itris')).why === 'fault');
    await settled();
    clock += 25 * 31 * 24 * 3_600_000;
    await erase(desk.desk);
    assert.deepEqual(await rows(), []);
    hook.got.length = 0;
    await due();
    assert.equal(hook.got.length, 0);
  });

  test('while it is on its way: what is sent then is nothing', async () => {
    await report(desk);
    await all('delivered');
    const { id } = await row('itris');
    hook.got.length = 0;
    await db.deleteFrom('report').where('association', '=', 'delinde').execute();
    await deliver(desk.desk, 'delinde', id);
    assert.deepEqual([hook.got.length, (await rows()).length], [0, 0]);
  });
});

describe('the mail', () => {
  const mailed = async () => {
    await eventually(async () => box.got.length === 1);
    const { mail, raw } = box.got[0]!;
    return { ...mail, raw };
  };

  test('says in its subject what, how urgent and which number, and nothing of hers', async () => {
    const { reference } = await report(desk, {
      story: 'Bel Jansen',
      item: 'waterleiding',
      problem: 'lekkage_plafond',
      details: { water_bij_stroom: 'no' },
    });
    const { subject } = await mailed();
    assert.match(subject ?? '', /^Spoed: .+, keuken \(/);
    assert.ok(subject?.endsWith(`(${reference})`));
    for (const personal of ['Berg', '9401', 'Jansen', '123456'])
      assert.ok(!subject?.includes(personal));
  });

  test('has not even the beginning of her own words in its subject', async () => {
    const { reference } = await report(desk, {
      room: undefined,
      item: undefined,
      problem: undefined,
      story: 'Ik ben mevrouw Berg van de Brink',
    });
    const { subject, text } = await mailed();
    assert.equal(subject, `Gewoon: in eigen woorden verteld (${reference})`);
    assert.match(text ?? '', /Ik ben mevrouw Berg van de Brink/);
  });

  test('has what staff need, in both bodies, with nothing of hers as markup', async () => {
    const { reference } = await report(desk, {
      story: 'De <b>kraan</b>\r\nBcc: x@evil.example & "meer"',
      name: '<script>alert(1)</script>',
    });
    const { text = '', html = '', headers, raw } = await mailed();
    for (const words of [reference, '9401 AB 12 a', '06-12345678 (na 17u)', 'De kraan druppelt'])
      for (const body of [text, html]) assert.ok(body.includes(words), words);
    assert.ok(text.includes('<b>kraan</b>'));
    assert.ok(html.includes('&lt;b&gt;kraan&lt;/b&gt;') && !html.includes('<script'));
    assert.ok(html.includes(`/console/?association=delinde&amp;report=`));
    assert.ok(!/(src|href)=["'](?!http:\/\/127)/.test(html), 'nothing is fetched');
    assert.ok(!headers.some(({ key }) => key === 'bcc'));
    assert.ok(!raw.includes('Reply-To'));
  });
});
