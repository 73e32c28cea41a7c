import { expect, fixture, html } from '@open-wc/testing';
import { loaders } from '../../src/generated/texts.ts';
import type { FileName, Lang } from '../../src/generated/texts.ts';
import { configureKit } from '../../src/runtime/kit.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import { accessibilityFaults, ariaSnapshot, smallTargets } from '../../test/browser/helpers.ts';
import './define.ts';
import type { __Name__ } from './__name__.ts';

configureKit({
  profile: demoProfile,
  loadTexts: async (language, file) => (await loaders[language as Lang][file as FileName]()).default,
});

const opened = async (): Promise<__Name__> => {
  const element = await fixture<__Name__>(html`<kt-__name__></kt-__name__>`);
  await element.ready;
  return element;
};

describe('kt-__name__', () => {
  it('asks its question, and leads to a person', async () => {
    await opened();
    const seen = await ariaSnapshot('kt-__name__');
    expect(seen).to.contain('textbox');
    expect(seen).to.contain('button "Ik wil liever iemand spreken"');
  });

  it('is for everybody', async () => {
    const element = await opened();
    expect(await accessibilityFaults(element)).to.deep.equal([]);
    expect(smallTargets(element)).to.deep.equal([]);
  });
});
