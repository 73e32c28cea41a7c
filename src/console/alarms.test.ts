import { expect } from '@open-wc/testing';
import { accessibilityFaults, smallTargets, viewport } from '../../test/browser/helpers.ts';
import '../../test/browser/history-room.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { AlarmLine } from '../contract/staff.ts';
import { aReport } from './fixture-reports.ts';
import { TestPage } from './page-of-tests.ts';

let page: TestPage;
beforeEach(() => {
  page = new TestPage();
  page.desk.reports = [aReport()];
});
afterEach(async () => {
  page.close();
  await viewport(1280);
});

const alarm = (own: Partial<AlarmLine> = {}): AlarmLine => ({
  id: 'a1',
  raisedAt: new Date(Date.now() - 400_000).toISOString(),
  phone: '06 12345678',
  tel: '+31612345678',
  where: '9401 AB 12',
  what: 'Er komt veel water binnen',
  someoneElse: false,
  language: 'ar',
  messages: 2,
  sentAt: new Date(Date.now() - 100_000).toISOString(),
  failing: false,
  ...own,
});

async function open(...alarms: AlarmLine[]): Promise<void> {
  page.desk.alarms = alarms;
  page.open();
  await page.sees('De kraan druppelt');
  for (const { what } of alarms) await page.sees(what);
}

describe('who called and got nobody', () => {
  it('comes in live above everything, is said aloud, and stands in the title', async () => {
    await open();
    expect(page.text).not.to.contain('telefoontje');
    page.desk.alarms = [alarm()];
    page.desk.tell({ type: 'alarm', id: 'a1' });
    await page.hears('Spoed: 1 huurder belde en kreeg niemand.');
    await page.sees('1 huurder wacht op een telefoontje');
    await page.sees('De wachtdienst kreeg 2 berichten, het laatste om');
    await page.sees('Arabisch');
    expect(page.link('06 12 34 56 78').getAttribute('href')).to.equal('tel:+31612345678');
    expect(document.title).to.match(/^1 huurder wacht/);
  });

  it('whose message does not arrive: it says to call oneself', async () => {
    await open(alarm({ failing: true, where: '', someoneElse: true }));
    await page.sees('Het bericht aan de wachtdienst komt niet aan. Bel zelf.');
    await page.sees('geen adres · belt voor iemand anders');
  });

  it('is taken, and let go once it is said how it went; the focus goes along', async () => {
    await open(alarm());
    page.button('Ik bel nu').click();
    await page.sees('Sanne belt');
    await page.sees('Al teruggebeld, of bijna');
    expect(document.title).not.to.contain('wacht');
    await waitUntil(() => page.root.activeElement === page.field('Hoe liep het af?'));
    page.fill('Hoe liep het af?', 'Loodgieter is onderweg');
    page.button('Klaar').click();
    await page.focusIsOn('Meldingen');
    expect(page.text).not.to.contain('teruggebeld');
  });

  it('with others stands first when it is the most urgent; the others are one press away', async () => {
    const late = new Date(Date.now() - 900_000).toISOString();
    await open(alarm(), alarm({ id: 'a2', what: 'De lift zit vast', raisedAt: late }));
    await page.sees('2 huurders wachten op een telefoontje');
    const rest = page.root.querySelector<HTMLDetailsElement>('.alarms details')!;
    expect(rest.open).to.equal(false);
    expect(rest.querySelector('summary')!.textContent.trim()).to.equal('Nog 1');
    expect(rest.textContent).to.contain('Er komt veel water binnen');
    expect(rest.textContent).not.to.contain('De lift zit vast');
    page.root.querySelector<HTMLElement>('.alarms > .alarm .button')!.click();
    await page.sees('Sanne belt');
    // Now the other is the first to call; hers opens under it, with the focus in it.
    await waitUntil(() => page.root.activeElement === page.field('Hoe liep het af?'));
    expect(rest.open).to.equal(true);
    expect(rest.textContent).to.contain('De lift zit vast');
  });

  it('stays red when the desk does not answer, and says why', async () => {
    await open(alarm());
    page.desk.fail('PUT', 'fault');
    page.button('Ik bel nu').click();
    await page.sees('Dat lukte niet. Er ging bij de balie iets mis.');
    await page.sees('Nog niemand belt terug');
  });

  for (const width of [320, 1280])
    it(`can be read and pressed at ${width} px`, async () => {
      await viewport(width);
      const by = { by: 'Sanne', at: new Date().toISOString() };
      await open(alarm(), alarm({ id: 'a2', acknowledged: by }));
      await page.sees('Hoe liep het af?');
      page.root.querySelector('.alarms details')!.setAttribute('open', '');
      expect(await accessibilityFaults(page.app)).to.deep.equal([]);
      expect(smallTargets(page.app)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
});
