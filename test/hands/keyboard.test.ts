import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { phonePhotos } from '../e2e/photos.ts';
import { Tenant } from '../e2e/tenant.ts';
import { openWorld } from '../e2e/world.ts';
import type { World } from '../e2e/world.ts';
import { Keyboard } from './keyboard.ts';
import { smallPhone } from './small-phone.ts';

describe('with the keyboard alone, on 320 px', () => {
  let world: World;
  let photos: string[];
  before(async () => {
    [world, photos] = await Promise.all([openWorld(), phonePhotos(1)]);
  });
  after(() => world.close());

  it('she reports a repair with a photo, in two languages, and finds the way to a person', async () => {
    const { page, context, refused } = await smallPhone(world, false);
    await page.addInitScript(() => {
      for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
        addEventListener(kind, () => console.warn('a pointer'), { capture: true });
    });
    let pointers = 0;
    page.on('console', (message) => (pointers += message.text() === 'a pointer' ? 1 : 0));
    const she = new Keyboard(page);
    const tenant = new Tenant(page);
    await tenant.visits(world.site);

    await she.presses('Taal · Language');
    await she.presses('English');
    await tenant.sees('Is there danger now?');
    // The control that she chose with still has the focus.
    await page.keyboard.press('Enter');
    await she.presses('Nederlands');
    await tenant.sees('Is er nu gevaar?');

    await she.presses('Nee, geen gevaar');
    await she.isOn('Wat is er kapot?');
    await she.presses('Keuken', 'Space');
    await she.presses('Verder');
    await she.isOn('Wat is er kapot?');
    await she.presses('Kraan', 'Space');
    await she.presses('Verder');
    await she.isOn('Wat is er aan de hand?');
    await she.presses('De kraan druppelt', 'Space');
    await she.presses('Verder');
    await she.isOn('Hebt u een foto?');

    const chooser = page.waitForEvent('filechooser');
    await she.presses('Kies een foto', 'Space');
    await (await chooser).setFiles(photos);
    await tenant.photosAreSent(1);

    await she.presses('Ik wil liever iemand spreken');
    await she.isOn('Hoe wilt u ons spreken?');
    await she.goesTo('Nu bellen');
    await she.presses('Terug naar mijn melding');
    await she.isOn('Hebt u een foto?');
    await she.presses('Verder');
    await she.isOn('Waar moeten wij zijn?');

    await she.presses('Verder');
    await she.goesTo('Vul dit in: Postcode', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('9401ab');
    await she.types('Huisnummer', '12');
    await page.keyboard.press('Enter');
    await she.isOn('Hoe bereiken wij u?');
    await she.types('Uw naam', 'Mevrouw Toets');
    await she.presses('Bel mij', 'Space');
    await she.types('Uw telefoonnummer', '0612345678');
    await she.presses('Verder');
    await she.isOn('Wanneer kunnen wij komen?');
    await she.presses('Altijd', 'Space');
    await she.presses('Verder');
    await she.isOn('Klopt dit?');

    await she.presses('Aanpassen: Adres');
    await she.isOn('Waar moeten wij zijn?');
    await she.types('Huisnummer', '14');
    await she.presses('Verder');
    await she.isOn('Klopt dit?');
    await she.presses('Verstuur mijn melding');
    await she.isOn('Wij hebben uw melding');
    const reference = await tenant.isThanked();

    assert.equal(pointers, 0, 'no pointer was used');
    assert.deepEqual(refused, []);
    const [report, ...others] = await world.found(reference);
    assert.deepEqual(others, []);
    assert.equal(report?.who, 'Mevrouw Toets');
    assert.match(report.where, /9401 AB.*14|14.*9401 AB/);
    assert.equal(report.pictures.length, 1);
    await context.close();
  });
});
