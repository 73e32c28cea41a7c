import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, test } from 'node:test';
import type { PublicProfile } from '../contract/profile.ts';
import type { Receipt } from '../contract/repair-request.ts';
import type { DangerCall, Page, Report, ReportLine } from '../contract/staff.ts';
import { ask, report, request, send } from './test-data.ts';
import { startDesk } from './testing.ts';

const desk = await startDesk();
after(() => desk.close());

let cookie = '';
beforeEach(async () => {
  await desk.empty();
  cookie = await desk.signIn();
});

const call = (body: unknown, key = randomUUID()) =>
  ask(desk, cookie, 'staffCalls', {
    method: 'POST',
    body,
    headers: { 'Idempotency-Key': key },
  });

const reports = async (): Promise<Report[]> => {
  const list = (await (await ask(desk, cookie, 'staffReports')).json()) as Page<ReportLine>;
  const all = list.items.map(async ({ id }) => {
    const found = await ask(desk, cookie, 'staffReport', { id });
    return (await found.json()) as Report;
  });
  return Promise.all(all);
};

describe('somebody calls to report a repair', () => {
  test('the form has what a tenant’s own page has', async () => {
    const profile = (await (await ask(desk, cookie, 'staffForm')).json()) as PublicProfile;
    assert.equal(profile.id, 'delinde');
    assert.ok(profile.visitDays.length);
    assert.ok(!('staff' in profile), 'nothing of who may sign in');
  });

  test('what is written down is the report that she would have sent, and says who took it', async () => {
    const answers = { story: 'de kraan drupt', days: ['2027-01-04'], when: 'pick' } as const;
    const own = request({ ...answers, days: [...answers.days] });
    assert.equal((await send(desk, 'repairRequests', own)).status, 201);
    const answer = await call({ ...own, draft: randomUUID() });
    assert.equal(answer.status, 201);
    const [taken, sent] = await reports();
    assert.ok(taken && sent);
    assert.equal(taken.reference, ((await answer.json()) as Receipt).reference);
    assert.deepEqual([taken.channel, sent.channel], ['phone', 'form']);
    assert.deepEqual([taken.history[0]?.by, sent.history[0]?.by], ['Sanne', '']);
    const same = ({ shown, urgency, because, what, where, who, reach, story }: Report) => ({
      ...{ shown, urgency, because, what, where, who, reach, story },
    });
    assert.deepEqual(same(taken), same(sent));
  });

  test('a call that is sent again is one report', async () => {
    const [body, key] = [request(), randomUUID()];
    assert.equal((await call(body, key)).status, 201);
    assert.equal((await call(body, key)).status, 200);
    assert.equal((await reports()).length, 1);
    assert.equal((await call(request({ name: 'Iemand anders' }), key)).status, 422);
  });

  test('what the form would not take is refused with the fields', async () => {
    const answer = await call(request({ address: { postcode: '12', number: '' } }));
    assert.equal(answer.status, 422);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    assert.deepEqual(
      errors.map(({ field }) => field),
      ['address.postcode', 'address.number'],
    );
    assert.equal((await call(request({ danger: 'gaslucht' }))).status, 422);
  });

  test('the language is the tenant’s, so that she can be written to in it', async () => {
    await call(request({}, { language: 'ar' }));
    const [taken] = await reports();
    assert.equal(taken?.language, 'ar');
    assert.match(taken?.shown.tenant[0]?.label ?? '', /[\u0600-\u06ff]/);
  });
});

describe('somebody calls in danger', () => {
  const note = (words: string, key = randomUUID()) =>
    ask(desk, cookie, 'staffDangerCalls', {
      method: 'POST',
      body: { danger: 'gaslucht', words },
      headers: { 'Idempotency-Key': key },
    });
  const noted = async () =>
    ((await (await ask(desk, cookie, 'staffDangerCalls')).json()) as { items: DangerCall[] }).items;

  test('it is on the record, once, and is no report', async () => {
    const key = randomUUID();
    await note('Brink 12, mevrouw Berg', key);
    await note('Brink 12, mevrouw Berg', key);
    const [one, ...others] = await noted();
    assert.deepEqual(
      [one?.danger, one?.by, one?.words],
      ['gaslucht', 'Sanne', 'Brink 12, mevrouw Berg'],
    );
    assert.equal(others.length, 0);
    assert.equal((await reports()).length, 0);
  });

  test('nothing need be known of who called; another association sees nothing of it', async () => {
    assert.equal((await note('')).status, 201);
    const baken = await desk.signIn('hetbaken');
    const answer = await ask(desk, baken, 'staffDangerCalls', { association: 'hetbaken' });
    assert.deepEqual(((await answer.json()) as { items: unknown[] }).items, []);
    await report(desk);
    assert.ok(desk.logged.every((line) => !line.includes('Brink 12')));
  });
});
