import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Tenant } from './tenant.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

describe('a tenant in danger', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('who smells gas goes outside first, and is at the call button in three presses', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.presses('Ik ruik gas');
    const first = await tenant.heading();
    assert.match(first, /Ga nu naar buiten\. Gebruik uw telefoon pas buiten\./);
    assert.equal(
      await tenant.form.locator('a[href^="tel:"]:visible').count(),
      0,
      'no call indoors',
    );
    await tenant.presses('Ik ben buiten');
    const call = tenant.form.getByRole('link', { name: /0800-9009/ });
    assert.equal(await call.getAttribute('href'), 'tel:08009009');
    assert.ok(
      await tenant.form.getByText('Geen telefoon? Vraag de buren om te bellen.').isVisible(),
    );
    assert.equal(await tenant.form.getByRole('textbox').count(), 0, 'nothing is asked');
    await context.close();
  });

  it('who is in another danger sees steps and call buttons at once, and a second number', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.presses('Er komt veel water binnen');
    assert.ok(
      await tenant.form.getByRole('link', { name: /spoednummer 0592 65 43 21/ }).isVisible(),
    );
    assert.ok(await tenant.form.getByText('Niemand neemt op?').isVisible());
    assert.ok(await tenant.form.getByRole('link', { name: /088 123 45 67/ }).isVisible());
    await context.close();
  });

  it('who fills it in for somebody else is told to call 112 with that address', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.form.getByRole('checkbox', { name: 'Ik vul dit in voor iemand anders' }).check();
    await tenant.presses('Er is brand');
    assert.ok(
      await tenant.form.getByText('Bent u daar niet? Bel 112 en noem het adres.').isVisible(),
    );
    await context.close();
  });

  it('reads every safety text in her language with the Dutch under it', async () => {
    const { page, context } = await world.phone();
    await page.goto(`${world.site}/ar/reparatie-melden.html`);
    const tenant = new Tenant(page);
    await tenant.ready();
    await tenant.form.getByRole('button').filter({ hasText: 'أشم رائحة غاز' }).click();
    await tenant.settles();
    const dutch = tenant.form.locator('h2 [lang="nl"]');
    assert.match(await dutch.innerText(), /Ga nu naar buiten/);
    await context.close();
  });

  it('who writes "ik ruik gas" in her own words does not get past it by pressing Verder', async () => {
    const { page, context } = await world.phone();
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.presses('Nee, geen gevaar');
    await tenant.types(/Vertel het zelf/, 'ik ruik gas in de keuken');
    const gas = tenant.form.getByRole('radio', { name: 'Ik ruik gas' });
    await gas.waitFor();
    await tenant.goesOn();
    assert.equal(await tenant.heading(), 'Wat is er kapot?');
    await gas.check();
    await tenant.goesOn();
    assert.match(await tenant.heading(), /Ga nu naar buiten/);
    await context.close();
  });

  for (const room of ['Keuken', 'Badkamer', 'Toilet', 'Woonkamer', 'Slaapkamer', 'Hele huis'])
    it(`finds water through the ceiling from ${room}`, async () => {
      const { page, context } = await world.phone();
      const tenant = new Tenant(page);
      await tenant.visits(world.site);
      await tenant.presses('Nee, geen gevaar');
      await tenant.form.getByRole('radio', { name: room }).first().check();
      await tenant.goesOn();
      await tenant.form
        .getByRole('radio', { name: /Lekkage|lekkage/ })
        .first()
        .check();
      await tenant.goesOn();
      await tenant.form.getByRole('radio', { name: /door het plafond/ }).check();
      await tenant.goesOn();
      await tenant.goesOn();
      assert.match(await tenant.heading(), /Bel ons nu/);
      await context.close();
    });
});
