import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { chromium } from 'playwright-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { LAUNCH } from '../../scripts/lib/chromium.mjs';
import { freePort } from '../../scripts/lib/free-port.mjs';

/** A phone whose browser kills the page, and opens it again. */
export interface OldPhone {
  page: Page;
  /** The renderer dies in the middle of whatever it does. @returns brings the tab back */
  kills(): Promise<() => Promise<Page>>;
}

/** @param t closes it when the test is over */
export async function openOldPhone(
  t: TestContext,
  proxy?: BrowserContextOptions['proxy'],
): Promise<OldPhone> {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'keukentafel-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...LAUNCH,
    args: [...LAUNCH.args, `--remote-debugging-port=${port}`],
    viewport: { width: 412, height: 823 },
    ...(proxy ? { proxy } : {}),
  });
  t.after(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
  const page = context.pages()[0]!;
  return {
    page,
    async kills() {
      const debuggerOfPage = await context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      debuggerOfPage.send('Page.crash').catch(() => undefined);
      await crashed;
      return async () => {
        await debuggerOfPage.send('Page.reload');
        // Playwright has given the crashed page up.
        const revived = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
        t.after(() => revived.close());
        return revived
          .contexts()
          .flatMap((each) => each.pages())
          .find((each) => each.url().includes('reparatie'))!;
      };
    },
  };
}
