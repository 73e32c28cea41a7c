import { expect } from '@open-wc/testing';
import { languages } from '../contract/languages.ts';
import { isDutch, languageName, languageWords, linkTo, shownPhone, when } from './format.ts';

describe('how staff read a moment', () => {
  const now = Date.parse('2026-11-21T21:00:00Z');
  const moments: [string, string][] = [
    ['2026-11-21T07:41:00Z', 'vandaag 08:41'],
    ['2026-11-20T22:30:00Z', 'gisteren 23:30'],
    // Half past twelve at night in the Netherlands is today, though it is yesterday in UTC.
    ['2026-11-20T23:30:00Z', 'vandaag 00:30'],
    ['2026-11-17T07:41:00Z', 'di 17 november 08:41'],
    ['2025-11-18T07:41:00Z', 'di 18 november 2025 08:41'],
  ];
  for (const [instant, words] of moments)
    it(`${instant} is "${words}"`, () => {
      expect(when(instant, now)).to.equal(words);
    });

  it('knows yesterday on the day after the clock went back', () => {
    const monday = Date.parse('2026-10-26T08:00:00Z');
    expect(when('2026-10-25T00:30:00Z', monday)).to.equal('gisteren 02:30');
  });
});

describe('how to reach somebody', () => {
  const ways: [string, string | undefined][] = [
    ['06-12345678', 'tel:0612345678'],
    ['+31 (0)6 12 34 56 78', 'tel:+31612345678'],
    ['06 12345678 (na 17 uur)', 'tel:0612345678'],
    ['anna+huis@example.nl', 'mailto:anna%2Bhuis@example.nl'],
    ['a@b.nl?bcc=c@d.nl', undefined],
    ['bij de buren', undefined],
  ];
  for (const [typed, link] of ways)
    it(`"${typed}" is ${link ?? 'no link'}`, () => {
      expect(linkTo(typed)).to.equal(link);
    });

  it('reads a number in groups and leaves what is none as it is', () => {
    expect(shownPhone('+31592123456')).to.equal('0592 12 34 56');
    expect(shownPhone('0201234567')).to.equal('020 123 45 67');
    expect(shownPhone('088-1234567')).to.equal('088 123 45 67');
    expect(shownPhone('+49 30 123456')).to.equal('+49 30 123456');
    expect(shownPhone('+31612345678')).to.equal('06 12 34 56 78');
    expect(shownPhone('0592 12 34 56')).to.equal('0592 12 34 56');
  });
});

describe('the language of a tenant', () => {
  it('has a Dutch name', () => {
    expect(languageName('ar')).to.equal('Arabisch');
    expect(languageName('nl-x-a2')).to.equal('Nederlands');
    for (const language of languages) expect(languageName(language)).to.match(/^\p{Lu}\p{L}{3,}$/u);
    expect(languageWords({ language: 'nl', channel: 'phone' })).to.equal('sprak Nederlands');
    expect(languageWords({ language: 'ar', channel: 'form' })).to.equal('schreef in het Arabisch');
  });

  it('is Dutch when it is simple Dutch', () => {
    expect(isDutch('nl-x-a2')).to.equal(true);
    expect(isDutch('ar')).to.equal(false);
  });
});
