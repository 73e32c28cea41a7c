/** Makes `docs/look.png`, the picture of the README, from the stories: `npm run look`. */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { LAUNCH } from '../../scripts/lib/chromium.mjs';
import { ROOT } from '../../scripts/lib/files.mjs';
import { serve } from './serve.ts';
import { buildStorybook, LISTEN, urlOf } from './storybook.ts';

/** Story and the language it is switched to. */
const SHOWN: readonly [story: string, language: string][] = [
  ['repair-form--danger', 'nl'],
  ['repair-form--items', 'nl'],
  ['repair-form--photos-on-their-way', 'nl'],
  ['repair-form--danger', 'ar'],
];
const PHONE = { width: 412, height: 1000 };

/** The element of one story, as a data address. */
async function picture(browser: Browser, origin: string, story: string, language: string) {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(urlOf(origin, story));
  const wrong = await page.evaluate(() => globalThis.storyFinished());
  if (wrong) throw new Error(`${story}: ${wrong}`);
  const element = page.locator('kt-repair-form');
  await element.evaluate(async (form: HTMLElement & { ready: Promise<void> }, to) => {
    form.lang = to;
    await new Promise(requestAnimationFrame);
    await form.ready;
    await document.fonts.ready;
    (document.activeElement as HTMLElement | null)?.blur();
  }, language);
  const png = await element.screenshot({ animations: 'disabled' });
  await page.close();
  return `data:image/png;base64,${png.toString('base64')}`;
}

const served = await serve(await buildStorybook(), { 'iframe.html': [LISTEN] });
const browser = await chromium.launch(LAUNCH);
try {
  const pictures: string[] = [];
  for (const [story, language] of SHOWN)
    pictures.push(await picture(browser, served.origin, story, language));
  const page = await browser.newPage({ viewport: { width: 1720, height: 1000 } });
  await page.setContent(
    `<body style="margin:0;padding:24px;display:flex;gap:20px;align-items:start;background:#e9e4da">${pictures
      .map((source) => `<img src="${source}" width="400" style="border-radius:20px">`)
      .join('')}</body>`,
  );
  await page.screenshot({ path: join(ROOT, 'docs/look.png'), fullPage: true });
} finally {
  await browser.close();
  served.close();
}
