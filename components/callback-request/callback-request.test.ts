import { expect } from '@open-wc/testing';
import './define.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import {
  choose,
  control,
  fill,
  heading,
  kept,
  newVisitor,
  onScreen,
  openElement,
  openForm,
  pick,
  read,
  says,
} from '../../test/browser/form.ts';
import { seed } from '../../test/browser/seed.ts';
import { askDesk, newDesk, tellDesk } from '../../test/browser/small-desk.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { CallbackState } from './model.ts';
import type { KitElement } from '../../src/runtime/kit-element.ts';

const OPEN = 'Ik wil liever iemand spreken';
const WHEN = 'Wanneer mogen wij bellen?';
const SENT = 'Wij bellen u';

let form: KitElement;
const sends = async () => (await askDesk()).received.filter(({ what }) => what === 'callbacks');
async function visit(change: Partial<typeof demoProfile> = {}): Promise<void> {
  newVisitor({ profile: { ...demoProfile, ...change }, deskOrigin: await newDesk() });
}
/** From the photos of a form without a number, to the question who is called. */
async function toWho(): Promise<void> {
  await visit();
  await seed({ screen: 'photos', answers: { danger: 'none', room: 'keuken' } });
  form = await openForm();
  await toCallback();
  await onScreen(form, WHEN);
  await pick(form, 'Nee');
  await choose(form, 'Verder');
  await onScreen(form, 'Wie bellen wij?');
}

async function toCallback(): Promise<void> {
  await choose(form, OPEN);
  await says(form, 'vandaag tussen 14:00 en 16:00 uur');
  await choose(form, /^Wij bellen u/);
}

afterEach(() => form.remove());

describe('"Bel mij terug" on a page of its own', () => {
  beforeEach(async () => {
    await visit();
    form = await openElement('kt-callback-request');
  });

  async function filledIn(): Promise<void> {
    await onScreen(form, 'Waarover wilt u ons spreken?');
    await pick(form, 'De huur betalen');
    await choose(form, 'Verder');
    await onScreen(form, WHEN);
    await says(form, 'bellen wij u vandaag tussen 14:00 en 16:00 uur');
    await choose(form, 'Verder');
    await onScreen(form, 'Wie bellen wij?');
    await fill(form, 'phone', '06 12 34 56 78');
    await choose(form, 'Verder');
    await onScreen(form, 'Wilt u alvast iets vertellen?');
    await choose(form, 'Verder');
    await onScreen(form, 'Klopt dit?');
  }

  it('goes from the topic to when we call, from which number, and what we say first', async () => {
    await filledIn();
    await choose(form, 'Bel mij');
    await onScreen(form, SENT);
    for (const words of [
      'Wij bellen u vandaag tussen 14:00 en 16:00 uur.',
      'U ziet dan dit nummer: 0592 12 34 56',
      'blauwe fiets',
      'Zo niet: hang op. Wij vragen nooit geld, pas of pincode.',
      'K7M4-P2XR-9',
    ])
      expect(read(form)).to.contain(words);
    expect((await sends()).map(({ body }) => body)).to.deep.equal([
      {
        topic: 'rent',
        when: 'any',
        phone: '06 12 34 56 78',
        language: 'nl',
        from: 'callback-request/check',
      },
    ]);
  });

  it('is sent once, also when the line drops, and is found sent after a reload', async () => {
    await filledIn();
    await tellDesk({ down: true });
    await choose(form, 'Bel mij');
    await says(form, 'Uw vraag is NOG NIET bij ons');
    await tellDesk({ down: false });
    await waitUntil(() => {
      dispatchEvent(new Event('online'));
      return heading(form) === SENT;
    });
    expect(await sends()).to.have.length(1);
    form.remove();
    form = await openElement('kt-callback-request');
    await onScreen(form, SENT);
  });

  it('keeps everything when the language is switched, and goes on there', async () => {
    await onScreen(form, 'Waarover wilt u ons spreken?');
    await pick(form, 'Iets anders');
    await choose(form, 'Verder');
    await onScreen(form, WHEN);
    await pick(form, 'Liefst');
    form.lang = 'en';
    await onScreen(form, 'When may we call?');
    const chosen = form.renderRoot.querySelector('input:checked')!.closest('label')!;
    expect(chosen.textContent).to.contain('Preferably in the morning');
  });

  it('names 112 where somebody may be in danger, and nowhere else', async () => {
    await onScreen(form, 'Waarover wilt u ons spreken?');
    const call = () => form.renderRoot.querySelector('a[href="tel:112"]');
    await pick(form, 'De huur betalen');
    expect(call()).to.equal(null);
    await pick(form, 'Ik maak me zorgen');
    await waitUntil(call);
  });

  it('can be changed and cancelled', async () => {
    await filledIn();
    await choose(form, 'Bel mij');
    await onScreen(form, SENT);
    const view = {
      reference: 'K7M4-P2XR-9',
      receivedAt: '2026-11-24T09:41:00Z',
      state: 'open',
      topic: 'rent',
      when: 'morning',
      phone: '06 12 34 56 78',
      about: '',
      word: { id: 'blue-bicycle', inDutch: 'blauwe fiets', inLanguage: 'blauwe fiets' },
      promise: { kind: 'between', from: '2026-11-25T08:00:00Z', until: '2026-11-25T10:00:00Z' },
      callFrom: [],
    };
    await tellDesk({
      answers: [
        { status: 200, body: view },
        { status: 200, body: { ...view, state: 'cancelled' } },
      ],
    });
    await choose(form, 'Wijzig of zeg af');
    await pick(form, "Liefst 's ochtends");
    await choose(form, 'Bewaar de wijziging');
    await says(form, 'Wij bellen u op woensdag 25 november tussen 09:00 en 11:00 uur.');
    await choose(form, 'Wijzig of zeg af');
    await choose(form, 'Bel mij niet meer');
    await onScreen(form, 'Wij bellen u niet');
    const { received } = await askDesk();
    expect(received.map(({ what }) => what)).to.deep.equal([
      'callbacks',
      'callbacks/changed',
      'callbacks/cancelled',
    ]);
    expect(received[1]!.body['when']).to.equal('morning');
  });

  it('is, on its own way to a person, the form that she is in already', async () => {
    await onScreen(form, 'Waarover wilt u ons spreken?');
    await pick(form, 'Iets anders');
    await choose(form, 'Verder');
    await onScreen(form, WHEN);
    await choose(form, OPEN);
    await says(form, 'vandaag tussen');
    await choose(form, /^Wij bellen u/);
    await onScreen(form, WHEN);
  });
});

describe('"Wij bellen u" from the repair form', () => {
  it('asks nothing that is known, takes along what she filled in, and leads back to it', async () => {
    await visit();
    await seed({ screen: 'visit' });
    form = await openForm();
    await onScreen(form, 'Wanneer kunnen wij komen?');
    const before = read(form);
    await toCallback();
    await onScreen(form, WHEN);
    await pick(form, 'Ja, dat mag');
    await choose(form, 'Verder');
    await onScreen(form, 'Klopt dit?');
    for (const words of ['Een reparatie', 'Mevrouw Berg', '06 12 34 56 78'])
      expect(read(form)).to.contain(words);
    await choose(form, 'Bel mij');
    await onScreen(form, SENT);
    const [sent] = await sends();
    expect(sent!.body).to.deep.include({
      topic: 'repair',
      phone: '06 12 34 56 78',
      name: 'Mevrouw Berg',
      from: 'repair-form/visit',
    });
    const filledIn = sent!.body['filledIn'] as Record<string, unknown>;
    expect(filledIn).to.include({ element: 'repair-form', screen: 'visit' });
    expect(filledIn['answers']).to.include({ problem: 'kraan_drupt' });
    await choose(form, 'Terug naar mijn melding');
    await waitUntil(() => read(form) === before, 'the form as it was');
  });

  it('sends nothing along of what she keeps to herself', async () => {
    await visit();
    await seed({ screen: 'visit' });
    form = await openForm();
    await toCallback();
    await onScreen(form, WHEN);
    await pick(form, 'Nee');
    await choose(form, 'Verder');
    await onScreen(form, 'Wilt u alvast iets vertellen?');
    await choose(form, 'Verder');
    await choose(form, 'Bel mij');
    await onScreen(form, SENT);
    expect((await sends())[0]!.body).not.to.have.property('filledIn');
  });

  it('leads back a screen at a time, by its own button and by that of the browser', async () => {
    await toWho();
    history.back();
    await onScreen(form, WHEN);
    await choose(form, 'Verder');
    await onScreen(form, 'Wie bellen wij?');
    await choose(form, 'Terug');
    await onScreen(form, WHEN);
    await choose(form, 'Terug naar alle manieren');
    await onScreen(form, 'Hoe wilt u ons spreken?');
    await choose(form, 'Terug naar mijn melding');
    await onScreen(form, 'Hebt u een foto?');
  });

  it('is found where it was left after a reload', async () => {
    await toWho();
    await kept<CallbackState>(
      'delinde.callback-request.kt-repair-form',
      ({ screen }) => screen === 'who',
    );
    form.remove();
    form = await openForm();
    await onScreen(form, 'Wie bellen wij?');
  });

  it('leads when nobody answers the phone', async () => {
    await visit({ phoneOpen: demoProfile.phoneOpen.slice(1) });
    form = await openForm();
    await choose(form, OPEN);
    await says(form, 'vandaag tussen 14:00 en 16:00 uur');
    expect(control(form, /^Wij bellen u/).classList.contains('calm')).to.equal(true);
  });

  it('is not offered where nobody calls back', async () => {
    await visit({ callbacks: undefined });
    form = await openForm();
    await choose(form, OPEN);
    await says(form, 'Stuur een bericht');
    expect(read(form)).not.to.contain('Wij bellen u');
  });
});
