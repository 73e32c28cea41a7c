import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { contrast } from './colours.ts';
import { cutOff } from './fits.ts';
import { unseenIn } from './forced-colours.ts';
import { viewport } from './helpers.ts';

/** An element with this in its frame, which clips as that of the kit does. */
async function framed(content: string): Promise<Element> {
  fixtureCleanup();
  const host = await fixture(html`<div></div>`);
  host.attachShadow({ mode: 'open' }).innerHTML =
    `<style>* { margin: 0; font: 16px monospace } .frame { width: 200px; overflow: clip; background: Canvas }</style>
     <div class="frame">${content}</div>`;
  return host;
}

describe('what a frame cuts off', () => {
  it('is a word that is too long', async () => {
    const faults = cutOff(await framed('<p>verwarmingsinstallatiebedrijf</p>'));
    expect(faults).to.have.length(1);
    expect(faults[0]).to.contain('"verwarmingsinstallatiebedrijf" stands from');
  });

  it('is a button that is too wide, and a field that is moved', async () => {
    const faults = cutOff(
      await framed(
        '<button style="width:300px">Ja</button><input style="margin-left:-20px;width:80px">',
      ),
    );
    expect(faults.map((fault) => fault.split(' stands')[0])).to.deep.equal(['<button>', '<input>']);
  });

  it('is what a box inside it cuts off already', async () => {
    const faults = cutOff(
      await framed('<p style="width:50px;overflow:hidden">installatiebedrijf</p>'),
    );
    expect(faults).to.have.length(1);
  });

  it('is nothing when it fits, and not what is only read aloud', async () => {
    const element = await framed(
      '<p>Een lek in de keuken, onder de gootsteen.</p><span class="visually-hidden" style="position:absolute;left:-999px">Foto</span>',
    );
    expect(cutOff(element)).to.deep.equal([]);
  });
});

describe('in forced colours', () => {
  /**
   * WebKit (WebKitGTK 2.50, 2026-11) knows the question and never says yes, and does not know
   * `forced-color-adjust`: there the check itself is asked, in the colours that the page has.
   */
  const has = CSS.supports('forced-color-adjust', 'none');
  before(async () => {
    if (has) await emulateMedia({ forcedColors: 'active' });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(has);
    await viewport(412);
  });
  after(async () => {
    if (has) await emulateMedia({ forcedColors: 'none' });
    await viewport(1280);
  });

  it('a button told by its ground alone is lost', async () => {
    const element = await framed(
      '<button style="border:0;background:#0b2239;color:#fff">Verder</button>',
    );
    expect(unseenIn(element)).to.deep.equal(
      has ? ['<button> "Verder" has no edge in forced colours'] : [],
    );
  });

  it('one with a border is not, and a link with a line under it is not', async () => {
    const element = await framed(
      '<button style="border:2px solid">Verder</button><a class="button" href="#" style="text-decoration:underline">Terug</a>',
    );
    expect(unseenIn(element)).to.deep.equal([]);
  });

  it('a pictogram that keeps the colour of its ground is lost', async () => {
    const element = await framed(
      '<svg width="20" height="20" style="fill:Canvas;forced-color-adjust:none"><path d="M0 0h20v20z"/></svg>',
    );
    expect(unseenIn(element)).to.have.length(1);
  });
});

describe('contrast', () => {
  it('is 21 of black on white, 1 of a colour on itself, however it is written', () => {
    expect(contrast('rgb(0, 0, 0)', 'color(srgb 1 1 1)')).to.equal(21);
    expect(contrast('rgb(9, 9, 9)', 'rgb(9, 9, 9)')).to.equal(1);
    expect(contrast('rgb(118, 118, 118)', 'rgb(255, 255, 255)')).to.be.closeTo(4.54, 0.01);
  });
});
