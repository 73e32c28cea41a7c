import { expect } from '@open-wc/testing';
import { accessibilityFaults, smallTargets } from '../../test/browser/helpers.ts';
import '../../test/browser/history-room.ts';
import { aReport, flood } from './fixture-reports.ts';
import { TestPage } from './page-of-tests.ts';

let page: TestPage;
beforeEach(() => {
  page = new TestPage();
});
afterEach(() => page.close());

async function openErasing(): Promise<void> {
  page.open('?association=delinde&report=flood');
  await page.sees('Melding voor altijd wissen');
  page.get('summary', 'Melding voor altijd wissen').click();
}
const asked = (): string[] => page.desk.asked.filter((each) => each.includes('/erasures'));

describe('a report that must be forgotten', () => {
  it('goes when its number is typed once more, and the list says so', async () => {
    page.desk.reports = [flood(), aReport()];
    await openErasing();
    page.fill(
      'Typ het nummer van de melding',
      flood().reference.toLowerCase().replaceAll('-', ' '),
    );
    page.button('Wis deze melding').click();
    await page.hears('De melding is gewist.');
    expect(asked()).to.have.length(1);
    await page.sees('De kraan druppelt');
    expect(page.text).not.to.contain('Er komt water door het plafond');
  });

  it('stays when it is another number, says why, and goes back to the field', async () => {
    page.desk.reports = [flood()];
    await openErasing();
    page.fill('Typ het nummer van de melding', 'K7M4-P2XR-9');
    page.button('Wis deze melding').click();
    await page.sees('Dit is niet het nummer van deze melding.');
    const field = page.field('Typ het nummer van de melding');
    expect(page.root.activeElement).to.equal(field);
    expect(field.getAttribute('aria-describedby')).to.contain('erase-error');
    expect(asked()).to.deep.equal([]);
    expect(await accessibilityFaults(page.app)).to.deep.equal([]);
    expect(smallTargets(page.app)).to.deep.equal([]);
  });

  it('says where else it went: that is out of the desk’s reach', async () => {
    const at = new Date().toISOString();
    const history = ['Itris OV-118', 'Mailbox'].map((text) => ({
      at,
      by: '',
      kind: 'delivered' as const,
      text,
    }));
    page.desk.reports = [{ ...flood(), takenOverIn: undefined, history }];
    await openErasing();
    await page.sees('De melding ging ook naar: Itris OV-118, Mailbox. Laat haar ook daar wissen.');
  });
});
