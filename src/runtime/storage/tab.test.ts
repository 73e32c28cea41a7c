import { expect } from '@open-wc/testing';
import { mendAll, withClockOff, withoutStorage } from '../../../test/browser/broken.ts';
import { isKept, keepThisTab } from './keep-tab.ts';
import { DAY, readTab, writeTab } from './tab.ts';

afterEach(mendAll);

/** The browser was closed and opened again: the tab is gone, what the device keeps is not. */
const closeTheBrowser = (): void => sessionStorage.clear();

describe('what lives as long as this tab', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('is found again after a reload, and gone with the tab', () => {
    writeTab('draft.x', 'one');
    expect(readTab('draft.x')).to.equal('one');
    closeTheBrowser();
    expect(readTab('draft.x')).to.equal(undefined);
  });

  it('leaves nothing on the device unless she says that it is hers', () => {
    writeTab('key', 'secret');
    expect(localStorage.length).to.equal(0);
  });

  it('"Dit is mijn eigen telefoon": is found after the browser was closed', () => {
    writeTab('key', 'secret');
    keepThisTab(true);
    writeTab('draft.x', 'written after it');
    closeTheBrowser();
    expect(readTab('key')).to.equal('secret');
    expect(readTab('draft.x')).to.equal('written after it');
    expect(isKept()).to.equal(true);
  });

  it('is forgotten by the device when she takes it back', () => {
    writeTab('key', 'secret');
    keepThisTab(true);
    keepThisTab(false);
    expect(localStorage.length).to.equal(0);
    closeTheBrowser();
    expect(readTab('key')).to.equal(undefined);
  });

  it('and after 24 hours by itself', () => {
    writeTab('key', 'secret');
    keepThisTab(true);
    closeTheBrowser();
    const mend = withClockOff(DAY + 1000);
    expect(readTab('key')).to.equal(undefined);
    expect(localStorage.length).to.equal(0);
    mend();
  });

  it('what is wiped is wiped on the device too', () => {
    writeTab('draft.x', 'one');
    keepThisTab(true);
    writeTab('draft.x', undefined);
    closeTheBrowser();
    expect(readTab('draft.x')).to.equal(undefined);
  });

  it("a copy that is not ours, or broken, is nobody's", () => {
    localStorage.setItem('keukentafel.kept', '{not json');
    expect(isKept()).to.equal(false);
    expect(readTab('key')).to.equal(undefined);
  });

  it('works while the page is open where storage is forbidden', () => {
    const mend = [withoutStorage('sessionStorage'), withoutStorage('localStorage')];
    writeTab('key', 'secret');
    expect(readTab('key')).to.equal('secret');
    keepThisTab(true);
    expect(isKept()).to.equal(false);
    writeTab('key', undefined);
    expect(readTab('key')).to.equal(undefined);
    for (const each of mend) each();
  });
});
