import { aTimeout, expect } from '@open-wc/testing';
import { mendAll, withReports, withSlowLocks } from '../../test/browser/broken.ts';
import {
  choose,
  field,
  fill,
  heading,
  kept as keptIn,
  newVisitor,
  onScreen,
  openForm,
  pick,
  read,
} from '../../test/browser/form.ts';
import { focused } from '../../test/browser/helpers.ts';
import { Page } from '../../test/browser/pages.ts';
import { drippingTap, seed, seedPhotos } from '../../test/browser/seed.ts';
import { askDesk, newDesk, tellDesk } from '../../test/browser/small-desk.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import type { RepairForm } from './repair-form.ts';
import type { RepairState } from './model.ts';
import { start } from './model.ts';

const SEND = 'Verstuur mijn melding';
const SENT = 'Wij hebben uw melding';
const NOT_YET = 'Uw melding is NOG NIET bij ons';
const ELSEWHERE = 'Uw melding staat open in een ander tabblad';

let desk: string;
const pages: Page[] = [];
const open = async (): Promise<Page> => {
  const page = await Page.open(desk);
  pages.push(page);
  return page;
};
const online = (page: Page): boolean => page.window.dispatchEvent(new Event('online'));
const draft = () => draftOfTab<RepairState>('delinde.repair-form');
const kept = (fits: (state: RepairState) => boolean): Promise<void> =>
  keptIn('delinde.repair-form', fits);

beforeEach(async () => {
  desk = await newDesk();
  newVisitor({ deskOrigin: desk });
});
afterEach(() => {
  mendAll();
  for (const page of pages.splice(0)) page.close();
});

describe('a page that is reloaded', () => {
  it('is where it was, with all that was typed, and goes back the same way', async () => {
    const page = await open();
    await choose(page.form, 'Nee, geen gevaar');
    await onScreen(page.form, 'Wat is er kapot?');
    await fill(page.form, 'story', 'Het lekt bij de gootsteen');
    await choose(page.form, 'Verder');
    await onScreen(page.form, 'Hebt u een foto?');
    await choose(page.form, 'Verder zonder foto');
    await onScreen(page.form, 'Waar moeten wij zijn?');
    await fill(page.form, 'address-postcode', '9401');
    await kept(({ answers }) => answers.address?.postcode === '9401');

    await page.reload();
    await onScreen(page.form, 'Waar moeten wij zijn?');
    expect(field(page.form, 'address-postcode').value).to.equal('9401');
    await choose(page.form, 'Terug');
    await onScreen(page.form, 'Hebt u een foto?');
    await choose(page.form, 'Terug');
    await onScreen(page.form, 'Wat is er kapot?');
    expect(field(page.form, 'story').value).to.equal('Het lekt bij de gootsteen');
  });

  it('speaks the language that she chose', async () => {
    const page = await open();
    await choose(page.form, 'العربية');
    await waitUntil(() => page.form.renderRoot.querySelector('.frame[lang=ar]'));
    await page.reload();
    await waitUntil(() => page.form.renderRoot.querySelector('.frame[lang=ar]'));
  });

  it('in danger is in danger still', async () => {
    const page = await open();
    await choose(page.form, /^Ik ruik gas/);
    await choose(page.form, 'Ik ben buiten');
    await onScreen(page.form, 'Bel nu');
    await kept(({ screen }) => screen === 'outside');
    await page.reload();
    await onScreen(page.form, 'Bel nu');
  });

  it('while it was being sent goes on by itself, with the same key and body, and sends once', async () => {
    await seed({ screen: 'check' });
    const page = await open();
    // It hears her, and its answer is lost; a browser tries once more by itself.
    await tellDesk({ answers: [{ drop: true }, { drop: true }, { drop: true }] });
    await choose(page.form, SEND);
    await onScreen(page.form, NOT_YET);
    await page.reload();
    await onScreen(page.form, SENT);
    const { received } = await askDesk();
    expect(received.length).to.be.greaterThan(1);
    expect(new Set(received.map(({ key, text }) => key + text)).size).to.equal(1);
    await kept(({ phase }) => phase === 'sent');
    await page.reload();
    await onScreen(page.form, SENT);
    expect((await askDesk()).received).to.have.length(received.length);
  });

  it('while it was being sent in Arabic sends what was filled in in Arabic', async () => {
    await seed({ screen: 'check', phase: 'sending', sendKey: crypto.randomUUID(), language: 'ar' });
    const page = await open();
    await onScreen(page.form, SENT);
    expect((await askDesk()).received[0]!.body['language']).to.equal('ar');
  });

  it('in the middle of a photo goes on with it where it stopped', async () => {
    const photos = await seedPhotos(2);
    await tellDesk({ cut: 2 });
    await seed({ screen: 'photos', answers: { ...drippingTap, photos } });
    const page = await open();
    await waitUntil(async () => (await askDesk()).requests.includes('PATCH uploads'));
    await tellDesk({ down: true, cut: 0 });
    const reloading = page.reload();
    await tellDesk({ down: false });
    await reloading;
    online(page);
    await waitUntil(
      () => page.form.renderRoot.querySelectorAll('.photo .open').length === 2,
      'both are there',
    );
    // One whose first answer was lost lies there twice; the desk keeps the last.
    const { uploads } = await askDesk();
    for (const photo of photos) {
      const last = uploads.findLast(({ metadata }) => metadata['id'] === photo)!;
      expect(last.there).to.equal(last.size);
    }
  });
});

describe('a tab that is closed', () => {
  const closeTheTab = async (): Promise<void> => {
    for (const page of pages.splice(0)) page.close();
    sessionStorage.clear();
  };

  it('takes everything with it', async () => {
    await seed({ screen: 'contact' });
    await open();
    await closeTheTab();
    expect(heading((await open()).form)).to.equal('Is er nu gevaar?');
  });

  it('unless she said that the phone is hers', async () => {
    await seed({ screen: 'contact' });
    const page = await open();
    await onScreen(page.form, 'Hoe bereiken wij u?');
    await pick(page.form, 'Dit is mijn eigen telefoon');
    await closeTheTab();
    const { form } = await open();
    await onScreen(form, 'Hoe bereiken wij u?');
    expect(field(form, 'name').value).to.equal(drippingTap.name);
  });
});

describe('two pages with the same form', () => {
  it('the second says so, and asks nothing', async () => {
    await seed({ screen: 'address' });
    const first = await open();
    await onScreen(first.form, 'Waar moeten wij zijn?');
    const second = await open();
    await onScreen(second.form, ELSEWHERE);
    expect(second.form.renderRoot.querySelectorAll('input, textarea')).to.have.length(0);
    expect(read(second.form)).to.contain('Ik wil liever iemand spreken');
    expect(read(second.form)).not.to.contain('Terug');
  });

  it('"Ga hier verder" takes it over, with what was typed there, and the first one stops', async () => {
    await seed({ screen: 'address' });
    const first = await open();
    await onScreen(first.form, 'Waar moeten wij zijn?');
    await fill(first.form, 'address-number', '77');
    await kept(({ answers }) => answers.address?.number === '77');
    const second = await open();
    await onScreen(second.form, ELSEWHERE);
    await choose(second.form, 'Ga hier verder');
    await onScreen(second.form, 'Waar moeten wij zijn?');
    expect(field(second.form, 'address-number').value).to.equal('77');
    await onScreen(first.form, ELSEWHERE);
    // Whatever the first one still does, the browser's back button too, it writes nothing.
    await fill(second.form, 'address-number', '78');
    const mark = { places: { 'kt-repair-form': { screen: 'photos', depth: 0 } } };
    first.window.history.replaceState({ keukentafel: mark }, '');
    first.window.dispatchEvent(new PopStateEvent('popstate'));
    await first.form.updateComplete;
    await aTimeout(100);
    expect((await draft().load())?.screen).to.equal('address');
    await choose(second.form, 'Verder');
    await onScreen(second.form, 'Hoe bereiken wij u?');
    await onScreen(first.form, ELSEWHERE);
    await kept(({ answers }) => answers.address?.number === '78');
    // And back again.
    await choose(first.form, 'Ga hier verder');
    await onScreen(first.form, 'Hoe bereiken wij u?');
    await onScreen(second.form, ELSEWHERE);
  });

  it('taken over while it is being sent, is sent once', async () => {
    await seed({ screen: 'check' });
    const first = await open();
    await tellDesk({ down: true });
    await choose(first.form, SEND);
    await onScreen(first.form, NOT_YET);
    const second = await open();
    await onScreen(second.form, ELSEWHERE);
    await choose(second.form, 'Ga hier verder');
    await tellDesk({ down: false });
    online(first);
    online(second);
    await onScreen(second.form, SENT);
    await onScreen(first.form, ELSEWHERE);
    const { received } = await askDesk();
    expect(new Set(received.map(({ key, text }) => key + text)).size).to.equal(1);
  });

  it('taken over in the middle of a photo, sends each photo once', async () => {
    const photos = await seedPhotos(2);
    await tellDesk({ down: true });
    await seed({ screen: 'photos', answers: { ...drippingTap, photos } });
    const first = await open();
    await onScreen(first.form, 'Hebt u een foto?');
    const second = await open();
    await onScreen(second.form, ELSEWHERE);
    await choose(second.form, 'Ga hier verder');
    await onScreen(second.form, 'Hebt u een foto?');
    await tellDesk({ down: false });
    online(first);
    online(second);
    await waitUntil(() => second.form.renderRoot.querySelectorAll('.photo .open').length === 2);
    expect((await askDesk()).uploads.map(({ metadata }) => metadata['id'])).to.deep.equal(photos);
  });
});

describe('an older visit', () => {
  it('of another version is where she was, with all that is still asked', async () => {
    await seed({
      version: 0,
      screen: 'contact',
      answers: { ...drippingTap, when: 'gone' as never },
    });
    const { form } = await open();
    await onScreen(form, 'Hoe bereiken wij u?');
    expect(field(form, 'name').value).to.equal(drippingTap.name);
    await choose(form, 'Verder');
    await onScreen(form, 'Wanneer kunnen wij komen?');
  });

  it('that we cannot read at all begins anew, without a fault', async () => {
    await draft().save({ ...start(), version: 0, screen: 'gone', answers: { room: 'gone' } });
    const { form } = await open();
    await onScreen(form, 'Is er nu gevaar?');
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
  });

  it('that another tab wrote cannot be read, and begins anew', async () => {
    await seed({ screen: 'contact' });
    sessionStorage.setItem('keukentafel.key', btoa('another tab, another key, 32 by.'));
    const { form } = await open();
    expect(heading(form)).to.equal('Is er nu gevaar?');
  });
});

describe('an old entry in the history of the browser', () => {
  it('leads into no danger that is not there', async () => {
    const { reports } = withReports();
    const locks = withSlowLocks();
    const form = document.createElement('kt-repair-form');
    document.body.append(form);
    await onScreen(form, 'Is er nu gevaar?');
    for (const screen of ['stop', 'outside', 'photos']) {
      const mark = { places: { 'kt-repair-form': { screen, depth: 1 } } };
      history.pushState({ keukentafel: mark }, '');
      dispatchEvent(new PopStateEvent('popstate'));
      await form.updateComplete;
      expect(heading(form), screen).to.equal('Is er nu gevaar?');
    }
    locks.come();
    await form.ready;
    expect(heading(form)).to.equal('Is er nu gevaar?');
    expect(reports).to.deep.equal([]);
    form.remove();
  });
});

describe('a page that moves its elements', () => {
  let form: RepairForm;
  afterEach(() => form.remove());

  const section = (): HTMLElement => document.body.appendChild(document.createElement('section'));

  it('before the form is there, gets one form', async () => {
    form = document.createElement('kt-repair-form');
    document.body.append(form);
    const first = form.ready;
    section().append(form);
    section().append(form);
    await first;
    await form.ready;
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    expect(read(form)).not.to.contain(ELSEWHERE);
  });

  it('keeps what was typed, and does not take itself for another page', async () => {
    await seed({ screen: 'address', answers: { danger: 'none' } });
    form = await openForm();
    await fill(form, 'address-postcode', '9401 AB');
    section().append(form);
    await form.ready;
    await onScreen(form, 'Waar moeten wij zijn?');
    expect(field(form, 'address-postcode').value).to.equal('9401 AB');
    await fill(form, 'address-number', '12');
    await choose(form, 'Verder');
    await onScreen(form, 'Hoe bereiken wij u?');
  });

  it('while it is being sent, sends it once', async () => {
    await seed({ screen: 'check' });
    form = await openForm();
    await tellDesk({ down: true });
    await choose(form, SEND);
    await onScreen(form, NOT_YET);
    section().append(form);
    await form.ready;
    await tellDesk({ down: false });
    dispatchEvent(new Event('online'));
    await onScreen(form, SENT);
    expect((await askDesk()).received).to.have.length(1);
  });

  it('or takes one away and makes another: that goes on where the first was', async () => {
    await seed({ screen: 'address' });
    const first = await openForm();
    await fill(first, 'address-number', '77');
    first.remove();
    form = await openForm();
    await onScreen(form, 'Waar moeten wij zijn?');
    expect(field(form, 'address-number').value).to.equal('77');
  });

  it('or has two of them: one form, and the other says that it is open', async () => {
    await seed({ screen: 'address' });
    const first = await openForm();
    form = await openForm();
    await onScreen(form, ELSEWHERE);
    await choose(first, 'Verder');
    await onScreen(first, 'Hoe bereiken wij u?');
    history.back();
    await onScreen(first, 'Waar moeten wij zijn?');
    expect(heading(form)).to.equal(ELSEWHERE);
    first.remove();
  });

  it('and the form takes over from the first screen without moving the focus', async () => {
    // The lock is what the form waits for.
    const locks = withSlowLocks();
    form = document.createElement('kt-repair-form');
    document.body.append(form);
    await onScreen(form, 'Is er nu gevaar?');
    const box = form.renderRoot.querySelector<HTMLInputElement>('#someoneElse')!;
    box.click();
    box.focus();
    locks.come();
    await form.ready;
    expect(focused()).to.equal(box);
    expect(box.checked).to.equal(true);
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    expect((await draft().load())?.answers.someoneElse).to.equal(true);
  });
});
