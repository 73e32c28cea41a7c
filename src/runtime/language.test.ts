import { expect } from '@open-wc/testing';
import { chooseLanguage, chosenLanguage, languageFor } from './language.ts';

describe('the language to show', () => {
  const offered = ['nl', 'ar'] as const;

  it('is the first wish that the association offers', () => {
    expect(languageFor(offered, 'ar', 'nl')).to.equal('ar');
    expect(languageFor(offered, undefined, '', 'ar')).to.equal('ar');
    expect(languageFor(offered, 'tr', 'ar')).to.equal('ar');
  });

  it('serves a region by its language, in whatever case', () => {
    expect(languageFor(offered, 'ar-MA')).to.equal('ar');
    expect(languageFor(offered, 'AR-EG')).to.equal('ar');
    expect(languageFor(offered, 'nl-BE')).to.equal('nl');
  });

  it("is the association's first when nobody wishes what there is", () => {
    expect(languageFor(['ar', 'nl'], 'tr', null)).to.equal('ar');
    expect(languageFor(offered)).to.equal('nl');
  });

  it('stays chosen for this tab', () => {
    chooseLanguage('ar');
    expect(chosenLanguage()).to.equal('ar');
    sessionStorage.clear();
    expect(chosenLanguage()).to.equal(undefined);
  });
});
