import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { accessibilityFaults, viewport } from './helpers.ts';
import { faultsNow, sideways, switchTo, waysNow } from './story-checks.ts';
import type { Asked } from './story-checks.ts';

const LARGE = 'style="display:block;min-width:200px;min-height:60px"';
const names = {
  loading: ['Een ogenblik.'],
  open: 'Liever spreken',
  table: [],
  outside: ['Ik ben buiten'],
  ways: { call: 'Bellen', callback: 'Wij bellen', office: 'Kantoor', message: 'Bericht' },
};
const asked: Asked = { names: { nl: names, ar: names }, emergency: ['112'] };

/** As little as an element of the kit must be, showing what a test puts into it. */
class Trial extends HTMLElement {
  static content = '';
  static obedient = true;
  ready = Promise.resolve();
  updateComplete = Promise.resolve(true);
  kit = {
    loadTexts: () => Promise.resolve({}),
    desk: {},
    profile: { callbacks: {}, offices: [{}] },
  };
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = `<div lang="nl">${Trial.content}</div>`;
  }
  override set lang(language: string) {
    if (Trial.obedient) this.shadowRoot!.querySelector('div')!.lang = language;
  }
}
customElements.define('kt-trial', Trial);

async function show(content: string, obedient = true): Promise<Element> {
  fixtureCleanup();
  Object.assign(Trial, { content, obedient });
  const element = await fixture(html`<kt-trial></kt-trial>`);
  // So that axe is there before the checks ask it.
  await accessibilityFaults(element);
  return element;
}

const speak = `<button ${LARGE}>Liever spreken</button>`;

describe('what every story is asked', () => {
  it('finds nothing wrong with a large way to a person', async () => {
    await show(speak);
    expect(await faultsNow(asked)).to.deep.equal([]);
  });

  it('sees that there is no element at all', async () => {
    fixtureCleanup();
    expect(await faultsNow(asked)).to.deep.equal(['there is no element of the kit in it']);
  });

  it('sees that there is no way to a person', async () => {
    await show(`<button ${LARGE}>Verder</button>`);
    expect(await faultsNow(asked)).to.deep.equal(['<kt-trial> has no way to a person']);
  });

  it('sees that the way to a person is hidden', async () => {
    await show('<button hidden>Liever spreken</button>');
    expect(await faultsNow(asked)).to.deep.equal(['<kt-trial> has no way to a person']);
  });

  it('takes the emergency number, and the way out, for one in danger, and no other number', async () => {
    for (const content of [
      `<a href="tel:112" ${LARGE}>112</a>`,
      `<button ${LARGE}>Ik ben buiten</button>`,
    ]) {
      await show(content);
      expect(await faultsNow(asked)).to.deep.equal([]);
    }
    await show(`<a href="tel:0900" ${LARGE}>0900</a>`);
    expect(await faultsNow(asked)).to.deep.equal(['<kt-trial> has no way to a person']);
  });

  it('sees that a way is left out, or stands at another place', async () => {
    const table = (...rows: string[]) =>
      `<div part="speak"><div class="rows">${rows.map((row) => `<button class="row" ${LARGE}><strong>${row}</strong></button>`).join('')}</div></div>`;
    await show(table('Bellen', 'Wij bellen', 'Kantoor', 'Bericht'));
    expect(await waysNow(asked)).to.deep.equal([]);
    for (const rows of [
      ['Bellen', 'Kantoor', 'Bericht'],
      ['Wij bellen', 'Bellen', 'Kantoor', 'Bericht'],
    ]) {
      await show(table(...rows));
      expect(await waysNow(asked)).to.deep.equal([
        `<kt-trial> has the ways "${rows.join(' · ')}", not "Bellen · Wij bellen · Kantoor · Bericht"`,
      ]);
    }
  }).timeout(20_000);

  it('sees an element that goes on loading though its words are there', async () => {
    await show(`<p>Een ogenblik.</p>${speak}`);
    expect(await faultsNow(asked)).to.deep.equal([
      '<kt-trial> is still loading, though its words are there',
    ]);
  });

  it('sees a small target and a field without a label', async () => {
    await show(`${speak}<br><br><input style="height:20px">`);
    const faults = (await faultsNow(asked)).join();
    expect(faults).to.contain('less than 48');
    expect(faults).to.contain('label:');
  });

  it('sees an element that stays behind in another language', async () => {
    await show(speak);
    expect(await switchTo('ar')).to.deep.equal([]);
    await show(speak, false);
    expect(await switchTo('ar')).to.deep.equal(['<kt-trial> shows nl, asked was ar']);
  });

  it('sees that a page scrolls sideways on a small phone', async () => {
    await viewport(320);
    await show(`${speak}<p style="width:400px">breed</p>`);
    expect(sideways()).to.have.length(1);
    await show(speak);
    expect(sideways()).to.deep.equal([]);
    await viewport(1280);
  });
});
