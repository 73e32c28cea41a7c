import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  choose,
  control,
  heading,
  newVisitor,
  onScreen,
  openForm,
  read,
} from '../../test/browser/form.ts';
import { focused } from '../../test/browser/helpers.ts';
import { seed } from '../../test/browser/seed.ts';
import { Speech, voice, withSpeech } from '../../test/browser/speech.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import type { RepairForm } from './repair-form.ts';

const START = 'Lees voor';
const STOP = 'Stop met voorlezen';

let form: RepairForm;
let mend = (): void => undefined;

const device = (speech: Speech | undefined): Speech | undefined => {
  mend = withSpeech(speech);
  return speech;
};
const offered = (name = START): boolean => {
  try {
    return control(form, name) !== undefined;
  } catch {
    return false;
  }
};
const comes = (name = START): Promise<void> => waitUntil(() => offered(name), `"${name}" is there`);
const marked = (): string =>
  [...form.renderRoot.querySelectorAll('[data-reading]')]
    .map((each) => each.textContent.replace(/\s+/g, ' ').trim())
    .join(' | ');
/** Says all that it is given. */
async function saysAll(speech: Speech, goesOn = () => offered(STOP)): Promise<string[]> {
  while (goesOn()) {
    if (speech.speaking) speech.finish();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return speech.said.map(({ text }) => text);
}

beforeEach(() => newVisitor());
afterEach(() => {
  form.remove();
  mend();
});

describe('"Lees voor" is not there', () => {
  const cases: Readonly<Record<string, Speech | undefined>> = {
    'on a device that cannot speak': undefined,
    'without a voice': new Speech(),
    'where only others far away would speak': new Speech(voice('nl-NL', { localService: false })),
    'where no voice knows the language': new Speech(voice('en-GB'), voice('ar-SA')),
  };
  for (const [when, speech] of Object.entries(cases))
    it(when, async () => {
      device(speech);
      form = await openForm();
      await choose(form, 'Nee, geen gevaar');
      await onScreen(form, 'Wat is er kapot?');
      expect(offered()).to.equal(false);
    });
});

describe('"Lees voor"', () => {
  it('comes when the voices come, in the head beside the language', async () => {
    const speech = device(new Speech())!;
    form = await openForm();
    await waitUntil(() => read(form).includes('Ik wil liever iemand spreken'));
    expect(offered()).to.equal(false);
    speech.voices = [voice('nl-NL')];
    // Whatever the browser has to say about it, until the kit listens.
    await waitUntil(() => {
      speech.dispatchEvent(new Event('voiceschanged'));
      return offered();
    });
    expect(control(form, START).closest('.head')).not.to.equal(null);
  });

  it('reads the heading, the intro, the choices and the way to a person, and marks each', async () => {
    const speech = device(new Speech(voice('nl-BE'), voice('nl-NL', { default: true })))!;
    form = await openForm();
    await comes();
    control(form, START).focus();
    await sendKeys({ press: 'Enter' });
    await comes(STOP);
    // Where the focus is, it stays: pressed again, it stops.
    expect(focused()?.textContent.trim()).to.equal(STOP);
    await waitUntil(() => speech.speaking);
    expect(marked()).to.equal('Is er nu gevaar?');
    expect(speech.said[0]).to.deep.equal({ text: 'Is er nu gevaar?', lang: 'nl-NL' });
    const said = await saysAll(speech);
    const order = [
      'Is er nu gevaar?',
      'Dan helpen wij u meteen met bellen.',
      'Ik ruik gas',
      'Nee, geen gevaar',
      'Ik vul dit in voor iemand anders',
      'Ik wil liever iemand spreken',
    ].map((text) => said.findIndex((each) => each.startsWith(text)));
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    expect(order[0]).to.equal(0);
    expect(order).not.to.include(-1);
    expect(said.join(' ')).not.to.contain('Taal');
    expect(marked()).to.equal('');
    expect(offered()).to.equal(true);
  });

  const stops: Readonly<Record<string, () => Promise<unknown> | void>> = {
    'when it is pressed again': () => choose(form, STOP),
    'when she goes on': () => choose(form, 'Nee, geen gevaar'),
    'in danger': () => choose(form, /^Ik ruik gas/),
    'when she wants to speak to somebody': () => choose(form, /^Ik wil liever iemand spreken/),
    'when she chooses another language': () => choose(form, 'English'),
    'when it is taken off the page': () => form.remove(),
  };
  for (const [when, act] of Object.entries(stops))
    it(`stops ${when}`, async () => {
      const speech = device(new Speech(voice('nl-NL'), voice('en-GB')))!;
      form = await openForm();
      await comes();
      await choose(form, START);
      await waitUntil(() => speech.speaking);
      await act();
      await waitUntil(() => !speech.speaking, 'it is quiet');
      const { length } = speech.said;
      await form.updateComplete;
      expect(marked()).to.equal('');
      expect(speech.said).to.have.length(length);
    });

  it('reads what to do in danger', async () => {
    const speech = device(new Speech(voice('nl-NL')))!;
    await seed({ screen: 'stop', answers: { danger: 'gaslucht' } });
    form = await openForm();
    await comes();
    await choose(form, START);
    await waitUntil(() => speech.speaking);
    expect(speech.said[0]!.text).to.equal(heading(form));
    expect((await saysAll(speech)).join(' ')).to.contain('Ik ben buiten');
  });

  const mixed = async (...voices: string[]): Promise<string[]> => {
    const speech = device(new Speech(...voices.map((lang) => voice(lang))))!;
    // Nobody has read the Arabic of the safety texts: their Dutch stands before them.
    newVisitor({ profile: demoProfile, reviewed: () => false });
    await seed({ screen: 'stop', answers: { danger: 'gaslucht' } });
    form = await openForm({ lang: 'ar' });
    await comes('اقرأ لي');
    await choose(form, 'اقرأ لي');
    await waitUntil(() => speech.speaking);
    await saysAll(speech, () => offered('أوقف القراءة'));
    return speech.said.map(({ lang }) => lang);
  };
  it('reads Dutch beside a translation each in its own language', async () => {
    const languages = await mixed('nl-NL', 'ar-SA');
    expect(languages).to.include('nl-NL').and.to.include('ar-SA');
  });

  it('reads what it has a voice for, where it has none for the Dutch', async () => {
    expect(new Set(await mixed('ar-SA'))).to.deep.equal(new Set(['ar-SA']));
  });
});
