import { expect } from '@open-wc/testing';
import {
  choose,
  fill,
  kept,
  newVisitor,
  onScreen,
  openForm,
  pick,
  read,
  says,
} from '../../test/browser/form.ts';
import { focused } from '../../test/browser/helpers.ts';
import { seed } from '../../test/browser/seed.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { loaders } from '../../src/generated/texts.ts';
import type { FileName, Lang } from '../../src/generated/texts.ts';
import type { RepairState } from './model.ts';
import type { RepairForm } from './repair-form.ts';

let form: RepairForm;
const open = async (attributes?: Record<string, string>): Promise<RepairForm> =>
  (form = await openForm(attributes));
/** What is chosen on this screen, in its words. */
const chosen = (on: RepairForm): string[] =>
  [...on.renderRoot.querySelectorAll('input:checked')].map((input) =>
    input.closest('label')!.textContent.replace(/✓.*/s, '').trim(),
  );

beforeEach(() => newVisitor());
afterEach(() => form.remove());

describe('her own words', () => {
  it('bring suggestions, and one of them makes the way short', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    await fill(form, 'story', 'de kraan drupt al een week');
    await says(form, 'Bedoelt u dit?');
    await pick(form, 'De kraan druppelt');
    await choose(form, 'Verder');
    await onScreen(form, 'Waar is het?');
    await pick(form, 'Badkamer');
    await choose(form, 'Verder');
    await onScreen(form, 'Hebt u een foto?');
    history.back();
    await onScreen(form, 'Wat is er kapot?');
    expect(chosen(form)).to.deep.equal(['De kraan druppelt', 'Badkamer']);
  });

  it('that name the room say it to the association too, and are not asked for it', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    await fill(form, 'story', 'de kraan in de keuken drupt');
    await says(form, 'Bedoelt u dit?');
    await pick(form, 'De kraan druppelt');
    expect(chosen(form)).to.deep.equal(['De kraan druppelt', 'Keuken']);
    await choose(form, 'Verder');
    await onScreen(form, 'Hebt u een foto?');
  });

  it('of what is in one room only are not asked for it either', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    await fill(form, 'story', 'garagedeur kapot');
    await says(form, 'Bedoelt u dit?');
    await pick(form, 'De deur van de garage of schuur');
    expect(chosen(form)).to.have.length(2);
    await pick(form, 'Nee, iets anders');
    expect(chosen(form)).to.deep.equal(['Nee, iets anders']);
  });

  it('still mean the same after a reload in another language', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    await fill(form, 'story', 'de kraan drupt al een week');
    await says(form, 'Bedoelt u dit?');
    await kept<RepairState>('delinde.repair-form', ({ answers }) => answers.story);
    form.remove();
    await open({ lang: 'en' });
    await says(form, 'Do you mean this?');
    await pick(form, 'The tap drips');
    await choose(form, 'Continue');
    await onScreen(form, 'Where is it?');
  });

  it('are pointed at with the question and what to do in view', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    await fill(form, 'story', 'Mijn wc loopt door');
    await says(form, 'Bedoelt u dit?');
    await choose(form, 'Verder');
    await waitUntil(() => focused()?.id === 'suggestion', 'the focus on the first suggestion');
    for (const line of ['legend', '.hint']) {
      const { top, bottom } = focused()!
        .closest('fieldset')!
        .querySelector(line)!
        .getBoundingClientRect();
      // WebKit scrolls to an eighth of a pixel.
      expect(Math.ceil(top), line).to.be.least(0);
      expect(bottom, line).to.be.most(innerHeight);
    }
  });

  it('that mean nothing to us never block', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    await fill(form, 'story', 'xyzzy plugh');
    await choose(form, 'Verder');
    await onScreen(form, 'Hebt u een foto?');
  });

  it('changed later, keep what she chose in sight', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    await fill(form, 'story', 'de kraan drupt al een week');
    await says(form, 'Bedoelt u dit?');
    await pick(form, 'De kraan druppelt');
    await fill(form, 'story', 'wc verstopt');
    await says(form, 'verstopt');
    expect(chosen(form)).to.deep.equal(['De kraan druppelt']);
  });

  it('are matched as she last wrote them, also when the words for it come late', async () => {
    let come = (): void => undefined;
    const late = new Promise<void>((resolve) => (come = resolve));
    newVisitor({
      loadTexts: async (language, file) => {
        if (file === 'triage-words') await late;
        return (await loaders[language as Lang][file as FileName]()).default;
      },
    });
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    await fill(form, 'story', 'de kraan drupt al een week');
    await fill(form, 'story', '');
    come();
    await form.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect(read(form)).not.to.contain('Bedoelt u dit?');
  });
});
