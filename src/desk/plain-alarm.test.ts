import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import type { AlarmLine } from '../contract/staff.ts';
import { smtpReceiver } from './outward/test-receivers.ts';
import { PlainVisitor } from './plain-visitor.ts';
import { ask } from './test-data.ts';
import { startDesk } from './testing.ts';

/** "Niemand neemt op?" on pages without a script. */

const NIGHT = Date.parse('2026-11-22T02:14:00Z');
const box = await smtpReceiver();
let clock = NIGHT;
const desk = await startDesk({
  now: () => clock,
  environment: { SMTP_URL: box.url, MAIL_FROM: 'De Linde <desk@delinde.example>' },
});
after(async () => {
  await desk.close();
  await box.close();
});
beforeEach(async () => {
  clock = NIGHT;
  await desk.empty();
  box.got.length = 0;
});

const LEAVE = '/delinde/wachtdienst?taal=';
const lines = async (): Promise<AlarmLine[]> => {
  const answer = await ask(desk, await desk.signIn(), 'staffAlarms');
  return ((await answer.json()) as { items: AlarmLine[] }).items;
};

async function inDanger(danger = 'water_veel', query = ''): Promise<PlainVisitor> {
  const visitor = new PlainVisitor(desk);
  await visitor.open(query);
  return visitor.press({}, ['a.danger', danger]);
}

async function toUrgent(): Promise<PlainVisitor> {
  const visitor = await inDanger('none');
  await visitor.press({ 'a.room': 'keuken' });
  await visitor.press({ 'a.item': 'waterleiding' });
  await visitor.press({ 'a.problem': 'lekkage_plafond' });
  return visitor.press({ 'a.details.water_bij_stroom': 'no' });
}

describe('nobody answers, on pages without a script', () => {
  test('ends in a second number and then in leaving her own, which a person then reads', async () => {
    const visitor = await inDanger();
    assert.match(visitor.words, /Niemand neemt op\?.*Laat uw nummer achter/);
    await visitor.press({}, 'open', `${LEAVE}nl`);
    assert.equal(visitor.heading, 'Laat uw nummer achter');
    assert.match(visitor.html, /href="tel:\+31592654321"/);
    await visitor.press({ phone: 'bel mij' }, 'send');
    assert.match(visitor.words, /Er klopt nog 1 ding niet.*10 cijfers/);
    await visitor.press({ phone: '06 12345678', where: '9401 AB 12' }, 'send');
    assert.equal(visitor.heading, 'Onze wachtdienst heeft het bericht');
    assert.match(visitor.words, /Verstuurd om 03:14 uur/);
    assert.match(visitor.html, /href="tel:\+31881234567"/);
    assert.match(box.got[0]?.mail.text ?? '', /06 12345678[\s\S]*9401 AB 12[\s\S]*veel water/);

    await visitor.press({}, 'stay', `${LEAVE}ar`);
    assert.match(visitor.html, /dir="rtl"/);
    assert.match(visitor.words, /Onze wachtdienst heeft het bericht/, 'the Dutch goes first');
    const [alarm] = await lines();
    const taken = { id: alarm!.id, method: 'PUT' };
    await ask(desk, await desk.signIn(), 'staffAlarmAcknowledged', taken);
    await visitor.press({}, 'look', `${LEAVE}nl`);
    assert.equal(visitor.heading, 'Sanne van de wachtdienst heeft uw bericht gelezen');
    assert.equal(box.got.length, 1);
  });

  test('pressed twice it is one alarm, and changed it is one of its own', async () => {
    const visitor = await inDanger();
    await visitor.press({}, 'open', `${LEAVE}nl`);
    const page = visitor.html;
    for (const phone of ['06 12345678', '06 12345678', '06 87654321']) {
      visitor.html = page;
      await visitor.press({ phone }, 'send');
    }
    assert.deepEqual((await lines()).map(({ phone }) => phone).sort(), [
      '06 12345678',
      '06 87654321',
    ]);
  });

  test('after the browser\'s "Terug" it shows how far it is, and no second one is sent', async () => {
    const visitor = await inDanger();
    const before = { html: visitor.html, url: visitor.url };
    await visitor.press({}, 'open', `${LEAVE}nl`);
    await visitor.press({ phone: '06 12345678' }, 'send');
    assert.equal(visitor.heading, 'Onze wachtdienst heeft het bericht');
    Object.assign(visitor, before);
    await visitor.press({}, 'open', `${LEAVE}nl`);
    assert.equal(visitor.heading, 'Onze wachtdienst heeft het bericht');
    assert.match(visitor.words, /Verstuurd om 03:14 uur/);
    assert.equal((await lines()).length, 1);
    await visitor.press({}, 'again');
    assert.equal(visitor.heading, 'Laat uw nummer achter');
    assert.equal(box.got.length, 1);
  });

  test('after gas the calls come first and the people on duty last', async () => {
    const visitor = await inDanger('gaslucht');
    assert.ok(!visitor.words.includes('Laat uw nummer achter'), 'not indoors');
    await visitor.press();
    assert.match(visitor.words, /0800-9009.*Blijf buiten.*Laat uw nummer achter/);
    await visitor.press({}, 'open', `${LEAVE}nl`);
    assert.deepEqual(visitor.html.match(/tel:\+?\d+/g), ['tel:112', 'tel:08009009']);
  });

  test('"Terug" leads to where she was', async () => {
    const visitor = await inDanger();
    const before = visitor.heading;
    await visitor.press({}, 'open', `${LEAVE}nl`);
    await visitor.press({}, 'stay', '/delinde/reparatie?taal=nl');
    assert.equal(visitor.heading, before);
  });
});

describe('a report that cannot wait', () => {
  test('says when it is read, and by day says nothing of the kind', async () => {
    const READ =
      /Wij lezen uw melding pas op maandag 23 november om 08:30 uur. Bel nu 0592 65 43 21/;
    assert.match((await toUrgent()).words, READ);
    clock = Date.parse('2026-11-23T10:00:00Z');
    const visitor = await toUrgent();
    assert.ok(!visitor.words.includes('Wij lezen uw melding pas'));
    assert.match(visitor.words, /Laat uw nummer achter/);
  });

  test('sent, it offers the same, with what is known filled in and tied to the report', async () => {
    const visitor = await toUrgent();
    await visitor.press();
    await visitor.press();
    await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12a' });
    await visitor.press({ 'a.name': 'Mevrouw Berg', 'a.reach': 'phone' });
    await visitor.press({ 'a.phone': '06 12345678' });
    await visitor.press({ 'a.when': 'always' });
    await visitor.press();
    assert.equal(visitor.heading, 'Wij hebben uw melding');
    assert.match(visitor.words, /Wij lezen uw melding pas op maandag/);
    assert.match(visitor.words, /Wij bellen u voor een afspraak/);
    await visitor.press({}, 'open', `${LEAVE}nl`);
    assert.equal(visitor.value('phone'), '06 12345678');
    assert.equal(visitor.value('where'), '9401 AB 12a');
    await visitor.press({}, 'send');
    const [alarm] = await lines();
    assert.equal(alarm?.what, 'Er komt water door het plafond of de muur');
    assert.match(alarm?.report?.reference ?? '', /^\w{4}-\w{4}-\w$/);
    await visitor.press({}, 'stay', '/delinde/reparatie?taal=nl');
    assert.equal(visitor.heading, 'Wij hebben uw melding');
  });
});

test('who wants a letter calls for an appointment that comes before the post does', async () => {
  const visitor = await toUrgent();
  await visitor.press();
  await visitor.press();
  await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12a' });
  await visitor.press({ 'a.name': 'Mevrouw Berg', 'a.reach': 'letter' });
  await visitor.press({ 'a.when': 'always' });
  await visitor.press();
  assert.match(visitor.words, /Bel ons voor een afspraak\. 0592 65 43 21.*Wij komen uiterlijk op/);
  assert.ok(!visitor.words.includes('Wij sturen u een brief'));
});

test('where nobody is on duty it is not offered, and there is no such page', async () => {
  const visitor = new PlainVisitor(desk, 'plainRepair', 'hetbaken');
  await visitor.open();
  await visitor.press({}, ['a.danger', 'water_veel']);
  assert.match(visitor.words, /Niemand neemt op\?/);
  assert.ok(!visitor.words.includes('Laat uw nummer achter'));
  await visitor.press({}, 'open', '/hetbaken/wachtdienst?taal=nl');
  assert.equal(visitor.status, 404);
});
