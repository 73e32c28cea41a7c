import { expect } from '@open-wc/testing';
import { mendAll, withClockOff } from '../../test/browser/broken.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import { openingAt } from '../contract/opening-hours.ts';
import { clockOf } from './clock.ts';

afterEach(mendAll);

const YEAR = 365 * 24 * 60 * 60_000;
const MINUTE = 60_000;

describe('the clock', () => {
  for (const off of [-YEAR, YEAR, -2 * 60 * MINUTE])
    it(`of a phone that is ${off / MINUTE} minutes off is put right by the desk`, () => {
      const deskNow = Date.now();
      const mend = withClockOff(off);
      const clock = clockOf(new Date(deskNow).toISOString());
      expect(Math.abs(clock() - deskNow)).to.be.below(MINUTE);
      mend();
    });

  it('of a phone that is right is left alone: the profile may be a minute old', () => {
    const clock = clockOf(new Date(Date.now() - 4 * MINUTE).toISOString());
    expect(Math.abs(clock() - Date.now())).to.be.below(1000);
  });

  it('goes on running', () => {
    const clock = clockOf(demoProfile.now);
    const before = clock();
    const mend = withClockOff(10 * MINUTE);
    expect(clock() - before).to.be.at.least(10 * MINUTE);
    mend();
  });

  it('a year off still knows whether the phone is answered', () => {
    const mend = withClockOff(-YEAR);
    const clock = clockOf(demoProfile.now);
    expect(openingAt(demoProfile.phoneOpen, clock()).state).to.equal('open');
    mend();
  });
});
