import { expect } from '@open-wc/testing';
import { mendAll } from '../../test/browser/broken.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import {
  choose,
  fill,
  heading,
  newVisitor,
  onScreen,
  openForm,
  pick,
  read,
  says,
} from '../../test/browser/form.ts';
import { focused } from '../../test/browser/helpers.ts';
import { drippingTap, seed } from '../../test/browser/seed.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import type { TriageSettings } from '../../src/contract/triage/settings.ts';
import type { RepairForm } from './repair-form.ts';

let form: RepairForm;
const open = async (): Promise<RepairForm> => (form = await openForm());
/** An association that says otherwise of these problems. */
const association = (triage: TriageSettings, words: Readonly<Record<string, string>> = {}): void =>
  newVisitor({ profile: { ...demoProfile, triage, texts: { nl: words } } });
const at = async (screen: string, answers: RepairAnswers): Promise<void> => {
  await seed({ screen, answers: { danger: 'none', ...answers } });
  await open();
};

beforeEach(() => newVisitor());
afterEach(() => {
  mendAll();
  form.remove();
});

describe('what the association says of a problem', () => {
  it('makes it urgent: the phone first, and what to do', async () => {
    association({ radiator_koud: { urgency: 'urgent' } });
    await at('details', { room: 'slaapkamer', item: 'radiator', problem: 'radiator_koud' });
    await choose(form, 'Verder');
    await onScreen(form, 'Bel ons nu. Dit heeft spoed.');
    expect(read(form)).to.contain('zeg dat het niet kan wachten');
    await choose(form, /Ik ga verder met mijn melding/);
    await onScreen(form, 'Hebt u een foto?');
  });

  it('makes it less urgent, and the warning stays', async () => {
    association({ lekkage_plafond: { urgency: 'soon' } });
    await at('details', { room: 'zolder', item: 'waterleiding', problem: 'lekkage_plafond' });
    await choose(form, 'Verder');
    await onScreen(form, 'Hebt u een foto?');
    expect(read(form)).to.contain('Ga niet onder de natte plek staan.');
  });

  it('never makes less of a danger, whatever a profile says', async () => {
    association({ vonken: { urgency: 'planned' } });
    await at('problem', { room: 'hal', item: 'stroom' });
    await pick(form, 'Ik zie vonken');
    await choose(form, 'Verder');
    await onScreen(form, 'Raak niets aan. Ga uit die kamer.');
  });

  it('is pointed at in her own words too, when it made that urgent', async () => {
    association({ kraan_drupt: { urgency: 'urgent' } });
    await at('what', { room: 'keuken' });
    await fill(form, 'story', 'de kraan drupt al een week');
    await says(form, 'Bedoelt u dit?');
    await choose(form, 'Verder');
    await waitUntil(() => focused()?.closest('fieldset')?.textContent.includes('Bedoelt u dit?'));
    expect(heading(form)).to.equal('Wat is er kapot?');
  });
});

describe('helping oneself', () => {
  it('is in the words of the association, beside "Ik doe dit liever niet zelf"', async () => {
    association(
      { kraan_drupt: { selfHelp: true } },
      { 'triage:self-help.kraan_drupt': 'Leg een doek onder de kraan.' },
    );
    await at('problem', { room: 'keuken', item: 'kraan', problem: 'kraan_drupt' });
    await choose(form, 'Verder');
    await onScreen(form, 'Wilt u dit proberen?');
    expect(read(form)).to.contain('Leg een doek onder de kraan.');
    await choose(form, 'Ik doe dit liever niet zelf');
    await onScreen(form, 'Hebt u een foto?');
  });

  it('is not offered where the association wants none', async () => {
    association({ radiator_koud: { selfHelp: false } });
    await at('details', { room: 'hal', item: 'radiator', problem: 'radiator_koud' });
    await choose(form, 'Verder');
    await onScreen(form, 'Hebt u een foto?');
  });
});

describe('what is no emergency may still be no place to stand', () => {
  it('says what to be careful with before it asks for a photo', async () => {
    await at('photos', { room: 'woonkamer', item: 'raam', problem: 'glas_kapot' });
    expect(read(form)).to.contain('Raak het glas niet aan.');
    expect(read(form)).to.contain('Draag schoenen.');
  });

  it('says nothing twice: who was told on the screen before is not told again', async () => {
    await at('photos', { room: 'hal', item: 'stroom', problem: 'geen_stroom_huis' });
    expect(read(form)).not.to.contain('Gebruik een zaklamp');
    form.remove();
    await seed({ screen: 'photos' });
    await open();
    expect(read(form)).not.to.contain('Raak');
  });
});

it('what she chose under her own words is among her answers, and leads back to them', async () => {
  const { item: _, ...rest } = drippingTap;
  await at('check', { ...rest, problem: 'kraan_drupt', story: 'de kraan drupt' });
  expect(read(form)).to.contain('De kraan druppelt');
  await choose(form, 'Aanpassen: Wat is er aan de hand?');
  await onScreen(form, 'Wat is er kapot?');
  expect(read(form)).to.contain('Bedoelt u dit?');
});
