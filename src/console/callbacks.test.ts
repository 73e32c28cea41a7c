import { expect } from '@open-wc/testing';
import { accessibilityFaults, smallTargets, viewport } from '../../test/browser/helpers.ts';
import '../../test/browser/history-room.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { aCallback } from './fixture-callbacks.ts';
import { PIXEL } from './fixture-reports.ts';
import { TestPage } from './page-of-tests.ts';

let page: TestPage;
beforeEach(() => {
  page = new TestPage();
});
afterEach(async () => {
  page.close();
  await viewport(1280);
});

const IN_ARABIC = aCallback({
  id: 'c1',
  who: 'Mevrouw Haddad',
  language: 'ar',
  interpreter: true,
  word: { id: 'blue-bicycle', inDutch: 'blauwe fiets', inLanguage: 'دراجة زرقاء' },
  about: 'المطبخ',
  filledIn: true,
  shown: {
    nl: [{ id: 'room', label: 'Waar is het?', value: 'Keuken' }],
    tenant: [{ id: 'room', label: 'أين؟', value: 'المطبخ' }],
  },
  pictures: [{ id: 'p1', url: PIXEL, state: 'ready' }],
});
const LATE = aCallback({
  id: 'c2',
  who: 'Meneer De Vries',
  topic: 'worried',
  team: { id: 'wijk', name: 'Wijkteam Noord' },
  late: true,
  misses: 3,
});

async function open(id?: string, all = [IN_ARABIC, LATE]): Promise<void> {
  page.desk.callbacks.all = all;
  page.open(`?association=delinde&screen=callbacks${id ? `&callback=${id}` : ''}`);
  await page.sees(all[0]!.who);
  if (id) await page.sees('Zeg dit eerst:');
}

describe('who is to be called', () => {
  it('stands in the list with time, topic and language; what is late stands out in words, also in the bar', async () => {
    await open();
    expect(page.line('Mevrouw Haddad').textContent).to.match(/vandaag|\d/);
    expect(page.line('Mevrouw Haddad').textContent).to.contain('Arabisch');
    expect(page.line('Meneer De Vries').textContent).to.contain('Te laat');
    expect(page.line('Meneer De Vries').textContent).to.contain('3 keer geen gehoor');
    expect(page.link('Terugbellen').textContent).to.contain('1 te laat');
    await page.sees('2 te bellen, 2 vandaag, 1 te laat');
  });

  it('of one team when she asks for it', async () => {
    await open();
    page.fill('Team', 'wijk');
    await waitUntil(() => !page.text.includes('Mevrouw Haddad'));
    expect(page.text).to.contain('Meneer De Vries');
  });

  it('comes in live and is said aloud; who cancels is gone', async () => {
    await open(undefined, [IN_ARABIC]);
    page.desk.callbacks.all = [IN_ARABIC, LATE];
    page.desk.tell({ type: 'callback', id: 'c2' });
    await page.hears('1 huurder wil gebeld worden.');
    await page.sees('Meneer De Vries');
    page.desk.callbacks.all = [IN_ARABIC, { ...LATE, state: 'cancelled' }];
    page.desk.tell({ type: 'callback', id: 'c2' });
    await waitUntil(() => !page.text.includes('Meneer De Vries'));
  });

  it('says so when it cannot be fetched, and tries again', async () => {
    page.desk.fail('GET /callbacks', 'fault');
    page.open('?association=delinde&screen=callbacks');
    await page.sees('Wie gebeld moet worden, kan nu niet worden opgehaald.');
    page.desk.mend();
    page.desk.callbacks.all = [LATE];
    page.button('Opnieuw proberen').click();
    await page.sees('Meneer De Vries');
  });
});

describe('a call', () => {
  it('begins with the word in both languages, and shows what she filled in and in what language', async () => {
    await open('c1');
    await page.sees('Zeg dit eerst: blauwe fiets دراجة زرقاء');
    await page.sees('Bel samen met een tolk: Arabisch.');
    await page.sees('Wat de huurder al invulde');
    expect(page.root.querySelector('[lang=ar][dir=rtl]')?.textContent).to.contain('المطبخ');
    expect(page.link('06 12 34 56 78').getAttribute('href')).to.equal('tel:0612345678');
    expect(page.root.querySelector('console-photos')).to.exist;
    expect(document.title).to.contain('Terugbellen');
    expect(document.title + location.href).not.to.match(/fiets|Haddad/);
  });

  it('is hers once she says so, and done once she says how it went; the focus goes along', async () => {
    await open('c1');
    page.button('Ik bel nu').click();
    await page.focusIsOn('Hoe ging het?');
    page.fill('Notitie voor uw collega’s', 'Maandag komt de monteur');
    page.button('Gesproken en klaar').click();
    await page.focusIsOn('Mevrouw Haddad');
    await page.sees('Gesproken');
    expect(page.desk.callbacks.ended).to.deep.equal([
      { kind: 'reached', note: 'Maandag komt de monteur' },
    ]);
    expect(page.root.querySelector('.list-pane')?.textContent).not.to.contain('Mevrouw Haddad');
  });

  it('that a colleague was just before her with is not hers, and it says why', async () => {
    await open('c1');
    page.desk.callbacks.takenBy('Yusuf', 'c1');
    page.button('Ik bel nu').click();
    await page.sees('Iemand anders was eerder');
    await page.sees('Yusuf belt nu');
    expect(page.root.querySelector('#call-note')).not.to.exist;
  });

  it('of a colleague is seen to be so at once', async () => {
    await open('c1');
    page.desk.callbacks.takenBy('Yusuf', 'c1');
    page.desk.tell({ type: 'callback', id: 'c1' });
    await page.sees('Yusuf belt nu');
    expect(page.text).not.to.contain('Ik bel nu');
  });

  it('is let go with "Toch niet"', async () => {
    await open('c1');
    page.button('Ik bel nu').click();
    await page.focusIsOn('Hoe ging het?');
    page.button('Toch niet').click();
    await page.focusIsOn('Bellen');
    await page.sees('Ik bel nu');
  });

  it('nobody answered; another time; another team', async () => {
    await open('c1');
    const take = async () => {
      page.button('Ik bel nu').click();
      await page.focusIsOn('Hoe ging het?');
    };
    await take();
    page.button('Neemt niet op').click();
    await page.sees('1 keer geen gehoor');
    await take();
    page.button('Later terugbellen').click();
    await page.sees('Wanneer belt u?');
    await waitUntil(() => page.root.activeElement === page.field('Wanneer belt u?'));
    page.button('Spreek dit af').click();
    await page.hears('Afgesproken.');
    await take();
    page.button('Gaat naar een ander team').click();
    await page.sees('Naar welk team?');
    page.button('Geef door').click();
    await page.hears('Doorgegeven aan het andere team.');
    expect(page.desk.callbacks.ended).to.deep.equal([
      { kind: 'no-answer', note: '' },
      { kind: 'later', note: '', at: IN_ARABIC.hours[0] },
      { kind: 'passed-on', note: '', team: 'wijk' },
    ]);
  });

  it('after three tries it says what else there is', async () => {
    await open('c2');
    await page.sees('Drie keer geen gehoor.');
  });

  it('that is not there any more says so', async () => {
    await open();
    page.app.go({ screen: 'callbacks', association: 'delinde', callback: 'gone' }, true);
    await page.sees('Dit is er niet (meer).');
  });

  for (const width of [320, 1280])
    it(`can be read and pressed at ${width} px`, async () => {
      await viewport(width);
      await open('c1');
      page.button('Ik bel nu').click();
      await page.focusIsOn('Hoe ging het?');
      page.button('Later terugbellen').click();
      await page.sees('Wanneer belt u?');
      expect(await accessibilityFaults(page.app)).to.deep.equal([]);
      expect(smallTargets(page.app)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
});
