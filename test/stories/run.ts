/**
 * Opens every story once, in Dutch and switched in place to easy Dutch and Arabic, and again with text
 * doubled. `npm test -- stories`; a part of an id as argument opens only those, and
 * `--languages=en,tr,uk,pl` switches to those languages instead.
 */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { ROOT, foldersIn, readJson } from '../../scripts/lib/files.mjs';
import type { Asked, faultsNow, sideways, switchTo } from '../browser/story-checks.ts';
import { demoProfile } from '../browser/demo-profile.ts';
import { serve } from './serve.ts';
import { axeSource, buildStorybook, launch, openStory, storiesIn } from './storybook.ts';
import type { StoryEntry } from './storybook.ts';

declare global {
  var checks: {
    faultsNow: typeof faultsNow;
    sideways: typeof sideways;
    switchTo: typeof switchTo;
    settled: () => Promise<void>;
  };
}

const PHONE = { width: 412, height: 823 };
const SMALL = { width: 320, height: 640 };
const DOUBLED = 32;
const SOURCE = 'nl';

/** The shortest words and the other direction: what the rest could break beside is their length. */
const USUAL = ['nl-x-a2', 'ar'];
const LANGUAGES = '--languages=';
const args = process.argv.slice(2);

const languages: string[] = foldersIn(join(ROOT, 'locales'));
const asked = args.find((each) => each.startsWith(LANGUAGES))?.slice(LANGUAGES.length);
const others = (asked?.split(',') ?? USUAL).filter((language) => language !== SOURCE);
const unknown = others.filter((language) => !languages.includes(language));
if (unknown.length) throw new Error(`There is no language "${unknown.join('", "')}"`);

function namesIn(language: string): Asked['names'][string] {
  const texts = (file: string): Record<string, string> =>
    readJson(join(ROOT, 'locales', language, `${file}.json`)) as Record<string, string>;
  const frame = texts('frame');
  return {
    loading: [frame['loading']!, frame['loading.slow']!],
    open: frame['speak.open']!,
    table: [frame['speak.return']!, frame['speak.ways']!],
    outside: Object.entries(texts('danger'))
      .filter(([key]) => key.endsWith('.confirm'))
      .map(([, text]) => text),
  };
}

const ASKED: Asked = {
  names: Object.fromEntries(languages.map((language) => [language, namesIn(language)])),
  emergency: ['112', demoProfile.urgentPhone.tel, demoProfile.urgentPhoneSecond.tel],
};

/** `story-checks.ts` as one script for the page. */
async function checksSource(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(ROOT, 'test/browser/story-checks.ts'),
        formats: ['iife'],
        name: 'checks',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The checks cannot be built');
  return first.output[0].code;
}

interface Result {
  name: string;
  faults: string[];
}

/** What goes wrong in the page itself, and what it asks of anybody else. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1')
      heard.push(`it asks ${url.hostname} for something`);
  });
  return heard;
}

type Check = (page: Page, story: StoryEntry) => Promise<Result[]>;

const atWidth = async (page: Page, size: typeof PHONE): Promise<string[]> => {
  await page.setViewportSize(size);
  return page.evaluate(() => globalThis.checks.sideways());
};

/** Every check, in every language, on a phone. */
const whole: Check = async (page, { title, name }) => {
  const results: Result[] = [];
  for (const language of [SOURCE, ...others]) {
    await page.setViewportSize(PHONE);
    const faults =
      language === SOURCE
        ? []
        : await page.evaluate((to) => globalThis.checks.switchTo(to), language);
    faults.push(...(await page.evaluate((asked) => globalThis.checks.faultsNow(asked), ASKED)));
    faults.push(...(await atWidth(page, SMALL)));
    results.push({ name: `${title} / ${name}, ${language}`, faults });
  }
  return results;
};

/** Text doubled: nothing may scroll sideways, in any language. */
const doubled: Check = async (page, { title, name }) => {
  const faults = await atWidth(page, SMALL);
  for (const language of others) {
    await page.evaluate((to) => globalThis.checks.switchTo(to), language);
    faults.push(...(await atWidth(page, SMALL)));
  }
  return [{ name: `${title} / ${name}, text doubled`, faults }];
};

async function look(
  browser: Browser,
  origin: string,
  sources: readonly string[],
  story: StoryEntry,
  check: Check,
): Promise<Result[]> {
  const context = await browser.newContext({ viewport: PHONE });
  try {
    const page = await context.newPage();
    const heard = listen(page);
    const wrong = await openStory(page, origin, story.id);
    if (wrong) return [{ name: `${story.title} / ${story.name}`, faults: [wrong] }];
    for (const content of sources) await page.addScriptTag({ content });
    await page.evaluate(() => globalThis.checks.settled());
    const results = await check(page, story);
    results[0]?.faults.push(...heard);
    return results;
  } catch (error) {
    return [{ name: `${story.title} / ${story.name}`, faults: [String(error)] }];
  } finally {
    await context.close();
  }
}

const wanted = args.find((each) => !each.startsWith('--')) ?? '';
const folder = await buildStorybook();
const stories = storiesIn(folder).filter(({ id }) => id.includes(wanted));
const served = await serve(folder);
const sources = [axeSource(), await checksSource()];
const results: Result[] = [];
for (const [size, check] of [
  [16, whole],
  [DOUBLED, doubled],
] as const) {
  const browser = await launch(size);
  const waiting = [...stories];
  const worker = async (): Promise<void> => {
    for (let story = waiting.shift(); story; story = waiting.shift())
      results.push(...(await look(browser, served.origin, sources, story, check)));
  };
  await Promise.all([worker(), worker()]);
  await browser.close();
}
served.close();

const failed = results.filter(({ faults }) => faults.length);
for (const { name, faults } of failed)
  process.stdout.write(
    `✗ ${name}\n${[...new Set(faults)].map((fault) => `    ${fault}\n`).join('')}`,
  );
process.stdout.write(`${results.length - failed.length} passed, ${failed.length} failed\n`);
process.exitCode = failed.length || !results.length ? 1 : 0;
