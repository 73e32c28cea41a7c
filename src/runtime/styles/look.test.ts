import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { contrast } from '../../../test/browser/colours.ts';
import { fieldStyles } from './fields.ts';
import { frameStyles } from './frame.ts';
import { tokens } from './tokens.ts';

class Look extends LitElement {
  static override styles = [tokens, frameStyles, fieldStyles];
  protected override render() {
    return html`<div class="frame">
      <div class="inner">
        <p>Tekst</p>
        <input class="text" />
        <button class="button">Terug</button>
      </div>
    </div>`;
  }
}
customElements.define('kt-test-look', Look);

const look = async (css = ''): Promise<HTMLElement> => {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  const element = document.createElement('kt-test-look') as Look;
  page.append(element);
  await element.updateComplete;
  return element.renderRoot.querySelector<HTMLElement>('.frame')!;
};
afterEach(() => (document.adoptedStyleSheets = []));

describe('the colours of our own', () => {
  let frame: HTMLElement;
  const colour = (token: string): string => {
    const swatch = document.createElement('i');
    swatch.style.color = `var(--${token})`;
    frame.append(swatch);
    return getComputedStyle(swatch).color;
  };
  beforeEach(async () => (frame = await look()));

  const text: [string, string[]][] = [
    ['ink', ['paper', 'card', 'table', 'wash', 'soon-wash']],
    ['soft', ['paper', 'card']],
    ['action', ['card', 'paper', 'wash', 'table']],
    ['on-action', ['action']],
    ['danger', ['card', 'paper']],
    ['card', ['danger']],
    ['soon', ['soon-wash']],
  ];
  for (const [ink, papers] of text)
    for (const paper of papers)
      it(`${ink} on ${paper} is read by eyes that see little: 7 to 1`, () => {
        expect(contrast(colour(ink), colour(paper))).to.be.at.least(7);
      });

  for (const [edge, paper] of [
    ['line', 'card'],
    ['line', 'paper'],
    ['edge', 'card'],
    ['focus-ring', 'focus-glow'],
    ['focus-ring', 'paper'],
  ] as const)
    it(`${edge} is told from ${paper}: 3 to 1`, () => {
      expect(contrast(colour(edge), colour(paper))).to.be.at.least(3);
    });
});

describe("the page's own style", () => {
  it('does not reach in, whatever it says about everything', async () => {
    const frame = await look(
      '* { letter-spacing: 5px; text-transform: uppercase; line-height: 3; color: #ccc; ' +
        'font-size: 8px !important; text-align: right } button, input { display: none }',
    );
    const { letterSpacing, textTransform, fontSize, textAlign } = getComputedStyle(
      frame.querySelector('p')!,
    );
    expect([letterSpacing, textTransform, textAlign]).to.deep.equal(['normal', 'none', 'start']);
    expect(fontSize).to.equal('20px');
    expect(getComputedStyle(frame.querySelector('button')!).display).to.equal('flex');
  });

  it('gives its font and its ten colours', async () => {
    const frame = await look(
      'div { font-family: "Huisletter", serif } kt-test-look { --kt-color-action: rgb(1, 2, 3) }',
    );
    expect(getComputedStyle(frame.querySelector('p')!).fontFamily).to.contain('Huisletter');
    expect(getComputedStyle(frame).getPropertyValue('--action').trim()).to.equal('rgb(1, 2, 3)');
  });

  it('does not shrink the text below what the reader set', async () => {
    const frame = await look('html { font-size: 62.5% } div { font-size: 10px }');
    expect(getComputedStyle(frame).fontSize).to.equal('16px');
  });
});
