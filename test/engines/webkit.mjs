import { WebKit } from './webkit-driver.mjs';

/** WebKit for Web Test Runner: one window, one test file after the other; see `firefox.mjs`. */
export function webkitLauncher(options) {
  let starting;
  let webkit;
  const sessions = new Map();
  const window = async () => (webkit = await (starting ??= WebKit.launch(options)));
  return {
    name: 'WebKit',
    type: 'playwright',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      const { setViewportSize, goto } = bound(await window());
      sessions.set(id, url);
      await setViewportSize({ width: 800, height: 600 });
      // It answers when the page has loaded; a page that never does is the runner's to see.
      goto(url).catch(() => undefined);
    },
    isActive: (id) => sessions.has(id),
    getBrowserUrl: (id) => sessions.get(id),
    getPage: (id) => ({ ...bound(webkit), url: () => sessions.get(id) }),
    async stopSession(id) {
      sessions.delete(id);
      await webkit.goto('about:blank');
      return {};
    },
    async startDebugSession() {
      throw new Error('There is no debugging in WebKit');
    },
    async stop() {
      await starting?.catch(() => undefined);
      await webkit?.close();
    },
  };
}

const bound = (webkit) => ({
  keyboard: webkit.keyboard,
  mouse: webkit.mouse,
  goto: (url) => webkit.goto(url),
  setViewportSize: (size) => webkit.setViewportSize(size),
  emulateMedia: (media) => webkit.emulateMedia(media),
  screenshot: () => webkit.screenshot(),
});
