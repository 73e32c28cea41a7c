import { expect, fixture, html } from '@open-wc/testing';
import { accessibilityFaults, focused, press, smallTargets } from '../../test/browser/helpers.ts';
import { PIXEL } from './fixture-reports.ts';
import type { ConsolePhotos } from './photos.ts';
import './photos.ts';

const pictures = [
  { id: 'a', url: PIXEL, state: 'ready' },
  { id: 'b', url: '', state: 'pending' },
  { id: 'c', url: PIXEL, state: 'ready' },
  { id: 'd', url: '', state: 'unreadable' },
] as const;

describe('the photos of a report', () => {
  let photos: ConsolePhotos;
  beforeEach(async () => {
    photos = await fixture(html`<console-photos .pictures=${pictures}></console-photos>`);
  });

  const root = () => photos.shadowRoot as ShadowRoot;
  const dialog = () => root().querySelector('dialog') as HTMLDialogElement;
  const position = () => root().querySelector('#position')?.textContent?.trim();
  const button = (name: string) =>
    [...root().querySelectorAll('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name,
    ) as HTMLButtonElement;
  const tap = async (name: string) => {
    button(name).click();
    await photos.updateComplete;
  };

  it('says of each what it is, also of one that is not there', () => {
    const words = root().querySelector('.thumbs')?.textContent;
    expect(words).to.contain('Foto 2 wordt nog klaargemaakt.');
    expect(words).to.contain('Foto 4 kan niet worden gelezen.');
    expect(button('Foto 3 van 4, groot bekijken')).to.exist;
  });

  it('opens one large, goes past those that are not there, and stops at the ends', async () => {
    await tap('Foto 1 van 4, groot bekijken');
    expect(dialog().open).to.equal(true);
    expect(position()).to.equal('Foto 1 van 4');
    await tap('Vorige');
    expect(position()).to.equal('Foto 1 van 4');
    await tap('Volgende');
    expect(position()).to.equal('Foto 3 van 4');
    expect(button('Volgende').getAttribute('aria-disabled')).to.equal('true');
  });

  it('goes by the keyboard alone, and back to where it began', async () => {
    const opener = button('Foto 3 van 4, groot bekijken');
    opener.focus();
    await press('Enter', 'ArrowLeft');
    expect(position()).to.equal('Foto 1 van 4');
    await press('+');
    expect(position()).to.equal('Foto 1 van 4, 2 keer zo groot');
    // Now the arrows move the photo, not to another one.
    await press('ArrowRight');
    expect(position()).to.equal('Foto 1 van 4, 2 keer zo groot');
    await press('-', 'Escape');
    expect(dialog().open).to.equal(false);
    expect(focused()).to.equal(opener);
  });

  it('grows until it is four times as large, and can then be moved by the keyboard', async () => {
    await tap('Foto 1 van 4, groot bekijken');
    await tap('Groter');
    await tap('Groter');
    await tap('Groter');
    expect(position()).to.equal('Foto 1 van 4, 4 keer zo groot');
    const frame = root().querySelector('.frame') as HTMLElement;
    expect(frame.scrollWidth).to.be.above(frame.clientWidth * 3);
    expect(frame.tabIndex).to.equal(0);
    await tap('Kleiner');
    await tap('Kleiner');
    expect(position()).to.equal('Foto 1 van 4');
  });

  it('says so when the file does not come', async () => {
    const gone = [{ id: 'x', url: '/no-such-photo.jpg', state: 'ready' }] as const;
    photos = await fixture(html`<console-photos .pictures=${gone}></console-photos>`);
    await new Promise((resolve) =>
      root().querySelector('img')?.addEventListener('error', resolve, { once: true }),
    );
    await photos.updateComplete;
    expect(root().textContent).to.contain('Foto 1 kon niet worden opgehaald.');
  });

  it('has no fault for axe and large targets, small and large', async () => {
    expect(await accessibilityFaults(photos)).to.deep.equal([]);
    expect(smallTargets(photos)).to.deep.equal([]);
    await tap('Foto 1 van 4, groot bekijken');
    await tap('Groter');
    expect(await accessibilityFaults(photos)).to.deep.equal([]);
    expect(smallTargets(dialog())).to.deep.equal([]);
  });
});
