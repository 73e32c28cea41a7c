import { aTimeout, expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Settling } from './settling.ts';

class Screen extends LitElement {
  readonly settling = new Settling(this);
}
customElements.define('kt-test-screen', Screen);

describe('a trembling hand', () => {
  let screen: Screen;
  let pressed: number;
  let button: HTMLButtonElement;
  /** A finger; the keyboard and a screen reader press without one. */
  const tap = () => button.dispatchEvent(new MouseEvent('click', { detail: 1, cancelable: true }));

  beforeEach(async () => {
    screen = document.createElement('kt-test-screen') as Screen;
    document.body.append(screen);
    await screen.updateComplete;
    pressed = 0;
    button = document.createElement('button');
    button.addEventListener('click', () => (pressed += 1));
    screen.renderRoot.append(button);
  });
  afterEach(() => screen.remove());

  it('taps twice, and the second tap does nothing on the new screen', () => {
    tap();
    screen.settling.begin();
    tap();
    expect(pressed).to.equal(1);
  });

  describe('one place is', () => {
    const down = (x: number) =>
      button.dispatchEvent(new PointerEvent('pointerdown', { clientX: x, bubbles: true }));

    it('touched once, also where the screen stays: what it opened stays open', () => {
      for (const x of [100, 103]) {
        down(x);
        tap();
      }
      expect(pressed).to.equal(1);
    });

    it('not the next control: two of them are pressed as fast as she can', () => {
      for (const x of [100, 160]) {
        down(x);
        tap();
      }
      expect(pressed).to.equal(2);
    });
  });

  it('and a link is not followed either', () => {
    screen.settling.begin();
    const event = new MouseEvent('click', { detail: 1, cancelable: true, bubbles: true });
    button.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
  });

  it('a tap that an old phone hands over late is still the second one', async () => {
    screen.settling.begin();
    const early = new MouseEvent('click', { detail: 1, cancelable: true });
    await aTimeout(450);
    button.dispatchEvent(early);
    expect(pressed).to.equal(0);
  });

  it('the keyboard is not held up', () => {
    screen.settling.begin();
    button.click();
    expect(pressed).to.equal(1);
  });

  it('a moment later it may tap again', async () => {
    screen.settling.begin();
    await aTimeout(450);
    tap();
    expect(pressed).to.equal(1);
  });

  it('nor is anything held up off the page and on it again, but by a screen change', async () => {
    screen.remove();
    document.body.append(screen);
    tap();
    expect(pressed).to.equal(1);
    screen.settling.begin();
    tap();
    expect(pressed).to.equal(1);
  });
});
