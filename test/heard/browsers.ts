import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { LAUNCH } from '../../scripts/lib/chromium.mjs';
import { firefoxLaunch } from '../../scripts/lib/engines.mjs';
import type { Desktop } from './desktop.ts';

/** A browser that stands open on a desktop, as a person has it: with a window, and the focus in it. */
export interface Opened {
  /** Source of a function without arguments, in the page. @returns what it returns, as JSON */
  ask<T>(work: string): Promise<T>;
  close(): Promise<void>;
}

/** It would offer to translate Dutch, aloud and before anything else. */
function withoutTranslation(profile: string): string {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = JSON.stringify({ translate: { enabled: false } });
  writeFileSync(join(profile, 'Default/Preferences'), preferences);
  return profile;
}

/** As an app: it has no address bar that would have the focus first. */
async function openChromium({ folder, env }: Desktop, url: string): Promise<Opened> {
  const profile = withoutTranslation(join(folder, 'chromium'));
  const context = await chromium.launchPersistentContext(profile, {
    ...LAUNCH,
    args: [
      ...LAUNCH.args,
      '--force-renderer-accessibility',
      '--lang=nl',
      '--window-size=1200,960',
      '--window-position=0,0',
      `--app=${url}`,
    ],
    headless: false,
    viewport: null,
    env,
  });
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return {
    ask: (work) => page.evaluate(`(${work})()`),
    close: () => context.close(),
  };
}

async function openFirefox({ env }: Desktop, url: string): Promise<Opened> {
  const launch = firefoxLaunch({ 'accessibility.force_disabled': -1 });
  const browser = await puppeteer.launch({
    ...launch,
    args: [...(launch.args ?? []), '--kiosk', url],
    headless: false,
    defaultViewport: null,
    env,
  });
  const target = await browser.waitForTarget((each) => each.url() === url);
  const page = await target.page();
  return {
    ask: (work) => page!.evaluate(`(${work})()`) as Promise<never>,
    close: () => browser.close(),
  };
}

export const BROWSERS = { chromium: openChromium, firefox: openFirefox };
