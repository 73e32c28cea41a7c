import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Tenant } from './tenant.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

describe('"Wij bellen u"', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('from the photos of a half-filled form to the member of staff who calls, and back to the form', async () => {
    const phone = await world.phone();
    const tenant = new Tenant(phone.page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    await tenant.presses('Ik wil liever iemand spreken');
    await tenant.presses(/^Wij bellen u/);
    await tenant.sees('Wanneer mogen wij bellen?');
    await tenant.chooses('Altijd');
    await tenant.chooses('Ja, dat mag');
    await tenant.goesOn();
    await tenant.sees('Wie bellen wij?');
    await tenant.types('Telefoonnummer', '06 12 34 56 78');
    await tenant.types(/^Naam/, 'Mevrouw Berg');
    await tenant.goesOn();
    await tenant.sees('Klopt dit?');
    await tenant.presses('Bel mij');
    await tenant.sees('Wij bellen u');
    const word = await tenant.form.locator('.word strong').first().innerText();
    assert.match(word, /^[a-z]+ [a-z]+$/);

    const staff = await world.phone({ viewport: { width: 1280, height: 900 } });
    await staff.page.goto(`${world.desk.origin}/console/?association=delinde`);
    await staff.page.getByRole('button', { name: 'Aanmelden' }).click();
    await staff.page.getByRole('link', { name: /^Terugbellen/ }).click();
    await staff.page.getByRole('link', { name: /Mevrouw Berg/ }).click();
    await staff.page.getByText(word).first().waitFor();
    await staff.page.getByText('De kraan druppelt').first().waitFor();
    await staff.page.getByRole('button', { name: 'Ik bel nu' }).click();
    await staff.page.getByRole('button', { name: 'Gesproken en klaar' }).click();
    await staff.page.getByText('Er hoeft niemand gebeld te worden.').waitFor();

    await tenant.presses('Terug naar mijn melding');
    await tenant.sees('Hebt u een foto?');
    assert.deepEqual([phone.refused, staff.refused], [[], []]);
    await phone.context.close();
    await staff.context.close();
  });
});
