import { expect } from '@open-wc/testing';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import {
  choose,
  control,
  field,
  fill,
  newVisitor,
  onScreen,
  openForm,
  says,
} from '../../test/browser/form.ts';
import { drippingTap, seed, seedPhotos } from '../../test/browser/seed.ts';
import { smallWords } from '../../test/browser/small-text.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { languages, nameOf } from '../../src/contract/languages.ts';

/** The language can be switched anywhere: what she typed, chose and sent stays, and so does where she is. */

type Form = Awaited<ReturnType<typeof openForm>>;
let form: Form;

beforeEach(() =>
  newVisitor({
    profile: { ...demoProfile, alarm: true },
    // Nobody answers there: what is sent stays on its way.
    deskOrigin: 'http://127.0.0.1:9',
  }),
);
afterEach(() => form.remove());

const values = (): string[] =>
  [...form.renderRoot.querySelectorAll<HTMLInputElement>('input.text, textarea')].map(
    ({ value }) => value,
  );

/** By her own hand, through every language and back to Dutch. */
async function throughAll(): Promise<void> {
  const before = { place: form.place, view: form.speak.view, values: values() };
  for (const language of [...languages.filter((each) => each !== 'nl'), 'nl' as const]) {
    control(form, nameOf(language)).click();
    await waitUntil(() => form.texts.language === language, `never in ${language}`);
    await form.updateComplete;
    const frame = form.renderRoot.querySelector('.frame');
    expect(frame?.getAttribute('lang')).to.equal(language);
    expect({ place: form.place, view: form.speak.view, values: values() }).to.deep.equal(before);
    expect(smallWords(form)).to.deep.equal([]);
  }
}

describe('switched through every language', () => {
  it('keeps her own words, typed and not sent', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    form = await openForm();
    await onScreen(form, 'Wat is er kapot?');
    await fill(form, 'story', 'De kraan lekt al drie dagen');
    await throughAll();
    expect(field(form, 'story').value).to.equal('De kraan lekt al drie dagen');
  });

  it('keeps her photos', async () => {
    const photos = await seedPhotos(2);
    await seed({ screen: 'photos', answers: { ...drippingTap, photos } });
    form = await openForm();
    const shown = () => form.renderRoot.querySelectorAll('.photo img').length;
    await waitUntil(() => shown() === 2, 'no photos');
    await throughAll();
    expect(shown()).to.equal(2);
  });

  it('keeps what was wrong, and says so in each', async () => {
    await seed({ screen: 'address', answers: { danger: 'none' } });
    form = await openForm();
    await onScreen(form, 'Waar moeten wij zijn?');
    await fill(form, 'address-postcode', '94');
    await choose(form, 'Verder');
    await says(form, '4 cijfers en 2 letters');
    await throughAll();
    await says(form, '4 cijfers en 2 letters');
  });

  it('keeps a message, typed and not sent', async () => {
    form = await openForm();
    await choose(form, 'Ik wil liever iemand spreken');
    await choose(form, /^Stuur een bericht/);
    await waitUntil(() => form.renderRoot.querySelector('textarea') !== null);
    const [text, name] = form.renderRoot.querySelectorAll<HTMLInputElement>('textarea, input.text');
    await fill(form, text!.id, 'Ik kom er niet uit');
    await fill(form, name!.id, 'Mevrouw Berg');
    await throughAll();
  });

  it('keeps the number for the people on duty, and that it is on its way', async () => {
    await seed({ screen: 'stop', answers: { danger: 'water_veel' } });
    form = await openForm();
    await says(form, 'Laat uw nummer achter');
    await choose(form, /^Laat uw nummer achter/);
    await onScreen(form, 'Laat uw nummer achter');
    await fill(form, 'alarm-phone', '06 12 34 56 78');
    await throughAll();
    await choose(form, 'Stuur dit nu');
    await says(form, 'Uw bericht is NOG NIET bij ons');
    await throughAll();
    await says(form, 'Uw bericht is NOG NIET bij ons');
  });

  it('no word is under 17 px, nor its Dutch', async () => {
    await seed({ screen: 'contact' });
    form = await openForm({ lang: 'ar' });
    await choose(form, /Nederlands erbij/);
    await says(form, 'Hoe bereiken wij u?');
    expect(smallWords(form)).to.deep.equal([]);
    const small = document.createElement('p');
    small.textContent = 'klein';
    small.setAttribute('class', 'hint');
    const inside = document.createElement('small');
    inside.textContent = 'kleiner';
    small.append(inside);
    form.renderRoot.querySelector('.frame')!.append(small);
    expect(smallWords(form)).to.have.length(2);
  });
});
