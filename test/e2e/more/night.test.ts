import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { pathOf } from '../../../src/contract/endpoints.ts';
import { Tenant } from '../tenant.ts';
import { openWorld } from '../world.ts';
import type { Phone, World } from '../world.ts';

/** Water comes in, nobody answers the phone: her page, the console and the phone of who is on duty. */
describe('nobody answers at night', () => {
  let world: World;
  let hers: Phone;
  let console: Phone;
  let duty: Phone;
  let tenant: Tenant;

  before(async () => {
    world = await openWorld();
    hers = await world.phone();
    console = await world.phone({ viewport: { width: 1280, height: 900 } });
    duty = await world.phone({ viewport: { width: 320, height: 640 } });
    tenant = new Tenant(hers.page);
    await console.page.goto(`${world.desk.origin}/console/?association=delinde`);
    await console.page.getByRole('button', { name: 'Aanmelden' }).click();
    await console.page.getByText('Er zijn geen meldingen').waitFor();
  });
  after(() => world.close());

  it('she leaves her number, and it is sent at once', async () => {
    await tenant.visits(world.site);
    await tenant.presses(/^Er komt veel water binnen/);
    await tenant.presses(/^Laat uw nummer achter/);
    await tenant.types('Uw telefoonnummer', '06 12 34 56 78');
    await tenant.types(/^Postcode en huisnummer/, '9401ab 12');
    await tenant.presses('Stuur dit nu');
    await tenant.form
      .getByRole('heading', { name: 'Onze wachtdienst heeft het bericht' })
      .waitFor();
    assert.equal(world.alarms.length, 1);
  });

  it('the console shows it red, above every screen, without being asked', async () => {
    const { page } = console;
    const banner = page.getByRole('region', { name: '1 huurder wacht op een telefoontje' });
    await banner.getByText('Nog niemand belt terug').waitFor();
    assert.match(await page.title(), /^1 huurder wacht op een telefoontje/);
    await banner.getByText(/Er komt veel water binnen · 9401 AB 12/).waitFor();
    const call = banner.getByRole('link', { name: '06 12 34 56 78' });
    assert.equal(await call.getAttribute('href'), 'tel:+31612345678');
    await page.getByRole('link', { name: 'Berichten' }).click();
    await banner.waitFor();
  });

  it('who is on duty looks, and has taken nothing yet', async () => {
    const { page } = duty;
    await page.goto(world.alarms[0] ?? '');
    await page.getByRole('heading', { name: 'Bel deze huurder terug' }).waitFor();
    const call = page.getByRole('link', { name: 'Bel 06 12 34 56 78' });
    assert.equal(await call.getAttribute('href'), 'tel:+31612345678');
    await page.getByText('9401 AB 12').waitFor();
    await page.getByRole('button', { name: 'Ik bel nu' }).click();
    const name = page.getByRole('textbox', { name: 'Uw voornaam' });
    assert.equal(await name.getAttribute('aria-invalid'), 'true');
    await page.getByText('Fout: vul uw voornaam in').waitFor();
    await console.page.getByText('Nog niemand belt terug').waitFor();
  });

  it('"Ik bel nu" is seen by her, and in the console', async () => {
    const { page } = duty;
    await page.getByRole('textbox', { name: 'Uw voornaam' }).fill('Jan');
    await page.keyboard.press('Enter');
    await page.getByText('Dank u. De huurder ziet dat u belt.').waitFor();
    await tenant.form
      .getByRole('heading', { name: 'Jan van de wachtdienst heeft uw bericht gelezen' })
      .waitFor();
    const taken = console.page.getByRole('article', { name: /^Jan belt/ });
    await taken.getByLabel('Hoe liep het af?').fill('Loodgieter is onderweg');
    await taken.getByRole('button', { name: 'Klaar' }).click();
    await taken.waitFor({ state: 'detached' });
    assert.doesNotMatch(await console.page.title(), /huurder wacht/);
  });

  it('the page on duty opens for who reads easy Dutch, and for any other language', async () => {
    const { page } = duty;
    for (const language of ['nl-x-a2', 'ar', 'uk']) {
      const before = world.alarms.length;
      const answer = await fetch(world.desk.origin + pathOf('alarms', { association: 'delinde' }), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({ phone: `06 2345678${before}`, language }),
      });
      assert.equal(answer.status, 201);
      while (world.alarms.length === before) await page.waitForTimeout(50);
      await page.goto('about:blank');
      await page.goto(world.alarms[before] ?? '');
      await page.getByRole('heading', { name: 'Bel deze huurder terug' }).waitFor();
      await page.getByRole('button', { name: 'Ik bel nu' }).waitFor();
    }
  });

  it('a link that is not right says where to look', async () => {
    const { page } = duty;
    await page.goto(`${world.desk.origin}/console/duty.html#delinde/x/y`);
    await page.reload();
    await page.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor();
  });

  it('nothing of it was refused by the policy of any page', () =>
    assert.deepEqual([...hers.refused, ...console.refused, ...duty.refused], []));
});
