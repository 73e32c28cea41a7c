import { expect } from '@open-wc/testing';
import type { ShownOutage } from '../../src/contract/outages.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import {
  choose,
  fill,
  heading,
  newVisitor,
  openForm,
  read,
  says,
} from '../../test/browser/form.ts';
import { drippingTap, seed } from '../../test/browser/seed.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { RepairForm } from './repair-form.ts';

let form: RepairForm;
afterEach(() => form.remove());

const outage = (areas: string[], what: string, hours = 1): ShownOutage => ({
  areas,
  until: new Date(Date.parse(demoProfile.now) + hours * 3_600_000).toISOString(),
  words: {
    nl: [what, 'Bij postcode 9401 AB.', 'Wij weten dit al.'],
    ar: ['المصعد لا يعمل.', 'في الرمز البريدي 9401 AB.', 'حتى الساعة 18:00.'],
  },
  text: 'De monteur komt vanmiddag.',
});

const visit = (...outages: ShownOutage[]) => newVisitor({ profile: { ...demoProfile, outages } });
const lift = outage(['9401 AB'], 'De lift doet het niet.');
const water = outage(['9402'], 'Er is geen water.');

describe('a known outage', () => {
  it('stands on the first screen, after the questions of danger', async () => {
    visit(lift, water);
    form = await openForm();
    await says(form, 'De lift doet het niet.');
    expect(read(form)).to.contain('Er is geen water.');
    expect(read(form).indexOf('De lift doet het niet.')).to.be.above(
      read(form).indexOf('Nee, geen gevaar'),
    );
  });

  it('of another address is not shown where the page knows the postcode', async () => {
    visit(lift, water);
    form = await openForm({ postcode: '9402zz' });
    await says(form, 'Er is geen water.');
    expect(read(form)).not.to.contain('De lift doet het niet.');
    expect(read(form).indexOf('Er is geen water.')).to.be.below(
      read(form).indexOf('Nee, geen gevaar'),
      'hers is said first',
    );
  });

  it('is told where she says what is broken, and she may report all the same', async () => {
    visit(lift);
    form = await openForm();
    await choose(form, 'Nee, geen gevaar');
    await says(form, 'De lift doet het niet.');
    await choose(form, 'Verder');
    expect(heading(form)).not.to.equal('Is er nu gevaar?');
  });

  it('of her own address is told once she has given her postcode', async () => {
    visit(lift, water);
    await seed({ screen: 'address', answers: { ...drippingTap, address: {} } });
    form = await openForm();
    await waitUntil(() => heading(form) !== '', 'the form');
    expect(read(form)).not.to.contain('De lift doet het niet.');
    await fill(form, 'address-postcode', '9401ab');
    await says(form, 'De lift doet het niet.');
    expect(read(form)).not.to.contain('Er is geen water.');
    await fill(form, 'address-postcode', '9401ac');
    await waitUntil(() => !read(form).includes('De lift doet het niet.'), 'the notice to go');
  });

  it('is said in her language, with what staff wrote marked as Dutch', async () => {
    visit(lift);
    form = await openForm({ lang: 'ar' });
    await says(form, 'المصعد لا يعمل.');
    const dutch = [...form.renderRoot.querySelectorAll('[lang=nl]')];
    expect(dutch.map((each) => each.textContent)).to.include('De monteur komt vanmiddag.');
    const numbers = [...form.renderRoot.querySelectorAll('.notice bdi[dir=ltr]')];
    expect(numbers.map((each) => each.textContent)).to.deep.equal(['9401 AB', '18:00']);
  });

  it('has its Dutch under it, for who helps her, and once for who listens', async () => {
    visit(lift);
    form = await openForm({ lang: 'ar' });
    await says(form, 'المصعد لا يعمل.');
    await choose(form, /Nederlands erbij/);
    await says(form, 'De lift doet het niet.');
    const beside = [...form.renderRoot.querySelectorAll('.notice .dutch')];
    expect(beside.map((each) => each.textContent.trim())).to.deep.equal([
      'De lift doet het niet.',
      'Bij postcode 9401 AB. Wij weten dit al.',
    ]);
    expect(beside.every((each) => each.ariaHidden === 'true')).to.equal(true);
  });

  it('is not shown when it is over', async () => {
    visit(outage(['9401 AB'], 'De lift doet het niet.', -1), water);
    form = await openForm();
    await says(form, 'Er is geen water.');
    expect(read(form)).not.to.contain('De lift doet het niet.');
  });
});
