import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { firefoxLaunch } from '../../scripts/lib/engines.mjs';

/**
 * Firefox for Web Test Runner, over WebDriver BiDi. It calls itself "playwright" and gives pages with
 * Playwright's methods, so that the runner's own commands (keys, mouse, size, media) are the same in
 * every engine.
 */
export function firefoxLauncher(prefs) {
  const launcher = chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: firefoxLaunch(prefs),
  });
  const getPage = launcher.getPage.bind(launcher);
  return Object.assign(launcher, {
    name: 'Firefox',
    type: 'playwright',
    getPage: (id) => asPlaywright(getPage(id)),
  });
}

const keyOf = (name) => (name === 'Space' ? ' ' : name);

async function press(keyboard, combination) {
  const keys = combination === '+' ? ['+'] : combination.split('+').map(keyOf);
  const held = keys.slice(0, -1);
  for (const key of held) await keyboard.down(key);
  await keyboard.press(keys.at(-1));
  for (const key of held.toReversed()) await keyboard.up(key);
}

const asPlaywright = (page) => ({
  url: () => page.url(),
  keyboard: {
    type: (text) => page.keyboard.type(text),
    down: (key) => page.keyboard.down(keyOf(key)),
    up: (key) => page.keyboard.up(keyOf(key)),
    press: (combination) => press(page.keyboard, combination),
  },
  mouse: page.mouse,
  setViewportSize: (size) => page.setViewport(size),
  emulateMedia: (media) => emulateMedia(page, media),
  screenshot: (options) => page.screenshot(options),
});

/** Media feature of Playwright → what a browsing context of Firefox calls it. */
const OVERRIDES = {
  forcedColors: 'forcedColorsOverride',
  reducedMotion: 'prefersReducedMotionOverride',
  colorScheme: 'prefersColorSchemeOverride',
};

/**
 * Through the browser's own window, where a script may set what BiDi has no command for.
 * @param {Record<string, string>} media `{ forcedColors: 'active' }`
 */
export async function emulateMedia(page, media) {
  const { connection } = page.browser();
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { context } = result.contexts.find(({ url }) => url.startsWith('chrome://browser/'));
  const set = Object.entries(media).map(([feature, value]) => {
    if (!OVERRIDES[feature]) throw new Error(`Firefox cannot emulate ${feature}`);
    return `each.browsingContext.${OVERRIDES[feature]} = ${JSON.stringify(value)};`;
  });
  const said = await connection.send('script.evaluate', {
    target: { context },
    awaitPromise: false,
    expression: `for (const each of gBrowser.browsers) { ${set.join(' ')} }`,
  });
  if (said.result.type === 'exception') throw new Error(said.result.exceptionDetails.text);
}
