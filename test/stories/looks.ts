/** What is asked of a story that stands in a browser, built up from questions to the page. */
import { ASKED } from './checks.ts';
import type { Eyes } from './eyes.ts';

/** Faults in what these eyes see now, as sentences. */
export type Look = (eyes: Eyes) => Promise<string[]>;

/** The language in which every story begins. */
export const SOURCE = 'nl';
export const PHONE = { width: 412, height: 823 };
const SMALL = { width: 320, height: 640 };

export const all =
  (...looks: readonly Look[]): Look =>
  async (eyes) => {
    const found: string[] = [];
    for (const look of looks) found.push(...(await look(eyes)));
    return found;
  };

const said =
  (language: string, look: Look): Look =>
  async (eyes) =>
    (await look(eyes)).map((fault) => `${language}: ${fault}`);

/** In the language it begins in, and then switched in place to each of the others. */
export const inLanguages = (others: readonly string[], look: Look): Look =>
  all(said(SOURCE, look), ...others.map((other) => said(other, all(switchedTo(other), look))));

const switchedTo =
  (language: string): Look =>
  (eyes) =>
    eyes.ask(`checks.switchTo("${language}")`);

/** Everything that is asked of every screen. */
export const faults: Look = async (eyes) => {
  await eyes.resize(PHONE);
  return eyes.ask(`checks.faultsNow(${JSON.stringify(ASKED)})`);
};

/** Whether it leads to every way to a person, and back to where she was. */
export const ways: Look = (eyes) => eyes.ask(`checks.waysNow(${JSON.stringify(ASKED)})`);

/** Whether it fits the smallest phone. */
export const narrow: Look = async (eyes) => {
  await eyes.resize(SMALL);
  return eyes.ask('checks.sideways()');
};

/** Whether it asked anybody else for something. */
export const strangers: Look = (eyes) => eyes.ask('checks.strangers()');

/** The same with text of this size, which the reader sets while the page is open; back to the beginning first. */
export const enlarged = (size: number, look: Look): Look =>
  all(
    switchedTo(SOURCE),
    async (eyes) => {
      await eyes.setFontSize(size);
      return [];
    },
    look,
  );

export const coloursForced: Look = async (eyes) =>
  (await eyes.ask<boolean>('matchMedia("(forced-colors: active)").matches'))
    ? all(faults, (same) => same.ask('checks.unseen()'))(eyes)
    : ['its colours were not forced'];
