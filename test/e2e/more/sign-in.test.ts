import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { LAUNCH } from '../../../scripts/lib/chromium.mjs';
import { pathOf } from '../../../src/contract/endpoints.ts';
import { report } from '../../../src/desk/test-data.ts';
import { startProvider } from '../../../src/desk/testing-provider.ts';
import type { TestProvider } from '../../../src/desk/testing-provider.ts';
import { startDesk } from '../../../src/desk/testing.ts';
import type { TestDesk } from '../../../src/desk/testing.ts';

/** The desk is on 127.0.0.1 and the provider on localhost: for a browser these are two sites. */
describe('a member of staff with an account of her organisation', () => {
  let provider: TestProvider;
  let desk: TestDesk;
  let browser: Browser;
  let page: Page;

  before(async () => {
    provider = await startProvider();
    desk = await startDesk({
      developmentUser: undefined,
      // As in production the people on duty are mailed to; here nobody calls them.
      environment: { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'De Linde <desk@delinde.example>' },
      providers: new Map([['delinde', provider.client]]),
    });
    provider.register([desk.origin + pathOf('staffSignedIn', { association: 'delinde' })]);
    provider.person = { sub: '1', name: 'Anja', groups: ['delinde'] };
    await report(desk);
    browser = await chromium.launch(LAUNCH);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await browser.close();
    await desk.close();
    await provider.close();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const note = () => page.getByRole('textbox', { name: 'Nieuwe notitie' });

  it('signs in on the page of her organisation and is back where she wanted to be', async () => {
    await page.goto(`${desk.origin}/console/?association=delinde`);
    await button('Aanmelden').click();
    await page.getByText('Aangemeld als Anja').waitFor();
    await page.getByRole('link', { name: /De kraan druppelt/ }).click();
    await page.getByRole('heading', { name: 'De kraan druppelt, keuken' }).waitFor();
  });

  it('keeps the note that she was typing when her session was ended for her', async () => {
    await note().fill('Sleutel ligt bij nr. 14.');
    await desk.desk.database.db.deleteFrom('staff_session').execute();
    await button('Notitie bewaren').click();
    await page.getByText('U bent afgemeld').waitFor();
    await button('Aanmelden').click();
    await page.getByRole('heading', { name: 'De kraan druppelt, keuken' }).waitFor();
    assert.equal(await note().inputValue(), 'Sleutel ligt bij nr. 14.');
    await button('Notitie bewaren').click();
    await page.getByRole('status').getByText('De notitie is bewaard.').waitFor();
    assert.equal(await page.evaluate('sessionStorage.length'), 0);
  });

  it('is told kindly when an account may not come in, and gets in with another', async () => {
    await page.locator('summary', { hasText: 'Aangemeld als' }).click();
    await page.getByRole('button', { name: 'Afmelden', exact: true }).click();
    await page.getByRole('heading', { name: 'Aanmelden' }).waitFor();
    provider.person = { sub: '2', name: 'Bob', groups: ['hetbaken'] };
    await button('Aanmelden').click();
    await page.getByRole('heading', { name: 'Met dit account kunt u hier niet in' }).waitFor();
    provider.person = { sub: '1', name: 'Anja', groups: ['delinde'] };
    await page.getByRole('link', { name: 'Aanmelden met een ander account' }).click();
    await button('Aanmelden').click();
    await page.getByText('Aangemeld als Anja').waitFor();
  });
});
