import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { LAUNCH } from './scripts/lib/chromium.mjs';
import { freePort } from './scripts/lib/free-port.mjs';
import { shardOf, testFiles } from './scripts/lib/test-files.mjs';
import { firefoxLauncher } from './test/engines/firefox.mjs';
import { webkitLauncher } from './test/engines/webkit.mjs';
import { bundled } from './test/browser/bundled.mjs';
import { smallDesk } from './test/browser/small-desk.mjs';

/** `ENGINE=firefox npm run test:component`; the stages `firefox` and `webkit` of `npm run test:all`. */
const ENGINES = {
  chromium: () => playwrightLauncher({ product: 'chromium', launchOptions: LAUNCH }),
  firefox: firefoxLauncher,
  webkit: webkitLauncher,
};

export default {
  // Its own default is the first free one from 8000, and two runs beside each other find the same.
  port: await freePort(),
  files: shardOf(testFiles('browser'), process.env.SHARD ?? '1/1'),
  // Every page needs the focus to itself: `npm test` runs two browsers beside each other, half each.
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
    smallDesk(),
  ],
  browsers: [ENGINES[process.env.ENGINE ?? 'chromium']()],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 120_000,
};
