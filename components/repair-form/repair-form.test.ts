import { expect } from '@open-wc/testing';
import { choose, heading, newVisitor, openForm, onScreen, pick } from '../../test/browser/form.ts';

describe('smoke', () => {
  it('opens', async () => {
    newVisitor();
    const form = await openForm();
    expect(heading(form)).to.equal('Is er nu gevaar?');
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    await pick(form, 'Keuken');
    await choose(form, 'Verder');
    form.remove();
  });
});
