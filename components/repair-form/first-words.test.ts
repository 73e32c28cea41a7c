import { expect } from '@open-wc/testing';
import { mendAll, withoutWaiting, withReports } from '../../test/browser/broken.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import { choose, newVisitor, onScreen, openForm, pick, read } from '../../test/browser/form.ts';
import { fromDisk, isFirst, wordsOf } from '../../test/browser/words.ts';
import type { Language } from '../../src/contract/languages.ts';
import type { KitOptions } from '../../src/runtime/kit.ts';
import { dangers, safeties, safetyKey } from '../../src/contract/triage/danger.ts';
import type { RepairForm } from './repair-form.ts';

/** The words of the first screen come alone, before those of the others: enough for whoever is in danger. */

let form: RepairForm;
const never = new Promise<never>(() => undefined);
const onlyTheFirst = (change: Partial<KitOptions> = {}): void =>
  newVisitor({
    loadTexts: (language, file) => (isFirst(file) ? fromDisk(language, file) : never),
    ...change,
  });
const open = async (lang: Language): Promise<RepairForm> => {
  withoutWaiting();
  return (form = await openForm({ lang }));
};

afterEach(() => {
  mendAll();
  form.remove();
});

// Which keys they are is the same in every language: see scripts/lib/first-texts.mjs.
for (const language of ['nl', 'ar'] as const)
  describe(`the first words in ${language}, while the others hang,`, () => {
    for (const { id, safety } of dangers)
      it(`are all that "${id}" needs`, async () => {
        const { reports } = withReports();
        const t = await wordsOf(language);
        onlyTheFirst();
        await open(language);
        expect(form.renderRoot.querySelector('.frame')!.getAttribute('lang')).to.equal(language);
        await pick(form, t('repair-form:someoneElse.label'));
        await choose(form, new RegExp(escaped(t(`danger:danger.${id}`))));
        const { leaveFirst, steps } = safeties[safety];
        expect(read(form)).to.include(t(safetyKey(safety, leaveFirst ? 'first' : 'title')));
        expect(read(form)).to.include(t('danger:safety.elsewhere'));
        if (leaveFirst) await choose(form, new RegExp(escaped(t(safetyKey(safety, 'confirm')))));
        for (let step = 1; step <= steps; step += 1)
          expect(read(form)).to.include(t(safetyKey(safety, `step.${step}`)));
        expect(reports).to.deep.equal([]);
      });

    it('are all that the way to a person needs, closed and open; a message waits for its own', async () => {
      const { reports } = withReports();
      const t = await wordsOf(language);
      const closed = { ...demoProfile, phoneOpen: demoProfile.phoneOpen.slice(1) };
      for (const profile of [demoProfile, closed, { ...closed, phoneOpen: [] }]) {
        onlyTheFirst({ profile, deskOrigin: 'http://127.0.0.1:9' });
        await open(language);
        await choose(form, t('frame:speak.open'));
        expect(read(form)).to.include(t('frame:speak.intro'));
        await choose(form, new RegExp(`^${escaped(t('frame:speak.office'))}`));
        expect(read(form)).to.include(demoProfile.offices[0]!.address);
        await choose(form, t('frame:speak.ways'));
        await onScreen(form, t('frame:speak.title'));
        await choose(form, new RegExp(`^${escaped(t('frame:speak.message'))}`));
        expect(read(form)).to.include(t('frame:loading'));
        expect(form.renderRoot.querySelector(`a[href="tel:${profile.phone.tel}"]`)).to.exist;
        form.remove();
      }
      expect(reports).to.deep.equal([]);
    });

    it('are all that a lost line and a fault need', async () => {
      const { reports } = withReports();
      const t = await wordsOf(language);
      onlyTheFirst();
      await open(language);
      dispatchEvent(new Event('offline'));
      await form.updateComplete;
      expect(read(form)).to.include(t('frame:offline'));
      dispatchEvent(new Event('online'));
      form.fault(new Error('planted'));
      await form.updateComplete;
      expect(read(form)).to.include(t('frame:fault.help'));
      expect(reports.map(String)).to.deep.equal(['Error: planted']);
    });
  });

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
