import { expect } from '@open-wc/testing';
import { mendAll, withoutDatabase, withoutStorage } from '../../test/browser/broken.ts';
import {
  choose,
  fill,
  newVisitor,
  onScreen,
  openForm,
  pick,
  says,
} from '../../test/browser/form.ts';
import { askDesk, newDesk } from '../../test/browser/small-desk.ts';

// In a file of its own: what this page holds in its memory stays there until it is closed.
describe('a browser that forbids storage', () => {
  afterEach(mendAll);

  it('fills in and sends all the same, and says that the page must stay open', async () => {
    newVisitor({ deskOrigin: await newDesk() });
    withoutStorage('sessionStorage');
    withoutStorage('localStorage');
    withoutDatabase();
    const form = await openForm();
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    await choose(form, 'Verder');
    await choose(form, 'Verder');
    await choose(form, 'Verder zonder foto');
    await onScreen(form, 'Waar moeten wij zijn?');
    await says(form, 'Deze browser bewaart niets.');
    await fill(form, 'address-postcode', '9401AB');
    await fill(form, 'address-number', '12');
    await choose(form, 'Verder');
    await pick(form, 'Stuur mij een brief');
    await choose(form, 'Verder');
    await pick(form, 'Altijd');
    await choose(form, 'Verder');
    await choose(form, 'Verstuur mijn melding');
    await onScreen(form, 'Wij hebben uw melding');
    expect((await askDesk()).received).to.have.length(1);
    form.remove();
  });
});
