import { expect } from '@open-wc/testing';
import {
  mendAll,
  withFullDisk,
  withoutDatabase,
  withoutStorage,
} from '../../test/browser/broken.ts';
import {
  choose,
  control,
  field,
  fill,
  heading,
  newVisitor,
  onScreen,
  openForm,
  says,
} from '../../test/browser/form.ts';
import { drippingTap, seed } from '../../test/browser/seed.ts';
import { askDesk, newDesk, problem, tellDesk } from '../../test/browser/small-desk.ts';
import type { Answer } from '../../test/browser/small-desk.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { RepairForm } from './repair-form.ts';

/** Whatever she types and whatever breaks: a clear answer, a way on, and nothing is lost. */

const SEND = 'Verstuur mijn melding';
const SENT = 'Wij hebben uw melding';
const NOT_YET = 'Uw melding is NOG NIET bij ons';
const PERSON = 'Ik wil liever iemand spreken';

let form: RepairForm;
const online = (): boolean => dispatchEvent(new Event('online'));

beforeEach(async () => newVisitor({ deskOrigin: await newDesk() }));
afterEach(() => {
  mendAll();
  form.remove();
});

async function openAt(screen: string): Promise<void> {
  await seed({ screen });
  form = await openForm();
}

const MARKUP = `"><img src=x onerror="document.title='broken'"><script>document.title='broken'</script>`;
const ODD = {
  'a page of emoji': '🚿💧'.repeat(500),
  'ten thousand letters': 'lek '.repeat(2500),
  markup: MARKUP,
  'a line of SQL': "'; DROP TABLE report; --",
  'letters that turn the line round': '\u202eknal\u202c \u2067links\u2069',
  'only blanks': ' \t\n ',
};

/** Each field of the way, the screen it is on, and whether anything may stand in it. */
const FIELDS = [
  ['what', 'story', 'anything'],
  ['address', 'address-postcode', 'postcode'],
  ['address', 'address-number', 'number'],
  ['address', 'address-addition', 'anything'],
  ['contact', 'name', 'anything'],
  ['contact', 'phone', 'phone'],
] as const;

describe('what she types, however odd', () => {
  for (const [screen, id, kind] of FIELDS)
    it(`in ${id}: stands as she typed it, and is taken or kindly put right`, async () => {
      await openAt(screen);
      const isHere = () => form.renderRoot.querySelector(`#${id}`) !== null;
      for (const [what, typed] of Object.entries(ODD)) {
        await fill(form, id, typed);
        const shown = field(form, id).value;
        expect(shown, what).to.equal(id === 'story' ? typed : typed.replace(/[\r\n]/g, ''));
        await choose(form, 'Verder');
        if (isHere()) {
          expect(kind !== 'anything' || typed.length > 200, `${what} is refused`).to.equal(true);
          expect(field(form, id).value, what).to.equal(shown);
          expect(field(form, id).getAttribute('aria-invalid'), what).to.equal('true');
          const summary = form.renderRoot.querySelector('[role=group][tabindex="-1"]');
          expect(summary?.textContent, what).to.match(/\p{L}{3}/u);
        } else {
          await choose(form, 'Terug');
          await waitUntil(isHere, 'the field again');
          expect(field(form, id).value.trim(), what).to.equal(shown.trim());
        }
        expect(control(form, PERSON)).to.exist;
      }
      expect(document.title).not.to.equal('broken');
    });

  const POSTCODES = ['9401 AB', '9401ab', ' 9401  Ab ', '9401\u00a0AB', '9401-AB'];
  const NO_POSTCODES = ['', '9401', '0401 AB', '9401 A', 'B-9401', 'Assen', '９４０１ＡＢ 5'];
  it('a postcode in any of the ways that people write one, and none that is none', async () => {
    await openAt('address');
    for (const [postcodes, taken] of [
      [POSTCODES, true],
      [NO_POSTCODES, false],
    ] as const)
      for (const postcode of postcodes) {
        await fill(form, 'address-postcode', postcode);
        await choose(form, 'Verder');
        expect(heading(form) !== 'Waar moeten wij zijn?', `"${postcode}"`).to.equal(taken);
        if (taken) await choose(form, 'Terug');
        await onScreen(form, 'Waar moeten wij zijn?');
        expect(field(form, 'address-postcode').value).to.equal(postcode);
      }
  });

  it('a phone number with words beside it is taken, words and all', async () => {
    await openAt('contact');
    await fill(form, 'phone', '06 12345678 (na 17 uur, mijn dochter)');
    for (const title of ['Verder', 'Verder'])
      if (heading(form) !== 'Klopt dit?') await choose(form, title);
    await onScreen(form, 'Klopt dit?');
    await says(form, '06 12345678 (na 17 uur, mijn dochter)');
    await choose(form, SEND);
    await onScreen(form, SENT);
    const [sent] = (await askDesk()).received;
    expect((sent!.body['answers'] as { phone: string }).phone).to.contain('na 17 uur');
  });
});

/** From wherever she is, by "Verder", to check-answers. */
async function onToCheck(): Promise<void> {
  for (let steps = 0; heading(form) !== 'Klopt dit?'; steps += 1) {
    if (steps > 9) throw new Error(`She is stuck on "${heading(form)}"`);
    const before = heading(form);
    await choose(form, before === 'Hebt u een foto?' ? 'Verder zonder foto' : 'Verder');
    expect(control(form, PERSON), before).to.exist;
  }
}

describe('a desk that is gone', () => {
  for (const screen of [
    'what',
    'item',
    'problem',
    'photos',
    'address',
    'contact',
    'visit',
    'check',
  ])
    it(`from "${screen}" on: she goes on, it says where it is, and sends when the desk is back`, async () => {
      await openAt(screen);
      await tellDesk({ down: true });
      await onToCheck();
      await choose(form, PERSON);
      await says(form, '0592 12 34 56');
      await choose(form, 'Terug naar mijn melding');
      await onScreen(form, 'Klopt dit?');
      await choose(form, SEND);
      await onScreen(form, NOT_YET);
      expect(control(form, PERSON)).to.exist;
      await tellDesk({ down: false });
      online();
      await onScreen(form, SENT);
      const { received } = await askDesk();
      expect(received).to.have.length(1);
      expect(received[0]!.body['answers']).to.deep.equal(drippingTap);
    });

  const FAULTS: Record<string, Answer> = {
    '500': problem(500, 'fault'),
    '429': problem(429, 'too-many-requests'),
    'a page instead of data': { status: 200, body: '<!doctype html><title>Welkom</title>' },
    'a cut line': { drop: true },
  };
  for (const [what, answer] of Object.entries(FAULTS))
    it(`or answers with ${what}: it says so, and the next try has it`, async () => {
      await openAt('check');
      // A browser tries a cut line once more by itself.
      await tellDesk({ answers: [answer, answer] });
      await choose(form, SEND);
      await onScreen(form, NOT_YET);
      await says(form, 'Laat deze pagina open');
      online();
      await onScreen(form, SENT);
      expect((await askDesk()).received.map(({ key }) => key)).to.satisfy(
        (keys: string[]) => new Set(keys).size === 1,
      );
    });
});

describe('a browser that keeps nothing', () => {
  const BROWSERS = {
    'that forbids its database': () => [withoutDatabase()],
    'whose disk is full': () => [withFullDisk()],
    // The last one: what this page then remembers by itself, it remembers in the tests after it.
    'that forbids storage': () => [
      withoutStorage('sessionStorage'),
      withoutStorage('localStorage'),
    ],
  };
  for (const [what, breakIt] of Object.entries(BROWSERS))
    it(`${what}: she reports it all the same, from the first screen to the thanks`, async () => {
      breakIt();
      form = await openForm();
      await choose(form, 'Nee, geen gevaar');
      await onScreen(form, 'Wat is er kapot?');
      await fill(form, 'story', 'De kraan drupt de hele nacht');
      await choose(form, 'Verder');
      await onScreen(form, 'Hebt u een foto?');
      await choose(form, 'Verder zonder foto');
      await onScreen(form, 'Waar moeten wij zijn?');
      await fill(form, 'address-postcode', '9401AB');
      await fill(form, 'address-number', '12');
      await choose(form, 'Verder');
      await onScreen(form, 'Hoe bereiken wij u?');
      await choose(form, 'Terug');
      await onScreen(form, 'Waar moeten wij zijn?');
      expect(field(form, 'address-number').value).to.equal('12');
      expect(control(form, PERSON)).to.exist;
    });
});
