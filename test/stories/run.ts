/**
 * Opens every story once, in Dutch and switched in place to easy Dutch and Arabic, and again with text
 * doubled. `npm test -- stories`; a part of an id as argument opens only those, and
 * `--languages=en,tr,uk,pl` switches to those languages instead.
 */
import type { Browser, Page } from 'playwright-core';
import { within } from '../../src/runtime/deadline.ts';
import {
  A_STORY,
  ASKED,
  checksSource,
  DOUBLED,
  others,
  PHONE,
  report,
  SMALL,
  SOURCE,
  wanted,
} from './checks.ts';
import type { Result } from './checks.ts';
import { serve } from './serve.ts';
import { axeSource, buildStorybook, launch, openStory, storiesIn } from './storybook.ts';
import type { StoryEntry } from './storybook.ts';

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
    const results = await within(A_STORY, check(page, story));
    results[0]?.faults.push(...heard);
    return results;
  } catch (error) {
    return [{ name: `${story.title} / ${story.name}`, faults: [String(error)] }];
  } finally {
    await context.close();
  }
}

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
report(results);
