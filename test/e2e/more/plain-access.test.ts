import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import ts from 'typescript';
import { repairQuestions } from '../../../components/repair-form/questions.ts';
import { LAUNCH } from '../../../scripts/lib/chromium.mjs';
import { freshState } from '../../../src/desk/plain/state.ts';
import { startDesk } from '../../../src/desk/testing.ts';
import type { TestDesk } from '../../../src/desk/testing.ts';
import { AXE_OPTIONS } from '../../browser/axe.ts';

/** The plain pages, each in both languages, by the same measures as the stories. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TARGETS = ts
  .transpileModule(readFileSync(new URL('../../browser/targets.ts', import.meta.url), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  })
  .outputText.replace(/^export /gm, '');

const FILLED = {
  danger: 'none',
  room: 'keuken',
  item: 'kraan',
  problem: 'kraan_drupt',
  address: { postcode: '9401 AB', number: '12' },
  name: 'Mevrouw Berg',
  reach: 'phone',
  phone: '06 12345678',
  when: 'always',
  someoneElse: true,
};
const LEADING: Partial<Record<string, object>> = {
  tell: { room: undefined, item: undefined, problem: undefined },
  where: { room: undefined, item: undefined },
  details: { item: 'waterleiding', problem: 'lekkage_plafond' },
  urgent: { item: 'waterleiding', problem: 'lekkage_plafond' },
  'self-help': { problem: 'kraan_kalk' },
  stop: { danger: 'gaslucht' },
  outside: { danger: 'gaslucht' },
  visit: { when: 'pick' },
};

describe('the plain pages, for everybody', () => {
  let desk: TestDesk;
  let browser: Browser;
  before(async () => {
    desk = await startDesk();
    browser = await chromium.launch(LAUNCH);
  });
  after(async () => {
    await browser.close();
    await desk.close();
  });

  async function open(width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 823 }, bypassCSP: true });
    return context.newPage();
  }

  /** Takes the page to this screen, as the form itself would. */
  async function show(page: Page, language: string, screen: string): Promise<void> {
    await page.goto(`${desk.origin}/delinde/reparatie?taal=${language}`);
    const answers = { ...FILLED, ...LEADING[screen] };
    const state = JSON.stringify({ ...freshState(), answers, screen });
    for (const [name, value] of Object.entries({ state, asked: '' }))
      await page
        .locator(`input[name="${name}"]`)
        .evaluate((field, text) => ((field as HTMLInputElement).value = text), value);
    await page.locator('.languages summary').click();
    await Promise.all([
      page.waitForEvent('load'),
      page.locator(`.languages li [lang="${language}"]`).click(),
    ]);
    const shown = await page.locator('input[name="state"]').inputValue();
    assert.equal((JSON.parse(shown) as { screen: string }).screen, screen);
  }

  async function measure(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const violations = await page.evaluate(async (options) => {
      const { axe } = window as unknown as {
        axe: {
          run(
            what: Document,
            how: object,
          ): Promise<{
            violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
          }>;
        };
      };
      const result = await axe.run(document, options);
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
      );
    }, AXE_OPTIONS as object);
    // Enter in a field presses this one; no finger and no key ever reaches it.
    await page
      .locator('button[aria-hidden]')
      .evaluateAll((all) => all.forEach((each) => each.remove()));
    const small = (await page.evaluate(`${TARGETS}; smallTargets(document.body)`)) as string[];
    return [...violations, ...small];
  }

  for (const language of ['nl', 'ar']) {
    for (const { id } of repairQuestions.screens)
      it(`"${id}" in "${language}": axe, large targets, the person opened`, async () => {
        const page = await open(412);
        await show(page, language, id);
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        for (const summary of await page.locator('summary').all())
          if (await summary.isVisible()) await summary.click();
        assert.deepEqual(await measure(page), []);
        await page.context().close();
      });

    it(`errors, a message and the end in "${language}"`, async () => {
      const page = await open(412);
      await show(page, language, 'address');
      await page.locator('#address-postcode').fill('');
      await page.locator('.primary').click();
      assert.deepEqual(await measure(page), [], 'errors');
      await page.goto(`${desk.origin}/delinde/bericht?taal=${language}`);
      await page.locator('.primary').click();
      assert.deepEqual(await measure(page), [], 'message');
      await show(page, language, 'check');
      await page.locator('.primary').click();
      await page.locator('.reference').waitFor();
      assert.deepEqual(await measure(page), [], 'sent');
      await page.context().close();
    });

    it(`320 px wide with the text doubled, nothing is cut off in "${language}"`, async () => {
      const page = await open(320);
      for (const { id } of repairQuestions.screens) {
        await show(page, language, id);
        await page.addStyleTag({ content: 'html { font-size: 200% }' });
        for (const summary of await page.locator('summary').all())
          if (await summary.isVisible()) await summary.click();
        const over = await page.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden'))
            .filter((each) => {
              const { left, right } = each.getBoundingClientRect();
              return left < -0.5 || right > innerWidth + 0.5;
            })
            .map((each) => each.outerHTML.slice(0, 100)),
        );
        assert.deepEqual(over, [], id);
      }
      await page.context().close();
    });
  }

  it('the browser’s back button shows the page before, filled in, without asking to send again', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${desk.origin}/delinde/reparatie`);
    await page.getByRole('button', { name: /Nee, geen gevaar/ }).click();
    await page.getByRole('radio', { name: 'Keuken' }).check();
    await page.getByRole('button', { name: 'Verder', exact: true }).last().click();
    await page.getByRole('radio', { name: 'Kraan', exact: true }).check();
    await page.getByRole('button', { name: 'Verder', exact: true }).last().click();
    await page.getByRole('heading', { name: 'Wat is er aan de hand?' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Wat is er kapot?' }).waitFor();
    await page.goBack();
    assert.ok(await page.getByRole('radio', { name: 'Keuken' }).isVisible());
    await page.goForward();
    await page.goForward();
    await page.getByRole('heading', { name: 'Wat is er aan de hand?' }).waitFor();
    await context.close();
  });
});
