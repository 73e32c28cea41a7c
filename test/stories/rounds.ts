/** Who looks at every story, and at what. */
import { eyesOf } from './eyes.ts';
import type { Eyes, Reader } from './eyes.ts';
import {
  all,
  coloursForced,
  enlarged,
  faults,
  inLanguages,
  narrow,
  strangers,
  ways,
} from './looks.ts';
import type { Look } from './looks.ts';

export interface Round {
  name: string;
  eyes: (reader: Reader) => Promise<Eyes>;
  reader: Reader;
  look: Look;
  /** How many look at the same time; in `npm run test:all` another stage runs beside it. */
  many: number;
}

/** Of a reader who has doubled the size of text in the browser, in px. */
const DOUBLED = 32;

/** @param others languages to switch to */
export const roundsOf = (others: readonly string[]): Readonly<Record<string, readonly Round[]>> => {
  const everything = all(inLanguages(others, all(faults, narrow, ways)), strangers);
  const fits = inLanguages(others, narrow);
  const phone = { name: 'on a phone', reader: {}, look: everything, many: 1 };
  const doubled = { name: 'text doubled', reader: { fontSize: DOUBLED }, look: fits, many: 1 };
  const forced = { name: 'forced colours', reader: { forced: true }, look: coloursForced, many: 1 };
  const { chromium, firefox, webkit } = eyesOf;
  return {
    chromium: [
      {
        ...phone,
        name: 'on a phone and text doubled',
        eyes: chromium,
        look: all(everything, enlarged(DOUBLED, fits)),
        many: 4,
      },
    ],
    'forced-colours': [{ ...forced, eyes: chromium }],
    firefox: [phone, doubled, forced].map((round) => ({ ...round, eyes: firefox })),
    webkit: [phone, doubled].map((round) => ({ ...round, eyes: webkit })),
  };
};
