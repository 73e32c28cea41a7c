import { expect } from '@open-wc/testing';
import { createStore, set } from 'idb-keyval';
// The test server makes a module of it; the attribute that TypeScript asks for is refused there.
// @ts-expect-error TS1543
import recorded from '../fixtures/drafts.json';
import type { RepairForm } from '../../components/repair-form/repair-form.ts';
import type { DraftName, Drafts, KeptDraft } from '../fixtures/exchange.ts';
import { choose, field, heading, newVisitor, onScreen, openForm, read, says } from './form.ts';
import { askDesk, newDesk } from './small-desk.ts';
import { waitUntil } from './until.ts';

/**
 * A tab that was filled in with an older version of the kit, reloaded after the update: everything is
 * there. Recorded by `test/fixtures/record.ts`.
 */

const drafts = recorded as unknown as Drafts;

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

let form: RepairForm;

/** As the tab was, a moment ago: what is older than a day is nobody's any more. */
async function reloads({ sessionStorage: kept, vault }: KeptDraft): Promise<void> {
  for (const [name, value] of Object.entries(kept)) sessionStorage.setItem(name, value);
  const store = createStore('keukentafel', 'vault');
  for (const { name, iv, data } of vault)
    await set(name, { iv: toBytes(iv), data: toBytes(data).buffer, at: Date.now() }, store);
  form = await openForm();
}

const value = (id: string): string => field(form, id).value;

/** What she sees again, by the moment at which she left. */
const THERE: Record<DraftName, (draft: KeptDraft) => Promise<void>> = {
  async begun() {
    await onScreen(form, 'Wat is er kapot?');
  },
  async words() {
    await onScreen(form, 'Wat is er kapot?');
    expect(value('story')).to.equal('Het knippert in de gang 💡');
  },
  async photo() {
    await onScreen(form, 'Waar moeten wij zijn?');
    expect(value('address-postcode')).to.equal('9401ab');
    await choose(form, 'Terug');
    await onScreen(form, 'Hebt u een foto?');
    await waitUntil(() => {
      const picture = form.renderRoot.querySelector<HTMLImageElement>('img[alt="Foto 1"]');
      return picture !== null && picture.naturalWidth > 0;
    }, 'her photo');
  },
  async check() {
    await onScreen(form, 'Klopt dit?');
    for (const words of ['Keuken', 'De kraan druppelt', 'Mevrouw Berg', '06 12 34 56 78', '12a'])
      await says(form, words);
  },
  async sending({ typed }) {
    await onScreen(form, 'Wij hebben uw melding');
    const { received } = await askDesk();
    expect(received).to.have.length(1);
    expect(received[0]?.key).to.equal(typed['sendKey']);
    expect(received[0]?.body['answers']).to.deep.equal(typed['answers']);
  },
  async sent({ typed }) {
    await onScreen(form, 'Wij hebben uw melding');
    await says(form, (typed['receipt'] as { reference: string }).reference);
    expect((await askDesk()).received).to.deep.equal([]);
  },
  async message({ typed }) {
    await choose(form, 'Ik wil liever iemand spreken');
    await choose(form, 'Stuur een bericht');
    await waitUntil(() => read(form).includes('Uw bericht'), 'the message');
    const text = form.renderRoot.querySelector('textarea');
    expect(text?.value).to.equal(typed['text']);
  },
};

for (const [version, kept] of Object.entries(drafts))
  describe(`a tab of version ${version}`, () => {
    beforeEach(async () => newVisitor({ deskOrigin: await newDesk() }));
    afterEach(() => document.querySelector('kt-repair-form')?.remove());

    it('was recorded at every moment that we know of', () => {
      expect(kept.map(({ name }) => name)).to.deep.equal(Object.keys(THERE));
    });

    for (const draft of kept)
      it(`opens in today's form: ${draft.about}`, async () => {
        await reloads(draft);
        await THERE[draft.name](draft);
        expect(heading(form)).not.to.equal('');
      });
  });
