/** Three engines to look at stories with, by the little that is asked of them. */
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { LAUNCH } from '../../scripts/lib/chromium.mjs';
import { firefoxLaunch } from '../../scripts/lib/engines.mjs';
import { emulateMedia } from '../engines/firefox.mjs';
import { WebKit } from '../engines/webkit-driver.mjs';

export interface Eyes {
  /** As somebody who has never been here, in the same window. */
  open(url: string): Promise<void>;
  /** An expression in the page; what it promises travels back as JSON. */
  ask<T>(expression: string): Promise<T>;
  resize(size: { width: number; height: number }): Promise<void>;
  /** The reader sets another size of text in her browser, in px, while the page is open. */
  setFontSize(size: number): Promise<void>;
  close(): Promise<void>;
}

/** @param forced the reader's own few colours on everything (Windows' contrast themes) */
export interface Reader {
  /** Her own size of text in the browser, in px. */
  fontSize?: number;
  forced?: boolean;
}

/**
 * What the last story left in the browser goes before the next: without its key, what is encrypted is
 * noise. Going on in the same page costs a quarter of a new one (Chromium: 0.55 of 2.0 s of work).
 */
const FORGET = 'sessionStorage.clear(); localStorage.clear()';
const EMPTY = '/index.json';

async function chromiumEyes({ fontSize = 16, forced = false }: Reader): Promise<Eyes> {
  const browser = await chromium.launch(LAUNCH);
  const page = await browser.newPage({ forcedColors: forced ? 'active' : 'none' });
  const protocol = await page.context().newCDPSession(page);
  const setFontSize = async (standard: number): Promise<void> => {
    await protocol.send('Page.setFontSizes', { fontSizes: { standard } });
  };
  return {
    setFontSize,
    async open(url) {
      await setFontSize(fontSize);
      await page.goto(new URL(EMPTY, url).href);
      await page.evaluate(FORGET);
      await page.goto(url);
    },
    ask: (expression) => page.evaluate(expression),
    resize: (size) => page.setViewportSize(size),
    close: () => browser.close(),
  };
}

/** These two engines take the size of text when they are launched. */
const atLaunch = (): never => {
  throw new Error('The size of text is set at launch: Reader.fontSize');
};

/** Firefox has a size for each script, and none for what it has no script for. */
const SCRIPTS = ['x-western', 'ar', 'x-cyrillic', 'x-unicode'];

async function firefoxEyes({ fontSize = 16, forced = false }: Reader): Promise<Eyes> {
  const sizes = SCRIPTS.map((script) => [`font.size.variable.${script}`, fontSize] as const);
  const browser = await puppeteer.launch(firefoxLaunch(Object.fromEntries(sizes)));
  const visit = await browser.createBrowserContext();
  const page = await visit.newPage();
  return {
    setFontSize: atLaunch,
    async open(url) {
      await page.goto(new URL(EMPTY, url).href);
      await page.evaluate(FORGET);
      await page.goto(url);
      // Every page anew: Firefox forgets it with the page.
      if (forced) await emulateMedia(page, { forcedColors: 'active' });
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
    setFontSize: atLaunch,
    async open(url) {
      await webkit.goto(new URL(EMPTY, url).href);
      await webkit.evaluate(`() => { ${FORGET}; }`);
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
