import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { phonePhotos } from './photos.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

describe('a phone without JavaScript', () => {
  let world: World;
  let photos: string[];
  before(async () => {
    [world, photos] = await Promise.all([openWorld(), phonePhotos(2)]);
  });
  after(() => world.close());

  const goesOn = (page: Page) =>
    page.getByRole('button', { name: 'Verder', exact: true }).last().click();

  it('follows the link in the tag, and the association has the repair with two photos', async () => {
    const { page, context } = await world.phone({ javaScriptEnabled: false });
    await page.goto(`${world.site}/reparatie-melden.html`);
    await page.locator('kt-repair-form a[href*="/delinde/reparatie"]').first().click();
    const sees = (name: string) => page.getByRole('heading', { name }).first().waitFor();

    await sees('Is er nu gevaar?');
    await page.getByRole('button', { name: /Nee, geen gevaar/ }).click();
    await sees('Wat is er kapot?');
    await page.getByRole('radio', { name: 'Keuken' }).check();
    await goesOn(page);
    await page.getByRole('radio', { name: 'Kraan', exact: true }).check();
    await goesOn(page);
    await page.getByRole('radio', { name: 'De kraan druppelt' }).check();
    await goesOn(page);
    await sees('Hebt u een foto?');
    await page.locator('input[type="file"]').first().setInputFiles(photos);
    await page.getByRole('button', { name: "Voeg deze foto's toe" }).click();
    await goesOn(page);
    await sees('Waar moeten wij zijn?');
    assert.doesNotMatch(page.url(), /9401|Berg/);
    await page.getByRole('textbox', { name: 'Postcode' }).fill('9401ab');
    await page.getByRole('textbox', { name: 'Huisnummer' }).fill('14');
    await goesOn(page);
    await page.getByRole('textbox', { name: /Uw naam/ }).fill('Meneer Papier');
    await page.getByRole('radio', { name: 'Stuur mij een brief' }).check();
    await goesOn(page);
    await page.getByRole('radio', { name: 'Altijd' }).check();
    await goesOn(page);
    await sees('Klopt dit?');
    assert.doesNotMatch(page.url(), /9401|Papier/);
    await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await sees('Wij hebben uw melding');

    const [line] = await world.reports();
    const report = await world.report(line!.id);
    assert.equal(report.who, 'Meneer Papier');
    assert.equal(report.photos, 2);
    assert.equal(report.reach.kind, 'letter');
    await context.close();
  });

  it('has the way to a person on every page, and a form for a message', async () => {
    const { page, context } = await world.phone({ javaScriptEnabled: false });
    await page.goto(`${world.desk.origin}/delinde/reparatie`);
    assert.ok((await page.locator('a[href="tel:+31592123456"]:visible').count()) > 0);
    await page.getByText('Ik wil liever iemand spreken').first().waitFor();
    await context.close();
  });
});
