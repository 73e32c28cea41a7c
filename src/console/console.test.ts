import { expect } from '@open-wc/testing';
import {
  accessibilityFaults,
  focused,
  press,
  smallTargets,
  viewport,
} from '../../test/browser/helpers.ts';
import type { Report } from '../contract/staff.ts';
import { aMessage, aReport, anja, beside, flood } from './fixture-reports.ts';
import '../../test/browser/history-room.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { TestPage } from './page-of-tests.ts';

let page: TestPage;
beforeEach(() => {
  page = new TestPage();
});
afterEach(async () => {
  page.close();
  await viewport(1280);
});

describe('signing in', () => {
  it('is one button, and on a developer’s own computer leads to the list at once', async () => {
    page.desk.reports = [flood()];
    page.open('?association=delinde', { signedIn: false });
    await page.sees('Hier ziet u de meldingen van huurders.');
    page.button('Aanmelden').click();
    await page.sees('Er komt water door het plafond');
    await page.focusIsOn('Meldingen');
    expect(document.title).to.equal('Meldingen – Woningstichting De Linde – Keukentafel');
  });

  it('says so where nobody can sign in yet', async () => {
    page.desk.signInGoesTo = undefined;
    page.open('?association=delinde', { signedIn: false });
    await page.sees('Hier ziet u');
    page.button('Aanmelden').click();
    await page.focusIsOn('Aanmelden kan hier nog niet');
    await page.focusIsOn('Vraag uw beheerder');
  });

  it('goes to the page of her organisation, and comes back to the report that she wanted to see', async () => {
    page.desk.signInGoesTo = 'https://login.example/authorize';
    page.open('?association=delinde&report=flood', { signedIn: false });
    await page.sees('Hier ziet u');
    const left = page.leaves();
    page.button('Aanmelden').click();
    expect(await left).to.equal('https://login.example/authorize');
    expect(page.desk.signInAsked).to.deep.equal({
      returnTo: '?association=delinde&report=flood',
      anew: false,
    });
    await page.sees('Bezig met aanmelden');
  });

  it('asks who she is when she signed out herself, or came with an account that may not', async () => {
    page.desk.signInGoesTo = 'https://login.example/authorize';
    page.open('?association=delinde');
    await page.sees('Er zijn geen meldingen');
    page.button('Afmelden').click();
    await page.sees('Hier ziet u');
    let left = page.leaves();
    page.button('Aanmelden').click();
    await left;
    expect(page.desk.signInAsked?.anew).to.equal(true);
    page.close();
    page.open('?association=delinde&anew', { signedIn: false });
    page.desk.session = undefined;
    await page.sees('Hier ziet u');
    left = page.leaves();
    page.button('Aanmelden').click();
    await left;
    expect(page.desk.signInAsked?.anew).to.equal(true);
  });

  it('tells that the provider does not answer, and lets her try again', async () => {
    page.desk.fail('POST /session', 'provider-down');
    page.open('?association=delinde', { signedIn: false });
    await page.sees('Hier ziet u');
    page.button('Aanmelden').click();
    await page.focusIsOn('De aanmelddienst van uw organisatie antwoordt niet.');
    page.desk.mend();
    page.button('Aanmelden').click();
    await page.sees('Er zijn geen meldingen');
  });

  it('can end on every computer at once', async () => {
    page.open();
    await page.sees('Er zijn geen meldingen');
    page.get('summary', 'Aangemeld als Anja').click();
    page.button('Overal afmelden').click();
    await page.sees('Hier ziet u de meldingen');
    expect(page.desk.asked).to.include('DELETE /sessions');
  });

  it('asks which association when the address has none, and again when it knows none of that name', async () => {
    page.open('?');
    await page.sees('Van welke corporatie?');
    expect(page.field('Korte naam').getAttribute('aria-describedby')).to.equal('association-hint');
    page.close();
    page.open('?association=onbekend');
    await page.sees('De corporatie “onbekend” kennen wij hier niet.');
    const field = page.field('Korte naam') as HTMLInputElement;
    expect(field.value).to.equal('onbekend');
    expect(field.getAttribute('aria-describedby')).to.contain('association-error');
    // A form of the page itself: it goes to the same address with another name in it.
    page.fill('Korte naam', 'delinde');
    const form = page.button('Verder').closest('form')!;
    expect(form.method).to.equal('get');
    expect([...new FormData(form)]).to.deep.equal([['association', 'delinde']]);
    expect(await accessibilityFaults(page.app)).to.deep.equal([]);
  });

  it('ends with nothing left of what she saw', async () => {
    page.desk.reports = [flood()];
    page.open('?association=delinde&report=flood');
    await page.sees('Fatima El Amrani');
    page.button('Afmelden').click();
    await page.sees('Hier ziet u de meldingen');
    expect(page.text).not.to.contain('Fatima');
    expect(page.text).not.to.contain('Brink');
    expect(location.search).to.equal('?association=delinde');
    await page.focusIsOn('Aanmelden');
  });

  it('keeps the note she was typing when the session ends', async () => {
    page.desk.reports = [flood()];
    page.open('?association=delinde&report=flood');
    await page.sees('Nieuwe notitie');
    page.fill('Nieuwe notitie', 'Sleutel bij de buren');
    page.desk.session = undefined;
    page.button('Notitie bewaren').click();
    await page.sees('U bent afgemeld');
    page.button('Aanmelden').click();
    await page.sees('Nieuwe notitie');
    expect(page.field('Nieuwe notitie').value).to.equal('Sleutel bij de buren');
  });

  it('keeps that note also while she is away at the page of her organisation, for her alone', async () => {
    const goesAway = async () => {
      page.desk.reports = [flood()];
      page.desk.signInGoesTo = 'https://login.example/authorize';
      page.open('?association=delinde&report=flood');
      await page.sees('Nieuwe notitie');
      page.fill('Nieuwe notitie', 'Sleutel bij de buren');
      page.desk.session = undefined;
      page.button('Notitie bewaren').click();
      await page.sees('U bent afgemeld');
      const left = page.leaves();
      page.button('Aanmelden').click();
      await left;
      page.close();
    };
    await goesAway();
    page.desk.session = anja;
    page.open('?association=delinde&report=flood');
    await page.sees('Nieuwe notitie');
    expect(page.field('Nieuwe notitie').value).to.equal('Sleutel bij de buren');
    page.close();

    await goesAway();
    page.desk.session = { ...anja, who: 'eva', name: 'Eva' };
    page.open('?association=delinde&report=flood', { signedIn: false });
    await page.sees('Nieuwe notitie');
    expect(page.field('Nieuwe notitie').value).to.equal('');
    expect(sessionStorage.length).to.equal(0);
  });
});

describe('the list', () => {
  it('says of each report how urgent it is, what, where and when', async () => {
    page.desk.reports = [flood(), aReport()];
    page.open();
    await page.sees('De kraan druppelt');
    const words = page.line('Er komt water').textContent?.replace(/\s+/g, ' ').trim();
    expect(words).to.match(
      /^Spoed Nieuw Er komt water door het plafond, woonkamer Fatima El Amrani · Brink 12 a, 9401 AB Assen (vandaag|gisteren) \d\d:\d\d · Arabisch · 3 foto’s$/,
    );
    expect(page.line('De kraan').textContent).not.to.contain('Nederlands');
  });

  it('lets nothing move when a report comes in: it is announced and waits', async () => {
    page.desk.reports = [aReport({ id: 'old', what: 'Deur klemt' })];
    page.open();
    await page.sees('Deur klemt');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = page.line('Deur klemt').getBoundingClientRect().top;
    page.desk.reports = [
      aReport({ id: 'new', what: 'Geen water', urgency: 'urgent' }),
      ...page.desk.reports,
    ];
    page.desk.tell({ type: 'report', id: 'new' });
    await page.hears('1 nieuwe melding. De meest dringende: Spoed.');
    expect(page.text).not.to.contain('Geen water');
    expect(page.line('Deur klemt').getBoundingClientRect().top).to.equal(before);
    page.button('1 nieuwe melding: tonen').click();
    await page.focusIsOn('Geen water');
  });

  it('changes a line where it stands when a colleague changed the report', async () => {
    page.desk.reports = [aReport({ id: 'a', what: 'Deur klemt' }), aReport({ what: 'Wc lekt' })];
    page.open();
    await page.sees('Wc lekt');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [first, second] = page.desk.reports;
    if (!first || !second) throw new Error('no reports');
    page.desk.reports = [second, { ...first, status: 'done' }];
    page.desk.tell({ type: 'report', id: 'a' });
    await page.sees('Klaar');
    const order = [...page.root.querySelectorAll('.what')].map((each) => each.textContent);
    expect(order).to.deep.equal(['Deur klemt', 'Wc lekt']);
    expect(page.text).not.to.contain('tonen');
  });

  it('says when it is empty, and fetches more when asked', async () => {
    page.open();
    await page.sees('Er zijn geen meldingen');
    page.close();
    page.desk.reports = [1, 2, 3].map((each) => aReport({ what: `Kraan ${each}` }));
    page.desk.pageSize = 2;
    page.open();
    await page.sees('Kraan 2');
    expect(page.text).not.to.contain('Kraan 3');
    page.button('Meer meldingen').focus();
    await press('Enter');
    await page.focusIsOn('Kraan 3');
    await page.hears('1 melding erbij.');
    const last = page.desk.reports.find(({ what }) => what === 'Kraan 3');
    if (!last) throw new Error('no report');
    last.status = 'planned';
    await new Promise((resolve) => setTimeout(resolve, 50));
    page.desk.tell({ type: 'report', id: last.id });
    await waitUntil(() => page.line('Kraan 3').textContent.includes('Ingepland'));
    expect(page.text).not.to.contain('Meer meldingen');
  });
});

describe('how the queue stands', () => {
  const cell = (row: string) =>
    [...page.root.querySelectorAll('.figures tr')]
      .map((each) => each.textContent.replace(/\s+/g, ' ').trim())
      .find((words) => words.startsWith(row));

  it('is said in words and tables beside the list, and changes when a report comes in', async () => {
    page.open();
    await page.sees('Vandaag kwamen er 9 meldingen binnen. Er kwamen 7 meldingen klaar.');
    expect(cell('Spoed')).to.equal('Spoed 2');
    expect(cell('woensdag 25')).to.equal('woensdag 25 9 8 7');
    expect(page.link('Snel, gemeld').getAttribute('href')).to.contain('report=earlier');
    await new Promise((resolve) => setTimeout(resolve, 50));
    page.desk.figures = { ...page.desk.figures, days: [] };
    page.desk.tell({ type: 'report', id: 'x' });
    await waitUntil(() => cell('woensdag') === undefined);
  });

  it('has a screen of its own where the list stands alone, and says when it cannot be fetched', async () => {
    await viewport(640);
    page.desk.fail('GET /figures', 'fault');
    page.open();
    await page.sees('Er zijn geen meldingen');
    page.link('Hoe de wachtrij ervoor staat').click();
    await page.focusIsOn('Hoe de wachtrij ervoor staat');
    await page.sees('De cijfers kunnen nu niet worden opgehaald.');
    page.desk.mend();
    page.button('Opnieuw proberen').click();
    await page.sees('Normaal is wat er op zo’n dag');
  });
});

describe('searching', () => {
  beforeEach(async () => {
    page.desk.reports = [
      flood(),
      aReport({ id: 'x', where: 'Brink 18, 9401 AB Assen', what: 'Deur klemt' }),
      aReport({ id: 'y', what: 'Wc lekt' }),
    ];
    page.open();
    await page.sees('Wc lekt');
  });

  it('finds several, says how many and leads back to all', async () => {
    await page.search('9401 ab');
    await page.sees('2 meldingen gevonden');
    await page.focusIsOn('2 meldingen gevonden');
    expect(page.text).not.to.contain('Wc lekt');
    page.button('Toon alle meldingen').click();
    await page.sees('Wc lekt');
  });

  it('opens the only one it finds', async () => {
    await page.search('+3168765');
    await page.focusIsOn('Er komt water door het plafond');
    expect(location.search).to.equal('?association=delinde&report=flood');
  });

  it('says plainly that it found nothing, and what can be searched for', async () => {
    await page.search('9999 ZZ');
    await page.focusIsOn('Geen melding gevonden');
    await page.sees('Gezocht op “9999 ZZ”');
    await page.sees('postcode en huisnummer, zoals 9401 AB 12');
  });

  it('puts nothing of a tenant in an address or a title', async () => {
    const urls = performance.getEntriesByType('resource').map(({ name }) => name);
    await page.search('0687654321');
    await page.search('+3168765');
    await page.focusIsOn('Er komt water');
    const everything = [location.href, document.title, ...page.desk.asked, ...urls].join(' ');
    for (const personal of ['0687', '3168', 'Fatima', 'Brink', '9401'])
      expect(everything).not.to.contain(personal);
  });
});

describe('a report', () => {
  beforeEach(() => {
    page.desk.reports = [flood(), aReport({ id: 'plain' })];
  });

  it('says in its top box who, where, what, how urgent and why, since when and in which language', async () => {
    page.open('?association=delinde&report=flood');
    await page.sees('HWRD-CMRT-H');
    const top = page.root.querySelector('.top')?.textContent?.replace(/\s+/g, ' ') ?? '';
    for (const words of [
      'Spoed: Er blijft water komen',
      'Er komt water door het plafond, woonkamer',
      'Fatima El Amrani',
      'Brink 12 a, 9401 AB Assen',
      '06 87 65 43 21',
      'gemeld vandaag',
      'schreef in het Arabisch',
      'Ingevuld door iemand anders dan de bewoner',
    ])
      expect(top.replace('gisteren', 'vandaag')).to.contain(words);
    expect(page.link('06 87').getAttribute('href')).to.equal('tel:+31687654321');
    expect(document.title).to.equal('Melding HWRD-CMRT-H – Woningstichting De Linde – Keukentafel');
  });

  it('has her own words beside the Dutch, each in its own language and direction', async () => {
    page.open('?association=delinde&report=flood');
    await page.sees('Woonkamer');
    const [, arabic] = page.root.querySelectorAll('tbody tr:first-child td');
    expect(arabic?.getAttribute('lang')).to.equal('ar');
    expect(arabic?.getAttribute('dir')).to.equal('rtl');
    expect(arabic?.textContent).to.contain('غرفة الجلوس');
    expect(page.root.querySelector('blockquote')?.lang).to.equal('ar');
    expect(page.text.match(/الماء يتسرب من السقف/g)).to.have.length(1);
  });

  it('shows Dutch answers once', async () => {
    page.open('?association=delinde&report=plain');
    await page.sees('Waar is het?');
    expect(page.root.querySelector('table')).to.equal(null);
  });

  it('tells staff who usually pays and which trade, and who looked at it, each once', async () => {
    page.open('?association=delinde&report=flood');
    await page.sees('De huurder ziet dit niet.');
    await page.sees('Wij (de verhuurder)');
    await page.sees('Loodgieter');
    await page.sees('Bekeken door 1 collega');
  });

  it('leads to other reports at the address, and back to where she was', async () => {
    page.desk.reports.push(aReport({ id: 'earlier', what: 'Dakgoot vol' }));
    page.open('?association=delinde&report=flood');
    await page.sees('Bij dit adres en gebouw');
    page.get('.report-pane a', 'Gewoon Klaar Dakgoot vol').click();
    await page.focusIsOn('Dakgoot vol');
    history.back();
    await page.focusIsOn('Er komt water');
    expect(location.search).to.contain('report=flood');
  });

  it('puts the focus back on the line she came from', async () => {
    page.open();
    await page.sees('De kraan');
    page.line('Er komt water').click();
    await page.focusIsOn('Er komt water');
    expect(page.root.activeElement?.localName).to.equal('h2');
    history.back();
    await waitUntil(() => page.root.activeElement === page.line('Er komt water'));
  });

  it('changes its status by a button with a word, and says so', async () => {
    page.open('?association=delinde&report=flood');
    await page.sees('Ingepland');
    expect(page.button('Nieuw').getAttribute('aria-pressed')).to.equal('true');
    page.button('Ingepland').click();
    await page.hears('Status is nu: Ingepland.');
    await page.sees('Status: Ingepland');
    expect(page.button('Ingepland').getAttribute('aria-pressed')).to.equal('true');
    expect(page.button('Nieuw').getAttribute('aria-pressed')).to.equal('false');
  });

  it('says when the status did not change', async () => {
    page.open('?association=delinde&report=flood');
    await page.sees('Ingepland');
    page.desk.fail('PUT', 'fault');
    page.button('Klaar').click();
    await page.sees('De status is niet veranderd. Er ging bij de balie iets mis.');
    expect(page.button('Nieuw').getAttribute('aria-pressed')).to.equal('true');
  });

  it('keeps a note once, also when the first attempt was cut off', async () => {
    page.open('?association=delinde&report=flood');
    await page.sees('Nieuwe notitie');
    page.button('Notitie bewaren').click();
    await page.sees('Typ eerst een notitie.');
    expect(page.field('Nieuwe notitie').getAttribute('aria-invalid')).to.equal('true');
    await waitUntil(() => focused() === page.field('Nieuwe notitie'));
    page.fill('Nieuwe notitie', 'Sleutel bij de buren');
    page.desk.fail('POST', 'cut');
    page.button('Notitie bewaren').click();
    await page.sees('Uw tekst staat er nog.');
    page.desk.mend();
    page.button('Notitie bewaren').click();
    await page.hears('De notitie is bewaard.');
    await page.sees('Anja, vandaag');
    expect(page.field('Nieuwe notitie').value).to.equal('');
    expect(new Set(page.desk.keys).size).to.equal(1);
    expect(page.desk.keys).to.have.length(2);
  });

  it('keeps what she types on one report out of the next', async () => {
    page.open('?association=delinde&report=flood');
    await page.sees('Nieuwe notitie');
    page.fill('Nieuwe notitie', 'Voor Fatima');
    page.line('De kraan').click();
    await page.focusIsOn('De kraan');
    expect(page.field('Nieuwe notitie').value).to.equal('');
    page.line('Er komt water').click();
    await page.focusIsOn('Er komt water');
    expect(page.field('Nieuwe notitie').value).to.equal('Voor Fatima');
  });

  it('shows what a colleague just did, without touching what she types', async () => {
    page.open('?association=delinde&report=flood');
    await page.sees('Nieuwe notitie');
    page.field('Nieuwe notitie').focus();
    page.fill('Nieuwe notitie', 'Ik ben nog');
    const [report] = page.desk.reports;
    if (!report) throw new Error('no report');
    const note = { at: new Date().toISOString(), by: 'Bram', kind: 'note', text: 'Monteur belt' };
    page.desk.reports = [{ ...report, history: [...report.history, note as never] }];
    await new Promise((resolve) => setTimeout(resolve, 50));
    page.desk.tell({ type: 'report', id: 'flood' });
    await page.sees('Monteur belt');
    expect(page.field('Nieuwe notitie').value).to.equal('Ik ben nog');
    expect(focused()).to.equal(page.field('Nieuwe notitie'));
  });

  it('says when it is not there', async () => {
    page.open('?association=delinde&report=gone');
    await page.sees('Deze melding is er niet (meer)');
    await page.sees('Meldingen');
  });
});

describe('two reports about the same', () => {
  const asUrgent: Report = { ...beside(), urgency: 'urgent' };
  beforeEach(async () => {
    page.desk.reports = [{ ...flood(), inBuilding: [asUrgent] }, structuredClone(asUrgent)];
    page.open('?association=delinde&report=flood');
    await page.sees('In dit gebouw of vlak ernaast');
  });
  const merge = () => page.button('Samenvoegen met Brink 14, melding VQ3C-HJ7K-4');

  it('are put together by keyboard: the older one leads unless she says otherwise', async () => {
    merge().focus();
    await press('Enter');
    await waitUntil(() => focused()?.id === 'leads-other');
    await page.sees('Er gaat niets weg');
    await accessible();
    await press('Enter');
    await page.hears('De meldingen zijn samengevoegd. VQ3C-HJ7K-4 is leidend.');
    await page.focusIsOn('Deze melding hoort bij een andere');
    expect(page.desk.asked).to.include('PUT /reports/flood/merged-into');
    await page.sees('Zet de status bij de leidende melding: VQ3C-HJ7K-4.');
    expect(page.line('woonkamer').textContent).to.contain('hoort bij VQ3C-HJ7K-4');
    await accessible();
  });

  it('say what each is; of two that differ only the most urgent can lead, also when it is younger', async () => {
    merge().click();
    await page.sees('De andere melding: Spoed, Er komt water door het plafond, keuken, Brink 14');
    page.close();
    page.desk.reports = [flood(), beside()];
    page.open('?association=delinde&report=flood');
    await page.sees('In dit gebouw of vlak ernaast');
    merge().click();
    await page.sees('De meest dringende melding blijft leidend.');
    await page.sees('De andere melding: Gewoon, Er komt water');
    await waitUntil(() => focused()?.id === 'leads-this');
    expect(page.root.querySelectorAll('.which input')).to.have.length(1);
    await accessible();
    page.button('Voeg samen').click();
    await page.hears('De meldingen zijn samengevoegd. HWRD-CMRT-H is leidend.');
  });

  it('can be led by the one that is open, and are taken apart again', async () => {
    merge().click();
    await page.sees('Welke melding blijft leidend?');
    page.field('Deze melding: Spoed').click();
    page.button('Voeg samen').click();
    await page.focusIsOn('Deze meldingen horen hierbij');
    await page.sees('samen met 1 andere');
    page.button('Maak VQ3C-HJ7K-4 los').click();
    await page.hears('Melding VQ3C-HJ7K-4 staat weer op zichzelf.');
    await page.focusIsOn('Er komt water door het plafond');
    expect(page.text).not.to.contain('horen hierbij');
    expect(page.button('Nieuw').getAttribute('aria-pressed')).to.equal('true');
  });

  it('stay apart when she thinks better of it, or when it fails', async () => {
    merge().click();
    await page.sees('Laat ze apart');
    page.button('Laat ze apart').click();
    await waitUntil(() => focused()?.id === 'merge-beside');
    merge().click();
    await page.sees('Voeg samen');
    page.desk.fail('PUT', 'bad-request');
    page.button('Voeg samen').click();
    await page.sees('Dat is niet gelukt. De balie nam dit niet aan.');
    await waitUntil(() => focused()?.id === 'leads-other');
  });

  it('are not offered when one of them is finished', () => {
    const offered = [...page.root.querySelectorAll('.merge')].map((each) =>
      each.textContent.trim(),
    );
    expect(offered).to.deep.equal(['Samenvoegen met Brink 14']);
  });
});

async function accessible(): Promise<void> {
  await page.app.updateComplete;
  expect(await accessibilityFaults(page.app)).to.deep.equal([]);
  expect(smallTargets(page.app)).to.deep.equal([]);
}

describe('messages', () => {
  beforeEach(async () => {
    page.desk.messages = [
      aMessage({
        id: 'm1',
        language: 'ar',
        text: 'متى يأتي الفني؟',
        reach: 'karim@example.nl',
        name: '',
      }),
      aMessage({ id: 'm2' }),
    ];
    page.open();
    await page.sees('2 open');
    page.link('Berichten').click();
    await page.focusIsOn('Berichten');
  });

  it('have a way to answer and their own language', async () => {
    await page.sees('2 berichten wachten op antwoord.');
    expect(page.link('karim@').getAttribute('href')).to.equal('mailto:karim@example.nl');
    expect(page.link('0592').getAttribute('href')).to.equal('tel:0592445566');
    expect(page.root.querySelector('blockquote')?.lang).to.equal('ar');
    await page.sees('Geschreven bij: reparatie melden');
    expect(document.title).to.match(/^Berichten – /);
  });

  it('are marked as answered and back', async () => {
    page.root.querySelectorAll<HTMLElement>('article button')[1]?.click();
    await page.hears('Het bericht van Mevrouw Visser staat op beantwoord.');
    await page.sees('1 bericht wacht op antwoord.');
    page.button('Zet terug').click();
    await page.sees('2 berichten wachten op antwoord.');
  });

  it('wait when new, like reports', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    page.desk.messages = [aMessage({ id: 'm3', name: 'Piet' }), ...page.desk.messages];
    page.desk.tell({ type: 'message', id: 'm3' });
    await page.hears('1 nieuw bericht.');
    expect(page.text).not.to.contain('Piet');
    page.button('1 nieuw bericht: tonen').click();
    await page.focusIsOn('Piet');
  });
});

describe('when something is wrong', () => {
  it('says that the desk does not answer, and tries again', async () => {
    page.desk.reports = [flood()];
    page.desk.fail('GET /reports', 'html');
    page.open();
    await page.sees('De meldingen kunnen nu niet worden opgehaald.');
    await page.sees('De balie antwoordt even niet.');
    page.desk.mend();
    page.button('Opnieuw proberen').click();
    await page.sees('Er komt water');
  });

  it('says so of one report, with the list still there', async () => {
    page.desk.reports = [flood()];
    page.desk.fail('GET /reports/', 'fault');
    page.open('?association=delinde&report=flood');
    await page.sees('De melding kan nu niet worden opgehaald.');
    page.desk.mend();
    page.button('Opnieuw proberen').click();
    await page.sees('Fatima');
  });

  it('says so when it cannot even tell whether she is signed in', async () => {
    page.desk.fail('GET /session', 'cut');
    page.open();
    await page.sees('Wij kunnen nu niet zien of u bent aangemeld.');
    page.desk.mend();
    page.button('Opnieuw proberen').click();
    await page.sees('Er zijn geen meldingen');
  });

  it('warns while the line is broken, and catches up when it is back', async () => {
    page.desk.reports = [aReport({ what: 'Deur klemt' })];
    page.open();
    await page.sees('Deur klemt');
    await new Promise((resolve) => setTimeout(resolve, 50));
    page.desk.breakLine();
    await page.sees('De verbinding is weg.');
    await page.hears('De verbinding is weg.');
    page.desk.reports = [aReport({ what: 'Geen water' }), ...page.desk.reports];
    page.button('Nu proberen').click();
    await page.sees('1 nieuwe melding: tonen');
    expect(page.text).not.to.contain('De verbinding is weg.');
  });

  it('asks to sign in again when the session ended while she looked on', async () => {
    page.open();
    await page.sees('Er zijn geen meldingen');
    await new Promise((resolve) => setTimeout(resolve, 50));
    page.desk.session = undefined;
    page.desk.breakLine();
    await page.sees('U bent afgemeld');
    await page.focusIsOn('Aanmelden');
  });

  it('tells of safety texts that nobody approved, by what they say', async () => {
    page.desk.session = { ...anja, unapproved: ['gas', 'plafond'] };
    page.open('?association=delinde', { signedIn: false });
    await page.sees('2 veiligheidsteksten zijn nog niet goedgekeurd');
    await page.sees('Ga nu naar buiten.');
    await page.sees('plafond');
  });
});

describe('everybody', () => {
  const screens = {
    'the sign-in': async () => {
      page.open('?association=delinde', { signedIn: false });
      await page.sees('Hier ziet u');
    },
    'the list and no report': async () => {
      page.desk.session = { ...anja, unapproved: ['gas'] };
      page.open('?association=delinde', { signedIn: false });
      await page.sees('Kies links een melding');
      await page.sees('Dakgoot');
    },
    'a report': async () => {
      page.open('?association=delinde&report=flood');
      await page.sees('Wat er gebeurde');
    },
    'the figures': async () => {
      page.open('?association=delinde&screen=figures');
      await page.sees('Normaal is wat er op zo’n dag');
    },
    'the messages': async () => {
      page.desk.messages = [aMessage(), aMessage({ answered: true })];
      page.open('?association=delinde&screen=messages');
      await page.sees('Zet terug');
    },
    'a fault': async () => {
      page.desk.fail('GET /reports', 'fault');
      page.open('?association=delinde&report=flood');
      await page.sees('Opnieuw proberen');
    },
  };

  const more = {
    'what was found': async () => {
      page.open();
      await page.sees('Dakgoot');
      await page.search('9402');
      await page.focusIsOn('Dakgoot');
    },
    'nothing found': async () => {
      page.open();
      await page.sees('Dakgoot');
      await page.search('9999');
      await page.sees('Geen melding gevonden');
    },
    'who is signed in, and how she goes': async () => {
      page.open();
      await page.sees('Dakgoot');
      page.get('summary', 'Aangemeld als Anja').click();
    },
    'a lost line and a new report that waits': async () => {
      page.open();
      await page.sees('Dakgoot');
      await new Promise((resolve) => setTimeout(resolve, 50));
      page.desk.reports = [aReport({ urgency: 'danger' }), ...page.desk.reports];
      page.desk.tell({ type: 'report', id: 'x' });
      await page.sees('1 nieuwe melding: tonen');
      page.desk.breakLine();
      await page.sees('De verbinding is weg.');
    },
    'a report that is put with another': async () => {
      page.desk.reports = [flood(), beside()];
      page.open('?association=delinde&report=flood');
      await page.sees('Samenvoegen met Brink 14');
      await page.app.work.api.merge('flood', 'beside');
      await page.app.work.refresh();
      await page.sees('Deze melding hoort bij een andere');
    },
    'a report that is not there': async () => {
      page.open('?association=delinde&report=gone');
      await page.sees('Deze melding is er niet (meer)');
    },
  };

  for (const [name, open] of Object.entries(more))
    it(`can use ${name} at 320 px and at 1280 px`, async () => {
      page.desk.reports = [flood(), aReport({ what: 'Dakgoot vol' })];
      await open();
      for (const width of [1280, 320]) {
        await viewport(width);
        await accessible();
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      }
    });

  for (const [name, open] of Object.entries(screens)) {
    for (const width of [320, 640, 1280]) {
      it(`can use ${name} at ${width} px: no fault for axe, large targets, nothing cut off`, async () => {
        await viewport(width);
        page.desk.reports = [flood(), aReport({ what: 'Dakgoot vol' })];
        await open();
        await page.app.updateComplete;
        const faults = await accessibilityFaults(page.app);
        expect(faults.join('\n')).to.equal('');
        expect(smallTargets(page.app).join('\n')).to.equal('');
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      });
    }
  }

  it('reaches a report and its status with the keyboard alone', async () => {
    page.desk.reports = [flood()];
    page.open();
    await page.sees('Er komt water');
    page.line('Er komt water').focus();
    await press('Enter');
    await page.focusIsOn('Er komt water');
    for (let step = 0; step < 12 && focused()?.textContent?.trim() !== 'Gezien'; step++)
      await press('Tab');
    await press('Space');
    await page.hears('Status is nu: Gezien.');
  });
});
