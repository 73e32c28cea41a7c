/** The static Storybook: what a designer gets, and what the tests look at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { LAUNCH } from '../../scripts/lib/chromium.mjs';
import { ROOT, readJson } from '../../scripts/lib/files.mjs';
import { bin, run } from '../../scripts/lib/run.mjs';
import { hashOf, isStamped, stamp } from '../../scripts/lib/stamp.mjs';

const FOLDER = join(ROOT, 'dist/storybook');
const STAMP = join(ROOT, 'dist/.stamp-storybook');
const INPUTS = [
  'components',
  'locales',
  'src/contract',
  'src/generated',
  'src/runtime',
  'stories',
  '.storybook',
  'test/browser',
  'package-lock.json',
  'tsconfig.json',
];

/** @throws with what Storybook said when it cannot be built */
export async function buildStorybook(): Promise<string> {
  const hash = hashOf(INPUTS, (path: string) => !path.endsWith('.test.ts'));
  if (isStamped(STAMP, hash)) return FOLDER;
  const { code, output } = await run(bin('storybook'), ['build', '-o', FOLDER, '--quiet'], {
    env: { STORYBOOK_DISABLE_TELEMETRY: '1', CI: '1' },
  });
  if (code !== 0) throw new Error(`Storybook cannot be built:\n${output}`);
  stamp(STAMP, hash);
  return FOLDER;
}

export interface StoryEntry {
  id: string;
  title: string;
  name: string;
}

export const storiesIn = (folder: string): StoryEntry[] =>
  Object.values(
    (
      readJson(join(folder, 'index.json')) as {
        entries: Record<string, StoryEntry & { type: string }>;
      }
    ).entries,
  ).filter(({ type }) => type === 'story');

/** @param fontSize of a reader who has set another text size in the browser, in px */
export const launch = (fontSize = 16): Promise<Browser> =>
  chromium.launch({
    ...LAUNCH,
    args: [...LAUNCH.args, `--blink-settings=defaultFontSize=${fontSize}`],
  });

/** Takes the moment when a story has been drawn and played, which may come before we can ask. */
export const LISTEN = `{
  let channel;
  const finished = new Promise((resolve) => {
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set: (value) => {
        channel = value;
        channel.on('storyFinished', ({ status }) => resolve(status === 'success' ? '' : 'its play function failed'));
        for (const event of ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'])
          channel.on(event, (error) => resolve(error?.message ?? error?.description ?? event));
      },
    });
  });
  window.storyFinished = () => finished;
}`;

declare global {
  var storyFinished: () => Promise<string>;
}

/** Opens one story as a new visitor. @returns what went wrong, or "" */
export async function openStory(page: Page, origin: string, id: string): Promise<string> {
  await page.addInitScript(LISTEN);
  // The accessibility panel of Storybook stays out: the runner asks axe itself, when all words are there.
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
  return page.evaluate(() => globalThis.storyFinished());
}

/** axe-core as the script that it is. */
export const axeSource = (): string =>
  readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
