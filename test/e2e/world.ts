import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { LAUNCH } from '../../scripts/lib/chromium.mjs';
import { ENDPOINTS, pathOf } from '../../src/contract/endpoints.ts';
import type { Page as Listed, Report, ReportLine } from '../../src/contract/staff.ts';
import type { AlarmChannel } from '../../src/desk/alarm/channel.ts';
import { startDesk } from '../../src/desk/testing.ts';
import type { TestDesk } from '../../src/desk/testing.ts';
import { newStorage } from '../../src/desk/testing-storage.ts';
import { startSite } from '../../src/site/server.ts';

/** De Linde as it stands: a desk with its database, its website on another origin, a browser. */
export interface World {
  desk: TestDesk;
  site: string;
  browser: Browser;
  /** Links that the people on duty were sent. */
  alarms: string[];
  /** A tenant's phone: 412 px wide, with a strict ear for what the page refuses. */
  phone(options?: BrowserContextOptions): Promise<Phone>;
  /** The desk stops and starts again on the same data. */
  restartDesk(): Promise<void>;
  /** What the association has. */
  reports(): Promise<readonly ReportLine[]>;
  report(id: string): Promise<Report>;
  /** What the console's search finds: by phone, by address or by reference. */
  found(text: string): Promise<Report[]>;
  close(): Promise<void>;
}

export interface Phone {
  context: BrowserContext;
  page: Page;
  /** What the security policy or Trusted Types refused, and what threw. */
  refused: string[];
}

export async function openWorld(): Promise<World> {
  const storage = await newStorage();
  const alarms: string[] = [];
  const alarmHere: AlarmChannel = {
    send: ({ link }) => Promise.resolve(void alarms.push(link)),
  };
  let desk = await startDesk({ storage, alarmHere });
  let site = await startSite({ port: 0, deskOrigin: desk.origin, directory: 'dist/site' });
  desk.allowOrigin(site.origin);
  const browser = await chromium.launch(LAUNCH);

  const staff = async (path: string): Promise<Response> =>
    fetch(desk.origin + path, { headers: { Cookie: await desk.signIn() } });

  const world: World = {
    get desk() {
      return desk;
    },
    get site() {
      return site.origin;
    },
    browser,
    alarms,
    async phone(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 412, height: 823 },
        locale: 'nl-NL',
        ...options,
      });
      const refused: string[] = [];
      context.on('page', (page) => listen(page, refused));
      const page = await context.newPage();
      return { context, page, refused };
    },
    async restartDesk() {
      await site.close();
      await desk.close();
      desk = await startDesk({ storage, alarmHere });
      site = await startSite({ port: 0, deskOrigin: desk.origin, directory: 'dist/site' });
      desk.allowOrigin(site.origin);
    },
    async reports() {
      const answer = await staff(pathOf('staffReports', { association: 'delinde' }));
      return ((await answer.json()) as Listed<ReportLine>).items;
    },
    async report(id) {
      const answer = await staff(pathOf('staffReport', { association: 'delinde', id }));
      return (await answer.json()) as Report;
    },
    async found(text) {
      const answer = await fetch(desk.origin + pathOf('staffReports', { association: 'delinde' }), {
        method: 'POST',
        headers: {
          Cookie: await desk.signIn(),
          Origin: desk.origin,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ search: text }),
      });
      const { items } = (await answer.json()) as Listed<ReportLine>;
      return Promise.all(items.map(({ id }) => world.report(id)));
    },
    async close() {
      await browser.close();
      await site.close();
      await desk.close();
      await storage.remove();
    },
  };
  return world;
}

function listen(page: Page, refused: string[]): void {
  page.on('pageerror', (error) => refused.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy|TrustedHTML|TrustedScript|require-trusted-types/i.test(text))
      refused.push(text);
  });
}

/** Where the report goes, to cut it off. */
export const SENDING = `**${ENDPOINTS.repairRequests.replace(':association', '*')}`;
