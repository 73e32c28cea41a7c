import { expect } from '@open-wc/testing';
import { choose, newVisitor, onScreen, openForm, read, says } from '../../test/browser/form.ts';
import { drippingTap, seed, seedPhotos, seedVoice } from '../../test/browser/seed.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { RepairForm } from './repair-form.ts';

let form: RepairForm;

beforeEach(() => newVisitor());
afterEach(() => form.remove());

async function check(answers: { photos?: string[]; voice?: string }): Promise<void> {
  await seed({ screen: 'check', answers: { ...drippingTap, ...answers } });
  form = await openForm();
  await onScreen(form, 'Klopt dit?');
}

describe('where she checks her answers', () => {
  it('she sees her photos, each with its number in words', async () => {
    await check({ photos: await seedPhotos(2) });
    await says(form, "2 foto's");
    const pictures = () => [...form.renderRoot.querySelectorAll<HTMLImageElement>('.media img')];
    await waitUntil(() => pictures().length === 2);
    expect(pictures().map(({ alt }) => alt)).to.deep.equal(['Foto 1', 'Foto 2']);
  });

  it('she reads how long her message is, in seconds that have passed, and listens to it', async () => {
    await check({ voice: await seedVoice(3.9) });
    await says(form, '3 seconden');
    expect(read(form)).not.to.include('4 seconden');
    await choose(form, 'Luister terug');
    // These are bytes without a sound.
    await says(form, 'Terugluisteren lukt hier niet. Uw bericht is wel bewaard.');
  });
});
