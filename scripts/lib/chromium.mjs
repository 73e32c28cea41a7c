/** Where Debian's package `chromium` puts it; the tests use no other browser. */
export const CHROMIUM = '/usr/bin/chromium';

/** Root has no sandbox; the rest keeps the browser from calling out during a test. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that beeps, and that every page may use.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** For `chromium.launch()` of playwright-core, and for Web Test Runner. */
export const LAUNCH = {
  executablePath: CHROMIUM,
  chromiumSandbox: false,
  args: CHROMIUM_FLAGS,
};
