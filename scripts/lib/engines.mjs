/** Where Debian puts the two other engines of `npm run test:all`, and how each is asked to behave. */

/** Package `firefox-esr`. */
export const FIREFOX = '/usr/bin/firefox-esr';

/** Package `webkit2gtk-driver`; on another machine than amd64 the folder has another name. */
export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const TRIPLETS = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };
export const MINI_BROWSER = `/usr/lib/${TRIPLETS[process.arch] ?? process.arch}/webkit2gtk-4.1/MiniBrowser`;

/**
 * For `puppeteer.launch()` (WebDriver BiDi, no geckodriver). System access lets the tests set media
 * features; a microphone that beeps, which every page may use; `tabfocus` 7 is what Windows and Linux have: Tab goes to links as well.
 * @param {Record<string, string | number | boolean>} prefs
 * @returns {import('puppeteer-core').LaunchOptions}
 */
export const firefoxLaunch = (prefs = {}) => ({
  browser: 'firefox',
  executablePath: FIREFOX,
  headless: true,
  args: ['--remote-allow-system-access'],
  extraPrefsFirefox: {
    'accessibility.tabfocus': 7,
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    ...prefs,
  },
});
