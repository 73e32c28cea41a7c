import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { LAUNCH } from './scripts/lib/chromium.mjs';
import { testFiles } from './scripts/lib/test-files.mjs';
import { bundled } from './test/browser/bundled.mjs';
import { smallDesk } from './test/browser/small-desk.mjs';

/**
 * What a screen reader would find, as Playwright writes it: it looks through open shadow roots, but
 * says nothing of descriptions and focus. (The runner's own `a11ySnapshot` fails since Playwright 1.57.)
 */
const ariaSnapshot = {
  name: 'aria-snapshot',
  executeCommand: async ({ command, payload, session }) =>
    command === 'aria-snapshot'
      ? session.browser.getPage(session.id).locator(payload.selector).ariaSnapshot()
      : undefined,
};

export default {
  files: testFiles('browser'),
  // Every page needs the focus to itself.
  concurrency: 1,
  // `development` would bring Lit's dev build, which is not what a tenant gets.
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    bundled(),
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    ariaSnapshot,
    smallDesk(),
  ],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: LAUNCH })],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 120_000,
};
