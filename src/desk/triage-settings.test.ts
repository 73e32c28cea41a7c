import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import type { Profile } from '../contract/profile.ts';
import type { Page, Report, ReportLine } from '../contract/staff.ts';
import { PlainVisitor } from './plain-visitor.ts';
import { readProfiles } from './profiles.ts';
import { publicProfile } from './public-profile.ts';
import { projectRoot } from './root.ts';
import { ask, report, request, send } from './test-data.ts';
import { startDesk } from './testing.ts';

const OWN = {
  nl: 'Leg een doek onder de kraan. Dan hoort u hem niet.',
  ar: 'ضع قطعة قماش تحت الصنبور.',
};

/** De Linde says otherwise; Het Baken leaves everything as it is. */
const profiles = new Map(readProfiles(join(projectRoot(), 'profiles')));
const linde: Profile = {
  ...profiles.get('delinde')!,
  triage: {
    radiator_koud: { urgency: 'urgent', payer: 'landlord' },
    lekkage_plafond: { urgency: 'soon' },
    afvoer_verstopt: { selfHelp: false },
    kraan_drupt: { selfHelp: OWN },
    lamp_vast: { payer: 'tenant' },
  },
};
profiles.set('delinde', linde);

const desk = await startDesk({ profiles });
after(() => desk.close());
beforeEach(() => desk.empty());

const only = async (association = 'delinde'): Promise<Report> => {
  const cookie = await desk.signIn(association);
  const list = await ask(desk, cookie, 'staffReports', { association });
  const { items } = (await list.json()) as Page<ReportLine>;
  const id = items[0]?.id ?? assert.fail('no report');
  return (await (await ask(desk, cookie, 'staffReport', { association, id })).json()) as Report;
};

const COLD = { room: 'slaapkamer', item: 'radiator', problem: 'radiator_koud' } as const;
const LEAK = { room: 'zolder', item: 'waterleiding', problem: 'lekkage_plafond' } as const;

describe('what an association says of a problem', () => {
  test('decides how urgent a report is, there and nowhere else', async () => {
    await report(desk, COLD);
    const cold = await only();
    assert.equal(cold.urgency, 'urgent');
    assert.deepEqual(cold.because, ['De verwarming in één kamer doet het niet']);
    await report(desk, { ...COLD, selfHelp: 'rather-not' }, { association: 'hetbaken' });
    assert.equal((await only('hetbaken')).urgency, 'standard');
  });

  test('may lower what is urgent, but never a danger that an answer tells', async () => {
    await report(desk, LEAK);
    assert.equal((await only()).urgency, 'soon');
    const answers = request({ ...LEAK, details: { water_bij_stroom: 'yes' } });
    const refused = await send(desk, 'repairRequests', answers);
    assert.equal(refused.status, 422);
  });

  test('tells staff who bears it, and the tenant never', async () => {
    await report(desk, { room: 'hal', item: 'stroom', problem: 'lamp_vast', selfHelp: 'tried' });
    assert.equal((await only()).payer, 'tenant');
    const told = publicProfile(linde, Date.now());
    assert.deepEqual(told.triage, {
      radiator_koud: { urgency: 'urgent' },
      lekkage_plafond: { urgency: 'soon' },
      afvoer_verstopt: { selfHelp: false },
      kraan_drupt: { selfHelp: true },
    });
    assert.ok(!JSON.stringify(told).includes('payer'));
    assert.equal(told.texts['ar']?.['triage:self-help.kraan_drupt'], OWN.ar);
  });

  test('weighs nothing where it says nothing', () => {
    assert.ok(!('triage' in publicProfile(profiles.get('hetbaken')!, Date.now())));
  });

  test('is no reason to send her back: a page of before may know of other self-help', async () => {
    // Here it is asked, and her page did not ask it.
    await report(desk, { room: 'keuken', item: 'kraan', problem: 'kraan_drupt' });
    // Here it is not, and her page did.
    await report(desk, { item: 'afvoer', problem: 'afvoer_verstopt', selfHelp: 'tried' });
    assert.ok(!(await only()).shown.nl.some(({ id }) => id === 'selfHelp'));
  });
});

describe('the plain pages follow it', () => {
  const walk = async (room: string, item: string, problem: string) => {
    const visitor = new PlainVisitor(desk);
    await visitor.open();
    await visitor.press({}, ['a.danger', 'none']);
    await visitor.press({ 'a.room': room });
    await visitor.press({ 'a.item': item });
    await visitor.press({ 'a.problem': problem });
    return visitor;
  };

  test('urgent: the phone, what to do, and on to the photos', async () => {
    const visitor = await walk('slaapkamer', 'radiator', 'radiator_koud');
    await visitor.press();
    assert.equal(visitor.heading, 'Bel ons nu. Dit heeft spoed.');
    assert.match(visitor.words, /zeg dat het niet kan wachten/);
    await visitor.press();
    assert.equal(visitor.heading, 'Hebt u een foto?');
  });

  test('self-help in its own words, and none where it wants none', async () => {
    const tap = await walk('keuken', 'kraan', 'kraan_drupt');
    assert.equal(tap.heading, 'Wilt u dit proberen?');
    assert.match(tap.words, /Leg een doek onder de kraan/);
    assert.match(tap.words, /Ik doe dit liever niet zelf/);
    const drain = await walk('keuken', 'afvoer', 'afvoer_verstopt');
    await drain.press();
    assert.equal(drain.heading, 'Hebt u een foto?');
  });

  test('lowered, a leak goes on to the photos with what to be careful of', async () => {
    const visitor = await walk('zolder', 'waterleiding', 'lekkage_plafond');
    await visitor.press();
    assert.equal(visitor.heading, 'Hebt u een foto?');
    assert.match(visitor.words, /Ga niet onder de natte plek staan/);
  });
});

test('what she chose under her own words is in the report, with how urgent it is', async () => {
  await report(desk, {
    room: 'zolder',
    item: undefined,
    problem: 'daklekkage',
    story: 'het dak lekt',
  });
  const shown = await only();
  assert.equal(shown.urgency, 'urgent');
  assert.deepEqual(
    shown.shown.nl.slice(0, 4).map(({ id, value }) => [id, value]),
    [
      ['danger', 'Nee, geen gevaar'],
      ['story', 'het dak lekt'],
      ['room', 'Zolder'],
      ['problem', 'Het dak lekt'],
    ],
  );
  assert.equal(shown.specialism, 'Dakdekker');
});
