import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import { AXE_OPTIONS } from '../browser/axe.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

const PAGES = ['/', '/reparatie-melden.html', '/huurders.html', '/over-ons.html', '/contact.html'];
const FOREIGN = ['ar', 'uk', 'makkelijk'].map((folder) => `/${folder}/reparatie-melden.html`);

describe("the association's own website", () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('has the kit, and nothing of it is refused or broken by the page around it', async () => {
    const { page, refused, context } = await world.phone({ viewport: { width: 320, height: 640 } });
    for (const [path, question] of [
      ['/reparatie-melden.html', 'Is er nu gevaar?'],
      ['/makkelijk/reparatie-melden.html', 'Is er nu gevaar?'],
      ['/en/reparatie-melden.html', 'Is there danger now?'],
      ['/ar/reparatie-melden.html', 'هل يوجد خطر الآن؟'],
      ['/tr/reparatie-melden.html', 'Şu an tehlike var mı?'],
      ['/uk/reparatie-melden.html', 'Чи є зараз небезпека?'],
      ['/pl/reparatie-melden.html', 'Czy jest teraz niebezpiecznie?'],
    ] as const) {
      await page.goto(world.site + path);
      const form = page.locator('kt-repair-form');
      await form.getByRole('heading', { name: question }).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(wide, 320, `${path} does not scroll sideways`);
      // The page puts every label in grey capitals and halves every field.
      const label = form.locator('label').first();
      assert.equal(await label.evaluate((each) => getComputedStyle(each).textTransform), 'none');
    }
    assert.deepEqual(refused, []);
    await context.close();
  });

  it('still has a way to a person without JavaScript', async () => {
    const { page, context } = await world.phone({ javaScriptEnabled: false });
    await page.goto(`${world.site}/reparatie-melden.html`);
    await page.getByRole('link', { name: 'Bel ons: 0592 12 34 56' }).waitFor();
    await page.getByRole('link', { name: 'Meld uw reparatie op een eenvoudige pagina' }).click();
    assert.equal(new URL(page.url()).origin, world.desk.origin);
    await page.getByRole('heading', { name: 'Is er nu gevaar?' }).waitFor();
    await context.close();
  });

  it('has no fault that axe can see', async () => {
    const { page, context } = await world.phone({ bypassCSP: true });
    for (const path of [...PAGES, ...FOREIGN, '/not-there.html']) {
      await page.goto(world.site + path, { waitUntil: 'networkidle' });
      await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
      const faults = await page.evaluate(async (options: RunOptions) => {
        const { axe } = globalThis as unknown as {
          axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
        };
        const { violations } = await axe.run(document, options);
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id} at ${target.join(' ')}`),
        );
      }, AXE_OPTIONS);
      assert.deepEqual(faults, [], path);
    }
    await context.close();
  });
});
