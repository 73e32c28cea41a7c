import { expect } from '@open-wc/testing';
import {
  accessibilityFaults,
  focused,
  press,
  smallTargets,
  type,
  viewport,
} from '../../test/browser/helpers.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import '../../test/browser/history-room.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { aReport } from './fixture-reports.ts';
import { letKeysChoose } from './new-report/key-setting.ts';
import { TestPage } from './page-of-tests.ts';

let page: TestPage;
beforeEach(() => {
  page = new TestPage();
  page.desk.profile = demoProfile;
});
afterEach(async () => {
  page.app?.work.calls.end();
  page.close();
  await viewport(1280);
});

/** The focus is on a field or a choice with this label. */
const on = (label: string): Promise<void> =>
  waitUntil(
    () => nameOfFocus().includes(label),
    () => `The focus is on "${nameOfFocus()}", not on "${label}"`,
  );

function nameOfFocus(): string {
  const at = focused();
  if (at instanceof HTMLInputElement && at.closest('fieldset'))
    return at.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? '';
  const { labels } = at as HTMLInputElement;
  return (labels?.[0]?.textContent ?? at?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

async function open(): Promise<void> {
  page.open('?association=delinde&screen=new');
  await on('Is er nu gevaar?');
}

/** Keys that are no text: counted. */
let keys = 0;
const key = async (...names: string[]) => {
  keys += names.length;
  await press(...names);
};

/** A dripping tap, told in her own words. */
async function drip(): Promise<void> {
  await key('n');
  await on('Vertel het zelf');
  await type('de kraan drupt');
  await key('Enter');
  await on('Wat bedoelt de huurder?');
  await key('1');
  await on('Waar is het?');
  await key('1');
}

async function whoAndWhen(): Promise<void> {
  await on('Postcode');
  await type('9401ab');
  await key('Enter');
  await on('Huisnummer');
  await type('12a');
  await key('Enter');
  await on('Uw naam');
  await type('Mevrouw Berg');
  await key('Enter', 'Enter');
  await on('Uw telefoonnummer');
  await type('06 12345678');
  await key('Enter');
  await on('Wanneer kunnen wij komen?');
  await key('1');
  await on('Hebt u hulp nodig');
  await key('Enter');
  await on('Verstuur de melding');
}

describe('a caller with a dripping tap', () => {
  it('is written down by keyboard alone, in a few keys, as she herself would have', async () => {
    keys = 0;
    await open();
    await drip();
    await whoAndWhen();
    await key('Enter');
    await page.sees('De melding is binnen');
    expect(page.desk.calls).to.have.length(1);
    expect(page.desk.calls[0]?.answers).to.deep.equal({
      danger: 'none',
      story: 'de kraan drupt',
      room: 'keuken',
      problem: 'kraan_drupt',
      address: { postcode: '9401ab', number: '12a' },
      name: 'Mevrouw Berg',
      reach: 'phone',
      phone: '06 12345678',
      when: 'always',
    });
    expect(keys).to.be.at.most(13);
  });

  it('hears her number in groups, spelled, and what happens when', async () => {
    await open();
    await drip();
    await whoAndWhen();
    await key('Enter');
    await page.sees('K7M4');
    await page.sees('K van Karel, 7, M van Maria, 4');
    await accessible();
    await page.sees('Wij bellen u voor een afspraak.');
    await page.focusIsOn('De melding is binnen');
    page.button('Volgende oproep').click();
    await on('Is er nu gevaar?');
    expect(page.text).not.to.contain('Mevrouw Berg');
  });

  it('is found by room, thing and fault as well, with a few letters each', async () => {
    await open();
    await key('n');
    await on('Vertel het zelf');
    await key('Enter');
    await on('Waar is het?');
    await type('keu');
    await key('Enter');
    await on('Wat is er kapot?');
    await type('kra');
    await key('Enter');
    await on('Wat is er aan de hand?');
    await type('drup');
    await key('Enter');
    await on('Postcode');
    expect(page.app.work.calls.current?.journey.state.answers).to.include({
      room: 'keuken',
      item: 'kraan',
      problem: 'kraan_drupt',
    });
  });
});

describe('a caller in danger', () => {
  it('is told what to do, in words to read aloud; the call is on the record and no more is asked', async () => {
    await open();
    await press('1');
    await page.sees('Gevaar. Lees dit nu voor');
    await page.focusIsOn('Gevaar. Lees dit nu voor');
    await page.sees('Ga nu naar buiten. Gebruik uw telefoon pas buiten. Neem iedereen mee.');
    await page.sees('Wacht tot de beller zegt: ik ben buiten.');
    await page.sees('0800-9009');
    await accessible();
    await press('Enter');
    await on('Waar is het, en wie belt er?');
    await type('Brink 12, mevrouw Berg');
    await press('Enter');
    await on('Noteer: gevaar, doorverwezen');
    page.desk.fail('POST /danger-calls', 'cut');
    await press('Enter');
    await page.sees('Het is nog niet genoteerd.');
    page.desk.mend();
    page.button('Noteer: gevaar').click();
    await page.focusIsOn('Genoteerd: gevaar, doorverwezen');
    expect(page.desk.dangerCalls).to.have.length(1);
    expect(page.desk.dangerCalls[0]).to.include({
      danger: 'gaslucht',
      words: 'Brink 12, mevrouw Berg',
    });
    expect(page.desk.calls).to.have.length(0);
    await page.sees('1 oproep met gevaar, doorverwezen');
  });

  it('may have been misheard: Escape leads back to the question', async () => {
    await open();
    await press('3');
    await page.focusIsOn('Gevaar. Lees dit nu voor');
    await press('Escape');
    await on('Is er nu gevaar?');
    await press('n');
    await on('Vertel het zelf');
    expect(page.text).not.to.contain('Gevaar. Lees dit nu voor');
  });
});

describe('an urgent call', () => {
  it('goes on once she says that she read what to do', async () => {
    await open();
    await press('n');
    await on('Vertel het zelf');
    await type('er komt water door het plafond');
    await press('Enter');
    await on('Wat bedoelt de huurder?');
    await press('1');
    await on('Waar is het?');
    await type('woon');
    await press('Enter');
    await on('Komt er water');
    await press('n');
    await on('Waar komt het water vandaan');
    await press('1');
    await page.focusIsOn('Spoed. Lees dit voor');
    await page.sees('0592 65 43 21');
    await accessible();
    page.button('Verder').click();
    await page.sees('Lees dit eerst voor.');
    expect(page.text).not.to.contain('Postcode');
    await on('Ik heb dit voorgelezen');
    await press('Enter');
    await on('Postcode');
  });
});

describe('what is not right', () => {
  it('is said where it is, as in the form, and nothing typed is lost', async () => {
    await open();
    await drip();
    await on('Postcode');
    await type('94');
    await press('Enter', 'Enter');
    await on('Postcode');
    await page.sees('Een postcode heeft 4 cijfers en 2 letters');
    const field = page.field('Postcode');
    const words = field.previousElementSibling;
    expect(words?.className).to.equal('error');
    const room = field.getBoundingClientRect().top - (words?.getBoundingClientRect().bottom ?? 0);
    expect(room, 'the ring of the focus covers no words').to.be.at.least(10);
    expect(field.value).to.equal('94');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await type('01ab');
    expect(page.text).not.to.contain('Een postcode heeft');
    await accessible();
  });
});

describe('a call in which nothing is told', () => {
  it('keeps words that fit no room, says so once, and is not sent empty out of habit', async () => {
    await open();
    await key('0');
    await on('Vertel het zelf');
    await key('Enter');
    await on('Waar is het?');
    await type('kraan lekt keuken');
    await key('Enter');
    await page.hears('Dit vinden wij niet.');
    await on('Waar is het?');
    expect(page.field('Waar is het?').value).to.equal('kraan lekt keuken');
    page.button('Verder').click();
    await on('Waar is het?');
    expect(page.text).not.to.contain('Postcode');
    await accessible();
    page.field('Waar is het?').select();
    await press('Backspace');
    await key('Enter');
    await on('Vertel het zelf');
    await page.sees('Er staat nog niets over wat er kapot is.');
    await accessible();
    await type('kraan lekt keuken');
    expect(page.text).not.to.contain('Er staat nog niets over wat er kapot is.');
  });

  it('is refused once: a caller may have no words for it', async () => {
    await open();
    await key('0');
    await on('Vertel het zelf');
    page.button('Verder').click();
    await page.sees('Er staat nog niets over wat er kapot is.');
    page.button('Verder').click();
    await on('Postcode');
  });
});

describe('two calls at once', () => {
  it('one is parked with all that was typed, and goes on where it was', async () => {
    await open();
    await drip();
    await on('Postcode');
    await type('9401ab');
    page.button('Parkeer').click();
    await on('Is er nu gevaar?');
    await page.sees('1 geparkeerde oproep');
    page.button('9401ab').click();
    await on('Postcode');
    expect(page.field('Postcode').value).to.equal('9401ab');
    expect(page.text).not.to.contain('geparkeerde oproep');
  });

  it('asks before it throws one away', async () => {
    await open();
    await drip();
    await on('Postcode');
    page.button('Gooi weg').click();
    await page.focusIsOn('Nee, bewaar');
    page.button('Nee, bewaar').click();
    await page.focusIsOn('Gooi weg');
    page.button('Gooi weg').click();
    await page.sees('Ja, gooi weg');
    page.button('Ja, gooi weg').click();
    await on('Is er nu gevaar?');
    expect(page.text).not.to.contain('Wat is er kapot?');
  });
});

describe('letters and numbers as keys', () => {
  afterEach(() => letKeysChoose(true));

  it('can be switched off, for who speaks to her computer: also on the next day', async () => {
    await open();
    page.field('Kies met één letter of cijfer').click();
    page.root.querySelector<HTMLElement>('[data-stop=danger] input')?.focus();
    await press('n', '1');
    expect(page.app.work.calls.current?.journey.state.answers.danger).to.equal(undefined);
    await on('Is er nu gevaar?');
    expect(localStorage.getItem('keukentafel-console-keys')).to.equal('off');
    await press('Space', 'Escape');
    expect(page.app.work.calls.current?.journey.state.answers.danger).to.equal('gaslucht');
  });
});

describe('beside the call', () => {
  it('stands what is known at the address already', async () => {
    page.desk.reports = [aReport({ what: 'Dakgoot vol', where: '9401ab 12a' })];
    await open();
    await drip();
    await on('Postcode');
    await type('9401ab');
    await press('Enter');
    await type('12a');
    await press('Enter');
    await page.sees('Dakgoot vol');
    page.button('Parkeer').click();
    await on('Is er nu gevaar?');
    expect(page.text, 'at the address of the call before').not.to.contain('Dakgoot vol');
  });
});

describe('the page', () => {
  for (const width of [320, 640, 1280])
    it(`fits ${width} px, can be pressed, and a screen reader finds its way`, async () => {
      await viewport(width);
      await open();
      await drip();
      await on('Postcode');
      await accessible();
      expect(smallTargets(page.app)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
});

async function accessible(): Promise<void> {
  expect(await accessibilityFaults(page.app)).to.deep.equal([]);
}
