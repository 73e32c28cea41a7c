import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathOf } from '../../src/contract/endpoints.ts';
import { phonePhotos, SECRETS_OF_PHOTO } from './photos.ts';
import { Tenant } from './tenant.ts';
import { wiretap } from './wiretap.ts';
import { openWorld, SENDING } from './world.ts';
import type { World } from './world.ts';

describe('a tenant reports a repair', () => {
  let world: World;
  let photos: string[];
  before(async () => {
    [world, photos] = await Promise.all([openWorld(), phonePhotos(2)]);
  });
  after(() => world.close());

  it('with two photos from a small phone: the association has it, also after a restart', async () => {
    const { page, refused, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.addsPhotos(...photos);
    await tenant.photosAreSent(2);
    await tenant.goesOn();
    await tenant.saysWhoAndWhen();
    await tenant.sends();
    const reference = await tenant.isThanked();
    assert.deepEqual(refused, [], 'the security policy refused nothing');
    await context.close();

    const check = async () => {
      const [line] = await world.reports();
      assert.equal(line?.reference, reference);
      assert.equal(line?.photos, 2);
      const report = await world.report(line.id);
      assert.equal(report.who, 'Mevrouw Berg');
      assert.match(report.where, /12/);
      assert.ok(report.shown.nl.some(({ value }) => value === 'De kraan druppelt'));
      return report;
    };
    await check();
    await world.restartDesk();
    const { pictures } = await check();
    for (const { id } of pictures) {
      const address = world.desk.origin + pathOf('staffPhoto', { association: 'delinde', id });
      const answer = await fetch(address, { headers: { Cookie: await world.desk.signIn() } });
      assert.equal(answer.status, 200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      for (const secret of SECRETS_OF_PHOTO) assert.ok(!bytes.includes(secret), secret);
    }
  });

  it('takes at most ten screens for a dripping tap, the thanks among them', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    const entries = () => page.evaluate(() => history.length);
    const before = await entries();
    await tenant.reportsDrippingTap();
    await tenant.presses('Verder zonder foto');
    await tenant.saysWhoAndWhen();
    await tenant.sends();
    await tenant.isThanked();
    // The first screen has the page's own entry, the thanks take that of check-answers.
    const screens = 1 + ((await entries()) - before) + 1;
    assert.ok(screens <= 10, `${screens} screens`);
    await context.close();
  });

  it('keeps nothing of the place and the camera in what leaves the phone', async (t) => {
    const wire = await wiretap();
    t.after(() => wire.close());
    const { page, context } = await world.phone({
      proxy: { server: wire.server, bypass: '<-loopback>' },
    });
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.addsPhotos(photos[0]!);
    await tenant.photosAreSent(1);
    const all = wire.sent();
    assert.ok(all.length > 50_000, 'the photo was sent');
    assert.ok(all.length < 420_000, `${all.length} bytes for one photo`);
    for (const secret of SECRETS_OF_PHOTO) assert.ok(!all.includes(secret), secret);
    await context.close();
  });

  it('is thanked once when the answer of the desk got lost on the way', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.presses('Verder zonder foto');
    await tenant.saysWhoAndWhen('Meneer Verloren');
    let lost = 0;
    await context.route(SENDING, async (route) => {
      if (lost > 0 || route.request().method() !== 'POST') return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await tenant.sends();
    await tenant.isThanked();
    assert.equal(lost, 1, 'one answer was lost');
    assert.equal(await reportsOf(world, 'Meneer Verloren'), 1);
    await context.close();
  });

  it('sends once, however often she taps', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.presses('Verder zonder foto');
    await tenant.saysWhoAndWhen('Mevrouw Dubbel');
    await tenant.form.getByRole('button', { name: 'Verstuur mijn melding' }).dblclick();
    await tenant.isThanked();
    assert.equal(await reportsOf(world, 'Mevrouw Dubbel'), 1);
    await context.close();
  });

  it('goes a screen back with the browser’s own button, at the same address', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await page.evaluate(() => history.replaceState({ ...history.state, own: 'of the page' }, ''));
    const address = page.url();
    await tenant.presses('Nee, geen gevaar');
    await tenant.chooses('Keuken');
    await tenant.goesOn();
    assert.equal(page.url(), address);
    await page.goBack();
    await tenant.settles();
    assert.equal(await tenant.heading(), 'Wat is er kapot?');
    assert.ok(await tenant.form.getByRole('radio', { name: 'Keuken' }).isChecked());
    await page.goBack();
    await tenant.settles();
    assert.equal(await tenant.heading(), 'Is er nu gevaar?');
    assert.equal(await page.evaluate(() => history.state.own), 'of the page');
    await context.close();
  });

  it('on a phone that is a year behind, and set to New Zealand: the hours are those of Assen', async () => {
    const hoursOn = async (tenant: Tenant) => {
      await tenant.presses('Ik wil liever iemand spreken');
      await tenant.sees('Hoe wilt u ons spreken?');
      return tenant.form.getByText(/^Nu (open|dicht)/).allInnerTexts();
    };
    const right = await world.phone();
    const rightTenant = new Tenant(right.page);
    await rightTenant.visits(world.site);
    const hours = await hoursOn(rightTenant);
    await right.context.close();

    const { page, context } = await world.phone({ timezoneId: 'Pacific/Auckland' });
    await context.addInitScript(`{
      const behind = 366 * 24 * 60 * 60_000;
      const RightDate = Date;
      globalThis.Date = class extends RightDate {
        constructor(...parts) {
          super(...(parts.length ? parts : [RightDate.now() - behind]));
        }
        static now() {
          return RightDate.now() - behind;
        }
      };
    }`);
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    assert.ok(hours.length > 0);
    assert.deepEqual(await hoursOn(tenant), hours);
    await tenant.presses('Terug naar mijn melding');
    await tenant.reportsDrippingTap();
    await page.reload();
    await tenant.ready();
    await tenant.sees('Hebt u een foto?');
    await tenant.presses('Verder zonder foto');
    await tenant.saysWhoAndWhen('Mevrouw Achter');
    await tenant.sends();
    await tenant.isThanked();
    const [line] = await world.reports();
    assert.ok(Math.abs(Date.parse(line!.receivedAt) - Date.now()) < 60 * 60_000);
    await context.close();
  });

  it('in Arabic, on a page in Arabic; staff read it in Dutch', async () => {
    const { page, context, refused } = await world.phone();
    await page.goto(`${world.site}/ar/reparatie-melden.html`);
    const tenant = new Tenant(page);
    await tenant.ready();
    assert.equal(await tenant.heading(), 'هل يوجد خطر الآن؟');
    assert.equal(await tenant.form.locator('.frame').getAttribute('dir'), 'rtl');
    assert.deepEqual(refused, []);
    await context.close();
  });
});

/** How many reports the association has from this person. */
async function reportsOf(world: World, who: string): Promise<number> {
  const lines = await world.reports();
  const reports = await Promise.all(lines.map(({ id }) => world.report(id)));
  return reports.filter((report) => report.who === who).length;
}
