import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openOldPhone } from './old-phone.ts';
import { phonePhotos } from './photos.ts';
import { Tenant } from './tenant.ts';
import { wiretap } from './wiretap.ts';
import { openWorld, SENDING } from './world.ts';
import type { World } from './world.ts';

describe('nothing is lost', () => {
  let world: World;
  let photos: string[];
  before(async () => {
    [world, photos] = await Promise.all([openWorld(), phonePhotos(2)]);
  });
  after(() => world.close());

  const only = async (): Promise<number> => (await world.reports()).length;

  it('when she reloads in the middle', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.addsPhotos(photos[0]!);
    await tenant.goesOn();
    await tenant.types('Postcode', '9401ab');
    await page.reload();
    await tenant.ready();
    await tenant.sees('Waar moeten wij zijn?');
    const postcode = tenant.form.getByRole('textbox', { name: 'Postcode' });
    assert.equal(await postcode.inputValue(), '9401ab');
    await page.goBack();
    await tenant.sees('Hebt u een foto?');
    assert.ok(await tenant.form.getByRole('img', { name: 'Foto 1' }).isVisible());
    await context.close();
  });

  it('when the page is killed while a photo is on its way, as the camera of an old phone does', async (t) => {
    const wire = await wiretap();
    t.after(() => wire.close());
    const { page, kills } = await openOldPhone(t, {
      server: wire.server,
      bypass: '<-loopback>',
    });
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    // The first piece arrives; the second never does: the page dies first.
    let pieces = 0;
    wire.hold(({ method }) => method === 'PATCH' && ++pieces > 1);
    await tenant.addsPhotos(...photos);
    while (wire.held() === 0) await page.waitForTimeout(50);
    const reopens = await kills();
    wire.hold(undefined);
    const again = new Tenant(await reopens());
    await again.ready();
    await again.sees('Hebt u een foto?');
    await again.photosAreSent(2);
    await again.goesOn();
    await again.saysWhoAndWhen('Mevrouw Camera');
    const before = await only();
    await again.sends();
    await again.isThanked();
    const [newest] = await world.reports();
    assert.equal((await only()) - before, 1);
    assert.equal(newest?.photos, 2);
  });

  it('when the line is gone at Send: it says so, and is sent once when the line is back', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.presses('Verder zonder foto');
    await tenant.saysWhoAndWhen('Meneer Tunnel');
    const before = await only();
    await context.setOffline(true);
    await tenant.sends();
    await tenant.sees('Uw melding is NOG NIET bij ons');
    assert.ok(
      await tenant.form.getByRole('button', { name: 'Ik wil liever iemand spreken' }).isVisible(),
    );
    await context.setOffline(false);
    await tenant.isThanked();
    assert.equal((await only()) - before, 1);
    await context.close();
  });

  it('when she reloads while the desk cannot be reached: it goes on sending, once', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.presses('Verder zonder foto');
    await tenant.saysWhoAndWhen('Mevrouw Herlaad');
    const before = await only();
    await context.route(SENDING, (route) => route.abort('connectionrefused'));
    await tenant.sends();
    await tenant.sees('Uw melding is NOG NIET bij ons');
    await page.reload();
    await tenant.ready();
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await tenant.isThanked();
    assert.equal((await only()) - before, 1);
    await context.close();
  });

  it('when she has it open in two tabs: one asks, and one report arrives', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.presses('Verder zonder foto');
    await tenant.saysWhoAndWhen('Mevrouw Tweemaal');
    const before = await only();
    // A duplicated tab has the same sessionStorage, as one that the page itself opens.
    const [twin] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(() => void window.open(location.href)),
    ]);
    const other = new Tenant(twin);
    await other.ready();
    await other.sees('Uw melding staat open in een ander tabblad');
    await other.presses('Ga hier verder');
    await other.sees('Klopt dit?');
    await tenant.sees('Uw melding staat open in een ander tabblad');
    await other.sends();
    await other.isThanked();
    assert.equal((await only()) - before, 1);
    await context.close();
  });

  it('and without JavaScript, or with the desk down, the phone number and the plain page stand there', async () => {
    const { page, context } = await world.phone({ javaScriptEnabled: false });
    await page.goto(`${world.site}/reparatie-melden.html`);
    const form = page.locator('kt-repair-form');
    assert.ok(await form.locator('a[href^="tel:"]').first().isVisible());
    const plain = form.locator('a[href*="/delinde/reparatie"]').first();
    assert.ok(await plain.isVisible());
    await context.close();
  });
});
