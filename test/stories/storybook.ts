/** The static Storybook: what a designer gets, and what the tests look at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * Takes the moment when a story has been drawn and played, which may come before we can ask, and keeps
 * the name of everything that the page asks for.
 */
export const LISTEN = `{
  performance.setResourceTimingBufferSize(5000);
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

/**
 * Where one story stands by itself. The accessibility panel of Storybook stays out: the runner asks axe
 * itself, when all words are there.
 */
export const urlOf = (origin: string, id: string): string =>
  `${origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`;

/** axe-core as the script that it is. */
export const axeSource = (): string =>
  readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
