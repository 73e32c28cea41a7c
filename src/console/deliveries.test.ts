import { expect } from '@open-wc/testing';
import { accessibilityFaults, smallTargets, viewport } from '../../test/browser/helpers.ts';
import '../../test/browser/history-room.ts';
import type { DeliveryLine } from '../contract/delivery.ts';
import { aReport, flood } from './fixture-reports.ts';
import { TestPage } from './page-of-tests.ts';

let page: TestPage;
beforeEach(() => {
  page = new TestPage();
});
afterEach(async () => {
  page.close();
  await viewport(1280);
});

const line = (own: Partial<DeliveryLine> = {}): DeliveryLine => ({
  id: 'd1',
  report: {
    id: 'flood',
    reference: 'HWRD-CMRT-H',
    what: 'Er komt water door het plafond, woonkamer',
    urgency: 'urgent',
  },
  receivedAt: new Date(Date.now() - 600_000).toISOString(),
  to: 'Itris',
  why: 'timeout',
  attempts: 2,
  nextAt: new Date(Date.now() + 120_000).toISOString(),
  ...own,
});

async function open(...deliveries: DeliveryLine[]): Promise<void> {
  page.desk.reports = [flood()];
  page.desk.deliveries = deliveries;
  page.open('?association=delinde&screen=deliveries');
  await page.sees('Niet doorgestuurd');
}

describe('reports that did not arrive', () => {
  it('stand out above the list, as a link with their number', async () => {
    page.desk.reports = [aReport()];
    const other = { ...line().report, id: 'other', what: 'Wc lekt' };
    page.desk.deliveries = [
      line(),
      line({ id: 'd2', to: 'Mailbox' }),
      line({ id: 'd3', report: other }),
    ];
    page.open();
    await page.sees('2 meldingen zijn niet doorgestuurd');
    page.link('2 meldingen zijn niet doorgestuurd').click();
    await page.focusIsOn('Niet doorgestuurd');
    await page.sees('Niet aangekomen bij Mailbox');
  });

  it('are not spoken of as long as all goes well', async () => {
    page.desk.reports = [aReport()];
    page.open();
    await page.sees('De kraan druppelt');
    expect(page.text).not.to.contain('doorgestuurd');
  });

  it('say why in words, and when they are tried again', async () => {
    const other = { ...line().report, id: 'other', what: 'Wc lekt' };
    await open(
      line(),
      line({ id: 'd2', report: other, why: 'gone', nextAt: undefined, attempts: 1 }),
    );
    await page.sees('Niet aangekomen bij Itris');
    await page.sees('Het andere systeem gaf niet op tijd antwoord.');
    await page.sees('Wij probeerden het 2 keer. Wij proberen het vanzelf weer:');
    await page.sees('Het andere systeem neemt op dit adres niets meer aan.');
    await page.sees('Wij proberen het niet meer vanzelf.');
    expect(page.link('Er komt water').getAttribute('href')).to.contain('report=flood');
  });

  it('come in live, and are said aloud', async () => {
    await open();
    await page.sees('Alles is doorgestuurd');
    page.desk.deliveries = [line()];
    page.desk.tell({ type: 'delivery', id: 'flood' });
    await page.hears('1 melding is niet doorgestuurd');
    await page.sees('Niet aangekomen bij Itris');
    page.desk.deliveries = [];
    page.desk.tell({ type: 'delivery', id: 'flood' });
    await page.sees('Alles is doorgestuurd');
  });

  it('are tried now when she asks for it, and it says so', async () => {
    await open(line());
    await page.sees('Itris');
    page.button('Probeer nu').click();
    await page.hears('Wij proberen het nu bij Itris.');
    expect(page.desk.asked).to.contain('POST /deliveries/d1');
  });

  it('are hers when she took one over by hand', async () => {
    await open(line());
    await page.sees('Itris');
    page.button('Ik heb het zelf overgenomen').click();
    await page.hears('Genoteerd: u gaf het zelf door aan Itris.');
    await page.focusIsOn('Niet doorgestuurd');
    await page.sees('Alles is doorgestuurd');
  });

  it('stay where they are when the desk does not answer, and say why', async () => {
    await open(line());
    await page.sees('Itris');
    page.desk.fail('POST', 'fault');
    page.button('Ik heb het zelf overgenomen').click();
    await page.sees('Dat is niet gelukt. Er ging bij de balie iets mis.');
    await page.sees('Niet aangekomen bij Itris');
  });

  for (const width of [320, 1280])
    it(`can be read and pressed at ${width} px`, async () => {
      await viewport(width);
      await open(line(), line({ id: 'd2', report: { ...line().report, urgency: 'standard' } }));
      await page.sees('Itris');
      expect(await accessibilityFaults(page.app)).to.deep.equal([]);
      expect(smallTargets(page.app)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
});

describe('a report', () => {
  it('says in which system it is now, and where it did not arrive', async () => {
    const at = new Date().toISOString();
    page.desk.reports = [
      {
        ...flood(),
        takenOverIn: 'Itris 123456',
        notWith: ['Mailbox'],
        history: [
          { at, by: 'Itris', kind: 'taken-over', text: 'Itris 123456' },
          { at, by: '', kind: 'delivered', text: 'Itris OV-1' },
          { at, by: 'Anja', kind: 'by-hand', text: 'Map' },
        ],
      },
    ];
    page.open('?association=delinde&report=flood');
    await page.sees('HWRD-CMRT-H');
    const top = page.root.querySelector('.top')?.textContent ?? '';
    expect(top).to.contain('Overgenomen in Itris 123456');
    expect(top).to.contain('Niet aangekomen bij Mailbox');
    await page.sees('Doorgestuurd naar Itris OV-1');
    await page.sees('Zelf doorgegeven aan Map');
  });
});
