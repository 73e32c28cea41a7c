import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { LAUNCH } from '../../scripts/lib/chromium.mjs';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { pathOf } from '../../src/contract/endpoints.ts';
import type { Report } from '../../src/contract/staff.ts';
import { wiretap } from '../e2e/wiretap.ts';
import type { Wiretap } from '../e2e/wiretap.ts';
import type { World } from '../e2e/world.ts';
import { colourIn } from './photos.ts';
import type { Photos } from './photos.ts';
import type { Plan } from './plan.ts';
import { Witness } from './shown.ts';
import type { Certain, Shown } from './shown.ts';
import { Visit } from './visit.ts';

/** One tenant whose page is struck once. */

interface Phone {
  context: BrowserContext;
  port: number;
  wire: Wiretap;
  close(): Promise<void>;
}

async function openPhone(): Promise<Phone> {
  const [port, wire] = [await freePort(), await wiretap()];
  const profile = mkdtempSync(join(tmpdir(), 'keukentafel-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...LAUNCH,
    args: [...LAUNCH.args, `--remote-debugging-port=${port}`],
    viewport: { width: 412, height: 823 },
    locale: 'nl-NL',
    proxy: { server: wire.server, bypass: '<-loopback>' },
  });
  return {
    context,
    port,
    wire,
    async close() {
      await context.close();
      await wire.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** The renderer dies as when the system needs its memory; the tab is opened again. */
async function crash({ context, port }: Phone, page: Page): Promise<{ at: number; page: Page }> {
  const control = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  const at = Date.now();
  control.send('Page.crash').catch(() => undefined);
  await crashed;
  await control.send('Page.reload');
  // To the connection that saw it die, a page stays dead: this is another one.
  const again = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const found = again.contexts().flatMap((each) => each.pages());
  return { at, page: found.find((each) => each.url().includes('reparatie'))! };
}

/** The browser's own page about the lost line may still be on its way: then it cannot, and is asked again. */
async function reload(page: Page): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await page.reload();
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await wait(200);
    }
  }
}

/** The line is lost, she opens her page again, and the line comes back: before that or after it. */
async function loseLine(
  { context, wire }: Phone,
  page: Page,
  { blow, away, impatient }: Plan,
): Promise<{ at: number; page: Page }> {
  const cut = async (dead: boolean): Promise<void> => {
    if (blow === 'offline') await context.setOffline(dead);
    else wire.cut(dead);
  };
  const at = Date.now();
  await cut(true);
  await wait(away);
  if (impatient) await page.reload().catch(() => undefined);
  await cut(false);
  await reload(page);
  return { at, page };
}

const isReport = (url = '', method = ''): boolean =>
  method === 'POST' && url.endsWith('/repair-requests');

/** Resolves when it is time to strike. */
function moment(plan: Plan, wire: Wiretap) {
  let come = (): void => undefined;
  const time = new Promise<void>((resolve) => (come = resolve));
  let pieces = 0;
  wire.listen(({ url, method }) => {
    if (plan.moment === 'during an upload' && method === 'PATCH' && ++pieces === plan.piece) come();
    if (plan.moment === 'as the desk answers' && isReport(url, method)) come();
  });
  // So that it is at the desk, and she does not know: the time in which most is doubled.
  if (plan.moment === 'as the desk answers')
    wire.slow(({ url, method }) => (isReport(url, method) ? 200 : 0));
  if (plan.moment === 'anywhere') come();
  return {
    time: time.then(() => wait(plan.after)),
    sent: () => plan.moment === 'just after Send' && come(),
    /** Stays pending: between two keys nothing more happens on that page. */
    key: (field: string, key: number) => {
      if (plan.moment !== 'between two keys' || field !== plan.field || key !== plan.key) return;
      come();
      return new Promise<void>(() => undefined);
    },
  };
}

/** @returns sentences about what was lost or doubled; empty when all is well */
export async function runOne(world: World, photos: Photos, plan: Plan): Promise<string[]> {
  const phone = await openPhone();
  const faults: string[] = [];
  try {
    const witness = new Witness();
    const first = phone.context.pages()[0]!;
    await witness.watch(first);
    const { time, sent, key } = moment(plan, phone.wire);
    const files = photos.of(plan.photos);
    const visit = new Visit(first, plan, files, { key, send: sent });
    await visit.opens(world.site);
    // A page that is struck never answers: only what goes wrong before that is of interest.
    const ended = visit.goesOn().catch((error: unknown) => {
      if (!visit.stopped) throw error;
    });
    const struck = await Promise.race([time.then(() => true), ended.then(() => false)]);
    if (!struck) return ['it was over before anything happened to it'];
    visit.stopped = true;
    const { at, page } =
      plan.blow === 'crash' ? await crash(phone, first) : await loseLine(phone, first, plan);
    const certain = witness.certainAt(at, plan.typed);
    const after = new Visit(page, plan, files, { arrived: looker(certain, faults) });
    await after.isBack();
    const reference = await after.goesOn();
    faults.push(...(await atDesk(world, plan, reference)));
  } catch (error) {
    faults.push(String(error));
  } finally {
    await phone.close();
  }
  return [...new Set(faults)];
}

/** Compares each screen that she comes to after the blow with what was there before it. */
function looker(certain: Certain, faults: string[]): (shown: Shown) => void {
  let first = true;
  const looked = new Set<string>();
  return (shown) => {
    if (first && !certain.mayBeOn(shown.screen))
      faults.push(`she found herself on ${shown.screen}`);
    if (!first && !looked.has(shown.screen) && certain.passed(shown.screen))
      faults.push(`${shown.screen} is asked again`);
    if (!looked.has(shown.screen)) faults.push(...certain.lostOn(shown));
    if (!looked.has(shown.screen) && shown.photos >= 0 && shown.photos < certain.photos)
      faults.push(`${certain.photos} photos were shown, ${shown.photos} are left`);
    first = false;
    looked.add(shown.screen);
  };
}

/** Her reports, when the desk has cleaned their photos: until then it shows none. */
async function cleaned(world: World, plan: Plan): Promise<Report[]> {
  for (;;) {
    const reports = await world.found(plan.typed['phone']!);
    if (reports.every(({ pictures }) => pictures.every(({ state }) => state !== 'pending')))
      return reports;
    await wait(100);
  }
}

/** One report, with every answer and every photo. */
async function atDesk(world: World, plan: Plan, reference: string): Promise<string[]> {
  const faults: string[] = [];
  const reports = await cleaned(world, plan);
  if (reports.length !== 1) faults.push(`the desk has ${reports.length} reports`);
  const report = reports[0];
  if (!report) return faults;
  if (report.reference !== reference)
    faults.push(`she was told ${reference}, the desk has ${report.reference}`);
  const same = (what: string, wanted: string, found: string) => {
    if (found.replace(/\s/g, '') !== wanted.replace(/\s/g, ''))
      faults.push(`${what} is ${JSON.stringify(found)}, she typed ${JSON.stringify(wanted)}`);
  };
  const { story = '', name = '', phone = '', 'address-number': number = '' } = plan.typed;
  same('her story', story, report.story);
  same('her name', name, report.who);
  same('her phone', phone, report.reach.value);
  for (const part of [number.replace('a', ' a'), '9401 AB'])
    if (!report.where.includes(part)) faults.push(`"${part}" is not in "${report.where}"`);
  const colours = await Promise.all(
    report.pictures.map(async ({ id }) => {
      const address = world.desk.origin + pathOf('staffPhoto', { association: 'delinde', id });
      const answer = await fetch(address, { headers: { Cookie: await world.desk.signIn() } });
      return colourIn(Buffer.from(await answer.arrayBuffer()), plan.photos);
    }),
  );
  if (colours.join() !== plan.photos.join())
    faults.push(`photos at the desk: ${colours.join(', ')}; hers: ${plan.photos.join(', ')}`);
  return faults;
}
