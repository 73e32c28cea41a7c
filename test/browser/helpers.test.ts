import { expect, fixture, html } from '@open-wc/testing';
import {
  accessibilityFaults,
  ariaSnapshot,
  focused,
  press,
  smallTargets,
  type,
  viewport,
} from './helpers.ts';

/** Puts `content` in an open shadow root, as every element of the kit has it. */
function inShadow(host: Element, content: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = content;
  return root;
}

describe('what the sweep for large targets sees', () => {
  const sweep = async (content: string): Promise<string[]> => {
    const host = await fixture(html`<div></div>`);
    inShadow(host, content);
    return smallTargets(host);
  };

  it('a small button inside a shadow root', async () => {
    const faults = await sweep('<button style="width:47px;height:60px;padding:0">Terug</button>');
    expect(faults).to.deep.equal(['<button> "Terug" is 47 × 60 px, less than 48']);
  });

  it('two large buttons that stand too close', async () => {
    const large = 'style="width:60px;height:60px;margin:0;display:block;border:0"';
    const faults = await sweep(`<button ${large}>Ja</button><button ${large}>Nee</button>`);
    expect(faults).to.deep.equal(['<button> "Ja" is 0 px from <button> "Nee", less than 8']);
  });

  it('a link that stands alone', async () => {
    const faults = await sweep('<p><a href="#">Terug</a></p>');
    expect(faults).to.have.length(1);
  });

  it('a tick box by its label, and nothing wrong with a large one', async () => {
    const label = (height: number): string =>
      `<label style="display:block;width:200px;height:${height}px"><input type="checkbox"> Ja</label>`;
    expect(await sweep(label(40))).to.have.length(1);
    expect(await sweep(label(60))).to.deep.equal([]);
  });

  it('nothing wrong with a link in a sentence, a hidden button and a disabled one', async () => {
    const faults = await sweep(
      '<p>Lees <a href="#">hoe wij met uw gegevens omgaan</a> eerst.</p>' +
        '<button hidden>Weg</button><button disabled>Nog niet</button>',
    );
    expect(faults).to.deep.equal([]);
  });
});

describe('what axe sees', () => {
  it('a field without a label, inside a shadow root', async () => {
    const host = await fixture(html`<div></div>`);
    inShadow(host, '<input>');
    expect((await accessibilityFaults(host)).join()).to.contain('label:');
  });

  it('contrast that is enough for AA and not for AAA', async () => {
    const host = await fixture(html`<p style="color:#767676;background:#fff">Grijs</p>`);
    expect((await accessibilityFaults(host)).join()).to.contain('color-contrast-enhanced');
  });

  it('nothing wrong with a labelled field', async () => {
    const host = await fixture(html`<label>Naam <input /></label>`);
    expect(await accessibilityFaults(host)).to.deep.equal([]);
  });
});

describe('the hands and eyes of a test', () => {
  it('finds what a screen reader finds, through a shadow root', async () => {
    const host = await fixture(html`<div id="here"></div>`);
    inShadow(host, '<h2>Is er nu gevaar?</h2><button>Ik ruik gas</button>');
    expect(await ariaSnapshot('#here')).to.equal(
      '- heading "Is er nu gevaar?" [level=2]\n- button "Ik ruik gas"',
    );
  });

  it('types and tabs as a person does', async () => {
    const host = await fixture(html`<div></div>`);
    const root = inShadow(host, '<input aria-label="Naam"><button>Verder</button>');
    root.querySelector('input')?.focus();
    await type('Jan');
    await press('Tab');
    expect(root.querySelector('input')?.value).to.equal('Jan');
    expect(focused()?.textContent).to.equal('Verder');
  });

  it('holds the page as narrow as a small phone', async () => {
    await viewport(320);
    expect(innerWidth).to.equal(320);
    await viewport(1280);
  });
});
