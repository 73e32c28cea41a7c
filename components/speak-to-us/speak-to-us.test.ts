import { expect } from '@open-wc/testing';
import './define.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import { choose, newVisitor, onScreen, openElement, read, says } from '../../test/browser/form.ts';
import { newDesk } from '../../test/browser/small-desk.ts';
import type { SpeakToUs } from './speak-to-us.ts';

let form: SpeakToUs;
afterEach(() => form.remove());

describe('kt-speak-to-us', () => {
  it('shows all ways at once, and leads from each back to them', async () => {
    newVisitor({ profile: demoProfile, deskOrigin: await newDesk() });
    form = await openElement('kt-speak-to-us');
    await says(form, 'vandaag tussen 14:00 en 16:00 uur');
    await says(form, 'U spreekt met Sanne, Yusuf of Marijke.');
    await choose(form, /^U komt naar ons kantoor/);
    await onScreen(form, 'U komt naar ons kantoor');
    await choose(form, 'Terug naar alle manieren');
    await onScreen(form, 'Hoe wilt u ons spreken?');
    await choose(form, /^Wij bellen u/);
    await onScreen(form, 'Waarover wilt u ons spreken?');
    await choose(form, 'Ik wil liever iemand spreken');
    await onScreen(form, 'Hoe wilt u ons spreken?');
    expect(read(form)).not.to.contain('Terug naar mijn melding');
  });
});
