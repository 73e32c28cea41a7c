/** Three engines to look at stories with, by the little that is asked of them. */
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import type { BrowserContext as FirefoxContext, Page as FirefoxPage } from 'puppeteer-core';
import { LAUNCH } from '../../scripts/lib/chromium.mjs';
import { firefoxLaunch } from '../../scripts/lib/engines.mjs';
import { emulateMedia } from '../engines/firefox.mjs';
import { WebKit } from '../engines/webkit-driver.mjs';

export interface Eyes {
  /** As somebody who has never been here. */
  open(url: string): Promise<void>;
  /** An expression in the page; what it promises travels back as JSON. */
  ask<T>(expression: string): Promise<T>;
  resize(size: { width: number; height: number }): Promise<void>;
  close(): Promise<void>;
}

/** @param forced the reader's own few colours on everything (Windows' contrast themes) */
interface Reader {
  /** Her own size of text in the browser, in px. */
  fontSize?: number;
  forced?: boolean;
}

async function chromiumEyes({ fontSize = 16, forced = false }: Reader): Promise<Eyes> {
  const browser = await chromium.launch({
    ...LAUNCH,
    args: [...LAUNCH.args, `--blink-settings=defaultFontSize=${fontSize}`],
  });
  const open = () => browser.newPage({ forcedColors: forced ? 'active' : 'none' });
  let page = await open();
  return {
    async open(url) {
      await page.context().close();
      page = await open();
      await page.goto(url);
    },
    ask: (expression) => page.evaluate(expression),
    resize: (size) => page.setViewportSize(size),
    close: () => browser.close(),
  };
}

/** Firefox has a size for each script, and none for what it has no script for. */
const SCRIPTS = ['x-western', 'ar', 'x-cyrillic', 'x-unicode'];

async function firefoxEyes({ fontSize = 16, forced = false }: Reader): Promise<Eyes> {
  const sizes = SCRIPTS.map((script) => [`font.size.variable.${script}`, fontSize] as const);
  const browser = await puppeteer.launch(firefoxLaunch(Object.fromEntries(sizes)));
  let visit: FirefoxContext | undefined;
  let page: FirefoxPage;
  return {
    async open(url) {
      await visit?.close();
      visit = await browser.createBrowserContext();
      page = await visit.newPage();
      if (forced) await emulateMedia(page, { forcedColors: 'active' });
      await page.goto(url);
    },
    ask: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    resize: (size) => page.setViewport(size),
    close: () => browser.close(),
  };
}

async function webkitEyes({ fontSize = 16, forced = false }: Reader): Promise<Eyes> {
  if (forced) throw new Error('WebKit has no forced colours');
  const webkit = await WebKit.launch({ fontSize });
  return {
    async open(url) {
      // It has one visitor: what the last one left goes first. Without the key, the rest is noise.
      await webkit.goto(new URL('/index.json', url).href);
      await webkit.evaluate('() => { sessionStorage.clear(); localStorage.clear(); }');
      await webkit.goto(url);
    },
    ask: (expression) => webkit.evaluate(`() => (${expression})`),
    resize: (size) => webkit.setViewportSize(size),
    close: () => webkit.close(),
  };
}

export const eyesOf = {
  chromium: chromiumEyes,
  firefox: firefoxEyes,
  webkit: webkitEyes,
} satisfies Record<string, (reader: Reader) => Promise<Eyes>>;
