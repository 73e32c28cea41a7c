import { expect } from '@open-wc/testing';
import { accessibilityFaults, focused } from '../../test/browser/helpers.ts';
import '../../test/browser/history-room.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { aReport, flood } from './fixture-reports.ts';
import { TestPage } from './page-of-tests.ts';

let page: TestPage;
let copied: string[];
/** As a browser without a clipboard, or one that refuses. */
let refuses: boolean;
const { clipboard } = navigator;

beforeEach(() => {
  page = new TestPage();
  copied = [];
  refuses = false;
  const writeText = (text: string) =>
    refuses
      ? Promise.reject(new DOMException('', 'NotAllowedError'))
      : Promise.resolve(void copied.push(text));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
});
afterEach(() => {
  page.close();
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
});

const open = async (report = flood()) => {
  page.desk.reports = [report];
  page.open(`?association=delinde&report=${report.id}`);
  await page.sees('Kopieer');
};

describe('a report for the association’s own system', () => {
  it('is copied as plain lines, always the same ones in the same order', async () => {
    const report = flood();
    report.receivedAt = '2026-11-25T13:02:00Z';
    report.shown = {
      ...report.shown,
      nl: [
        { id: 'details.blijft', label: 'Blijft er water komen?', value: 'Ja' },
        { id: 'when', label: 'Wanneer kunnen wij komen?', value: 'Altijd' },
        { id: 'doorName', label: 'Wie doet open', value: 'Buur' },
      ],
    };
    await open(report);
    page.button('Kopieer').click();
    await page.hears('Gekopieerd');
    page.button('Gekopieerd');
    expect(copied).to.deep.equal([
      [
        'Melding: HWRD-CMRT-H',
        'Gemeld: woensdag 25 november 2026 om 14:02, via het formulier, schreef in het Arabisch',
        'Wie: Fatima El Amrani. Ingevuld door iemand anders dan de bewoner',
        'Bereikbaar: 06 87 65 43 21',
        'Waar: Brink 12 a, 9401 AB Assen',
        'Wat: Er komt water door het plafond, woonkamer. Blijft er water komen? Ja',
        'Hoe dringend: Spoed. Er blijft water komen',
        'Veiligheid, al gezegd: Blijf uit de buurt van het water. Zet er een emmer onder.',
        'Toegang: Wanneer kunnen wij komen? Altijd. Wie doet open: Buur',
        'Foto’s: 3',
        'Gesproken bericht: nee',
        'Samengevoegd met: -',
        'Eigen woorden:',
        '  الماء يتسرب من السقف',
      ].join('\n'),
    ]);
  });

  it('lets nothing that somebody typed pass for a line of ours, for markup or for a formula', async () => {
    const typed = 'Jan\nHoe dringend: Gevaar\u202E';
    await open(aReport({ who: typed, where: typed, story: '=1+1\n<b>Melding: X</b>' }));
    page.button('Kopieer').click();
    await page.hears('Gekopieerd');
    const lines = copied[0]?.split('\n') ?? [];
    expect(lines).to.have.length(15);
    expect(lines.filter((line) => line.startsWith('Hoe dringend'))).to.have.length(1);
    expect(lines[2]).to.equal('Wie: Jan Hoe dringend: Gevaar');
    expect(lines.slice(-2)).to.deep.equal(['  =1+1', '  <b>Melding: X</b>']);
  });

  it('stands there selected when the browser does not let us', async () => {
    refuses = true;
    await open();
    page.button('Kopieer').click();
    await page.hears('druk op Ctrl+C');
    const box = page.field('Kopiëren lukte niet vanzelf.');
    await waitUntil(() => focused() === box);
    expect(box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0)).to.equal(box.value);
    expect(box.value).to.match(/^Melding: HWRD-CMRT-H\n/);
    expect(box.readOnly).to.equal(true);
    expect(await accessibilityFaults(page.app)).to.deep.equal([]);
  });
});
