import { expect } from '@open-wc/testing';
import { mendAll, withoutHistory } from '../../test/browser/broken.ts';
import { ScreenHistory } from './history.ts';
import type { Place } from './history.ts';

/** An element on the page, as far as the browser's history knows it. */
class Element {
  readonly restored: Place[] = [];
  enabled = true;
  readonly history = new ScreenHistory(
    () => this.enabled,
    (place) => this.restored.push(place),
  );

  constructor(name = 'kt-repair-form') {
    this.history.connect(name);
    open.push(this);
  }

  get screens(): string[] {
    return this.restored.map(({ screen, speak }) => (speak ? `${screen}/${speak}` : screen));
  }
}

const open: Element[] = [];

/** The browser's own button. */
const go = (steps: number): Promise<void> =>
  new Promise((resolve) => {
    addEventListener('popstate', () => setTimeout(resolve), { once: true });
    history.go(steps);
  });

describe("the browser's back button", () => {
  beforeEach(() => history.pushState(null, ''));
  afterEach(() => {
    for (const element of open.splice(0)) element.history.disconnect();
  });

  it('goes a screen back, and forward again', async () => {
    const element = new Element();
    element.history.replace({ screen: 'danger' });
    element.history.push({ screen: 'what' });
    element.history.push({ screen: 'item' });
    await go(-1);
    await go(-1);
    await go(1);
    expect(element.screens).to.deep.equal(['what', 'danger', 'what']);
  });

  // Its length says nothing in WebKit, which keeps a hundred entries of a tab.
  it('makes one entry a screen, at the same address', async () => {
    const element = new Element();
    const address = location.href;
    history.replaceState('before', '');
    history.pushState(null, '');
    element.history.replace({ screen: 'danger' });
    element.history.push({ screen: 'what' });
    expect(location.href).to.equal(address);
    await go(-1);
    expect(element.screens).to.deep.equal(['danger']);
    await go(-1);
    expect(history.state).to.equal('before');
  });

  it('is left alone by an element that is no longer on the page', () => {
    const element = new Element();
    element.history.replace({ screen: 'danger' });
    element.history.disconnect();
    history.replaceState('of the page', '');
    element.history.replace({ screen: 'what' });
    element.history.push({ screen: 'item' });
    expect(history.state).to.equal('of the page');
  });

  it('closes the way to a person, and opens it again', async () => {
    const element = new Element();
    element.history.replace({ screen: 'danger' });
    element.history.push({ screen: 'danger', speak: 'ways' });
    await go(-1);
    await go(1);
    expect(element.screens).to.deep.equal(['danger', 'danger/ways']);
  });

  it('"Terug" and the browser go the same way', async () => {
    const element = new Element();
    element.history.replace({ screen: 'danger' });
    expect(element.history.back()).to.equal(false);
    element.history.push({ screen: 'what' });
    const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    expect(element.history.back()).to.equal(true);
    await back;
    expect(element.screens).to.deep.equal(['danger']);
    expect(element.history.back()).to.equal(false);
  });

  it('leads out of the way to a person as it led in, and only there', async () => {
    const element = new Element();
    element.history.replace({ screen: 'what' });
    element.history.push({ screen: 'what', speak: 'ways' });
    element.history.replace({ screen: 'what', speak: 'ways' });
    expect(element.history.backTo({ screen: 'item' })).to.equal(false);
    const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    expect(element.history.backTo({ screen: 'what' })).to.equal(true);
    await back;
    expect(element.screens).to.deep.equal(['what']);
    expect(element.history.backTo({ screen: 'what' })).to.equal(false);
  });

  it('is found where a reload left it', () => {
    new Element().history.push({ screen: 'photos', speak: 'message' });
    expect(new Element().history.found).to.include({ screen: 'photos', speak: 'message' });
  });
});

describe('a browser that will write no more entries', () => {
  beforeEach(() => history.pushState(null, ''));
  afterEach(() => {
    mendAll();
    for (const element of open.splice(0)) element.history.disconnect();
  });

  it('does not stop the form, and "Terug" then goes one screen and not two', () => {
    const element = new Element();
    element.history.replace({ screen: 'danger' });
    element.history.push({ screen: 'what' });
    withoutHistory();
    element.history.push({ screen: 'item' });
    expect(element.history.back()).to.equal(false);
    element.history.replace({ screen: 'what' });
    expect(element.history.found?.screen).to.equal('what');
  });
});

describe("the page's own history.state", () => {
  beforeEach(() => history.pushState(null, ''));
  afterEach(() => {
    for (const element of open.splice(0)) element.history.disconnect();
  });

  const own: [string, unknown][] = [
    ['a text', 'the page’s'],
    ['a number', 0],
    ['a list', ['a', 'b']],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
  ];
  for (const [name, state] of own)
    it(`is kept when it is ${name}`, () => {
      history.replaceState(state, '');
      const element = new Element();
      element.history.replace({ screen: 'danger' });
      element.history.push({ screen: 'what' });
      expect((history.state as { page: unknown }).page).to.deep.equal(state);
    });

  it('is kept as it is when it is an object', () => {
    history.replaceState({ router: { scroll: 300 } }, '');
    const element = new Element();
    element.history.replace({ screen: 'danger' });
    element.history.push({ screen: 'what' });
    expect((history.state as { router: unknown }).router).to.deep.equal({ scroll: 300 });
  });

  it('is left alone with no-history', () => {
    const element = new Element();
    element.enabled = false;
    const { length } = history;
    element.history.replace({ screen: 'danger' });
    element.history.push({ screen: 'what' });
    expect(history.length).to.equal(length);
    expect(history.state).to.equal(null);
    expect(element.history.back()).to.equal(false);
    expect(element.history.found).to.equal(undefined);
  });

  it("of an entry that the page made, is the page's affair", async () => {
    const element = new Element();
    element.history.replace({ screen: 'danger' });
    history.pushState({ router: 'other page' }, '');
    history.pushState(null, '', '#footnote');
    await go(-1);
    expect(element.screens).to.deep.equal([]);
    expect(element.history.back()).to.equal(false);
  });
});

describe('two elements on one page', () => {
  beforeEach(() => history.pushState(null, ''));
  afterEach(() => {
    for (const element of open.splice(0)) element.history.disconnect();
  });

  it('have each their own places, and only the one that moves is moved', async () => {
    const repair = new Element('kt-repair-form');
    const callback = new Element('kt-callback-request');
    repair.history.replace({ screen: 'danger' });
    callback.history.replace({ screen: 'when' });
    repair.history.push({ screen: 'what' });
    callback.history.push({ screen: 'phone' });
    await go(-1);
    expect(callback.screens).to.deep.equal(['when']);
    expect(repair.screens).to.deep.equal([]);
    await go(-1);
    expect(repair.screens).to.deep.equal(['danger']);
    expect(callback.screens).to.deep.equal(['when']);
  });

  it('"Terug" of one does not leave a screen of the other', () => {
    const repair = new Element('kt-repair-form');
    const callback = new Element('kt-callback-request');
    repair.history.replace({ screen: 'danger' });
    callback.history.replace({ screen: 'when' });
    repair.history.push({ screen: 'what' });
    callback.history.push({ screen: 'phone' });
    expect(repair.history.back()).to.equal(false);
  });
});
