import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { phonePhotos } from './photos.ts';
import { Tenant } from './tenant.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

/** The words of what has the focus. */
const focusIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.querySelector('keukentafel-console')?.shadowRoot?.activeElement;
    return (at?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

describe('a member of staff', () => {
  let world: World;
  let photos: string[];
  let context: BrowserContext;
  let page: Page;
  let refused: string[];
  let reference: string;

  before(async () => {
    [world, photos] = await Promise.all([openWorld(), phonePhotos(2)]);
    ({ context, page, refused } = await world.phone({ viewport: { width: 1280, height: 900 } }));
  });
  after(() => world.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });
  const said = () => page.getByRole('status').first();

  /** A dripping tap, sent from the association's website by somebody else's phone. */
  async function somebodyReports(name: string, phone: string, files: string[] = []) {
    const other = await world.phone();
    const tenant = new Tenant(other.page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    if (files.length) await tenant.addsPhotos(...files);
    if (files.length) await tenant.photosAreSent(files.length);
    if (files.length) await tenant.goesOn();
    else await tenant.presses('Verder zonder foto');
    await tenant.saysWhoAndWhen(name, phone);
    await tenant.sends();
    const thanked = await tenant.isThanked();
    await other.context.close();
    return thanked;
  }

  it('signs in and finds an empty list', async () => {
    await page.goto(`${world.desk.origin}/console/?association=delinde`);
    await button('Aanmelden').click();
    await page.getByText('Er zijn geen meldingen').waitFor();
    await page.getByText('Aangemeld als Sanne').waitFor();
    await page.getByText(/veiligheidsteksten zijn nog niet goedgekeurd/).waitFor();
  });

  it('is told of a report as it comes in, and opens it', async () => {
    reference = await somebodyReports('Mevrouw Berg', '06 12 34 56 78', photos);
    await page.getByText('1 nieuwe melding. De meest dringende: Gewoon.').waitFor();
    await button('1 nieuwe melding: tonen').click();
    await page.getByRole('link', { name: /De kraan druppelt, keuken/ }).click();
    await heading('De kraan druppelt, keuken').waitFor();
    const top = page.getByRole('region', { name: 'De kraan druppelt, keuken' });
    for (const words of ['Gewoon', 'Mevrouw Berg', '12 a', '9401 AB', reference, 'Nederlands'])
      await top.getByText(words).first().waitFor();
    const call = top.getByRole('link', { name: '06 12 34 56 78' });
    assert.equal(await call.getAttribute('href'), 'tel:0612345678');
  });

  it('looks at the photos large, one after the other', async () => {
    // The desk may still be cleaning it: the photo comes by itself.
    await button('Foto 2 van 2, groot bekijken').waitFor();
    await button('Foto 1 van 2, groot bekijken').click();
    const photo = page.getByRole('dialog').getByRole('img', { name: 'Foto 1 van 2' });
    await photo.waitFor();
    await page.waitForFunction(
      (image) => (image as HTMLImageElement).naturalWidth > 1000,
      await photo.elementHandle(),
    );
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog').getByRole('img', { name: 'Foto 2 van 2' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('says how far it is and leaves a note, which a colleague sees at once', async () => {
    const colleague = await context.newPage();
    await colleague.goto(page.url());
    await colleague.getByRole('heading', { name: 'De kraan druppelt, keuken' }).waitFor();
    await button('Ingepland').click();
    await said().getByText('Status is nu: Ingepland.').waitFor();
    await page.getByRole('textbox', { name: 'Nieuwe notitie' }).fill('Sleutel ligt bij nr. 14.');
    await button('Notitie bewaren').click();
    for (const each of [page, colleague]) {
      await each.getByText('Sleutel ligt bij nr. 14.').waitFor();
      await each.getByText('Status: Ingepland').waitFor();
      await each.getByText('Bekeken door 1 collega').waitFor();
    }
    await colleague.close();
  });

  it('finds it by reference, by phone and by address, with none of these in an address bar', async () => {
    const second = await somebodyReports('Meneer Vos', '06 87 65 43 21');
    const search = page.getByRole('searchbox');
    for (const typed of [reference.toLowerCase(), '+31 6 12345678']) {
      await search.fill(typed);
      await search.press('Enter');
      await heading('1 melding gevonden').waitFor();
      await page.getByText(`Gezocht op “${typed}”`).waitFor();
      await page
        .getByRole('region', { name: /De kraan/ })
        .getByText(reference)
        .waitFor();
    }
    await search.fill('9401ab 12');
    await search.press('Enter');
    await heading('2 meldingen gevonden').waitFor();
    await search.fill(second.replaceAll('-', ''));
    await search.press('Enter');
    await page
      .getByRole('region', { name: /De kraan/ })
      .getByText('Meneer Vos')
      .waitFor();
    await heading('Bij dit adres en gebouw').waitFor();
    await search.fill('1000 AA 1');
    await search.press('Enter');
    await heading('Geen melding gevonden').waitFor();
    // An id may have "9401" in it by chance.
    const logged = world.desk.logged.join('').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    for (const personal of ['12345678', '9401', 'Berg', reference]) {
      assert.ok(!page.url().includes(personal), personal);
      assert.ok(!logged.includes(personal), `${personal} in the log`);
    }
    await button('Toon alle meldingen').click();
  });

  it('goes back as in any website, and from the top by an address that she kept', async () => {
    await page
      .getByRole('link', { name: /De kraan/ })
      .first()
      .click();
    await heading('De kraan druppelt, keuken').waitFor();
    const kept = page.url();
    await page.goBack();
    await heading('Kies links een melding').or(page.getByText('Kies links een melding')).waitFor();
    await page.goto(kept);
    await heading('De kraan druppelt, keuken').waitFor();
  });

  it('is warned when the line is lost, and has what she missed when it is back', async () => {
    await context.setOffline(true);
    await page.getByText('De verbinding is weg.').first().waitFor({ timeout: 60_000 });
    await somebodyReports('Mevrouw Jansen', '06 11 22 33 44');
    await context.setOffline(false);
    await button('1 nieuwe melding: tonen').waitFor({ timeout: 60_000 });
    assert.equal(await button('Nu proberen').count(), 0);
  });

  it('writes a call down by keyboard alone, from signing in to the report in the list', async () => {
    const other = await world.phone({ viewport: { width: 1280, height: 900 } });
    const { page: desk } = other;
    const { keyboard } = desk;
    /** By Tab, as somebody without a mouse. */
    const reach = async (name: RegExp) => {
      for (let step = 0; step < 60; step++) {
        await keyboard.press('Tab');
        if (name.test(await focusIn(desk))) return;
      }
      assert.fail(`Tab never came to ${name}; it is on "${await focusIn(desk)}"`);
    };
    const asked = (label: string) =>
      desk.waitForFunction((words) => {
        const at = document.querySelector('keukentafel-console')?.shadowRoot?.activeElement;
        const field = at as HTMLInputElement | null | undefined;
        const text = [
          at?.closest('fieldset')?.querySelector('legend')?.textContent,
          field?.labels?.[0]?.textContent,
          at?.textContent,
        ];
        return text.some((each) => each?.includes(words));
      }, label);
    const answers = async (label: string, ...typed: readonly string[]) => {
      await asked(label);
      for (const each of typed)
        await (each.length > 1 && each !== 'Enter' ? keyboard.type(each) : keyboard.press(each));
    };
    await desk.goto(`${world.desk.origin}/console/?association=delinde`);
    await desk.getByRole('button', { name: 'Aanmelden' }).waitFor();
    await reach(/^Aanmelden$/);
    await keyboard.press('Enter');
    await desk.getByRole('heading', { name: 'Meldingen' }).waitFor();
    await keyboard.press('Shift+Tab');
    while (!/^Nieuwe melding$/.test(await focusIn(desk))) await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await answers('Is er nu gevaar?', 'n');
    await answers('Vertel het zelf', 'de kraan drupt', 'Enter');
    await answers('Wat bedoelt de huurder?', '1');
    await answers('Waar is het?', '1');
    await answers('Postcode', '9404XY', 'Enter');
    await answers('Huisnummer', '77', 'Enter');
    await answers('Uw naam', 'Mevrouw Toetsenbord', 'Enter', 'Enter');
    await answers('Uw telefoonnummer', '06 55 66 77 88', 'Enter');
    await answers('Wanneer kunnen wij komen?', '1');
    await answers('Hebt u hulp nodig', 'Enter');
    await answers('Verstuur de melding', 'Enter');
    await asked('De melding is binnen');
    await keyboard.press('Shift+Tab');
    while (!/^Meldingen$/.test(await focusIn(desk))) await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await asked('Meldingen');
    await reach(/^1 nieuwe melding: tonen$/);
    await keyboard.press('Enter');
    await asked('Mevrouw Toetsenbord');
    await keyboard.press('Enter');
    await desk.getByRole('region', { name: 'De kraan druppelt, keuken' }).waitFor();
    await desk.getByText('aan de telefoon opgeschreven').waitFor();
    assert.deepEqual(other.refused, []);
    await other.context.close();
  });

  it('signs out, and then nobody finds anything at the same address', async () => {
    await page.locator('summary', { hasText: 'Aangemeld als' }).click();
    await page.getByRole('button', { name: 'Afmelden', exact: true }).click();
    await heading('Aanmelden').waitFor();
    await page.goBack();
    await page.reload();
    await button('Aanmelden').waitFor();
    assert.equal(await page.getByText('Mevrouw Berg').count(), 0);
  });

  it('never met anything that the security policy refused', () => {
    assert.deepEqual(refused, []);
  });
});
