import { expect } from '@open-wc/testing';
import { accessibilityFaults, smallTargets, viewport } from '../../test/browser/helpers.ts';
import '../../test/browser/history-room.ts';
import type { Outage } from '../contract/outages.ts';
import { TestPage } from './page-of-tests.ts';

let page: TestPage;
beforeEach(() => {
  page = new TestPage();
});
afterEach(async () => {
  page.close();
  await viewport(1280);
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
/** As a date and time field holds it. */
const typed = (instant: string) => {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const lift = (change: Partial<Outage> = {}): Outage => ({
  id: '7',
  kind: 'lift',
  areas: ['9401 AB'],
  text: '',
  until: inHours(3),
  startedAt: inHours(-1),
  by: 'Sanne',
  reports: 2,
  ...change,
});

async function open(...outages: Outage[]): Promise<void> {
  page.desk.outages = outages;
  page.open('?association=delinde&screen=outages');
  await page.sees('Weet u al dat er iets kapot is?');
}

function fillIn(): void {
  page.fill('Wat is er aan de hand?', 'lift');
  page.fill('Bij welke postcodes?', '9401ab, 9402');
  page.fill('Tot wanneer, denkt u?', typed(inHours(3)));
}

const tell = () => page.button('Laat het huurders weten').click();

describe('the known outages', () => {
  it('say what tenants see now, where, until when, and how many reports it brought', async () => {
    await open(lift(), lift({ id: '8', kind: 'water', until: inHours(-1), reports: 0 }));
    await page.sees('2 meldingen uit deze straten');
    expect(page.text).to.contain('Huurders zien dit nu');
    expect(page.text).to.contain('Eerdere storingen');
    expect(page.text).to.contain('nog geen melding hierover');
  });

  it('are set with four fields, by keyboard, and said to who listens', async () => {
    await open();
    await page.sees('Er is nu geen bekende storing');
    fillIn();
    tell();
    await page.hears('Huurders zien de storing binnen twee minuten.');
    expect(page.desk.outages[0]).to.include({ kind: 'lift' });
    expect(page.desk.outages[0]?.areas).to.deep.equal(['9401 AB', '9402']);
    await page.focusIsOn('Bekende storingen');
  });

  it('say what is missing at each field, and keep what was typed', async () => {
    await open();
    page.fill('Bij welke postcodes?', '9401 AB, Brink');
    tell();
    await page.sees('Kies wat er kapot is.');
    await page.sees('Dit is geen postcode: Brink.');
    await page.sees('Vul een dag en een tijd in.');
    expect(page.field('Bij welke postcodes?').value).to.equal('9401 AB, Brink');
    expect(page.app.shadowRoot?.activeElement?.id).to.equal('outage-kind');
    page.fill('Tot wanneer, denkt u?', typed(inHours(-2)));
    tell();
    await page.sees('Deze tijd is al voorbij.');
  });

  it('of another kind need a sentence', async () => {
    await open();
    fillIn();
    page.fill('Wat is er aan de hand?', 'other');
    tell();
    await page.sees('Schrijf in een korte zin wat er kapot is.');
    expect(page.desk.outages).to.deep.equal([]);
  });

  it('keep what was typed when the desk does not take it', async () => {
    await open();
    fillIn();
    page.desk.fail('POST /outages', 'cut');
    tell();
    await page.sees('Dat is niet gelukt.');
    expect(page.field('Bij welke postcodes?').value).to.equal('9401ab, 9402');
    page.desk.mend();
    tell();
    await page.sees('Huurders zien dit nu');
  });

  it('are ended with one button', async () => {
    await open(lift());
    await page.sees('Het is opgelost');
    page.button('Het is opgelost').click();
    await page.hears('De storing is voorbij.');
    await page.sees('Eerdere storingen');
  });

  it('come from a colleague without a reload', async () => {
    await open();
    await page.sees('Er is nu geen bekende storing');
    page.desk.outages = [lift()];
    page.desk.tell({ type: 'outage', id: '7' });
    await page.sees('Huurders zien dit nu');
  });

  for (const width of [320, 1280])
    it(`can be read and pressed at ${width} px`, async () => {
      await viewport(width);
      await open(lift());
      await page.sees('Het is opgelost');
      tell();
      await page.sees('Kies wat er kapot is.');
      expect(await accessibilityFaults(page.app)).to.deep.equal([]);
      expect(smallTargets(page.app)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
});
