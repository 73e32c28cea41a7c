/**
 * `npm run bench:photo`: what a photo of 3.9 MB costs a phone: how much of it leaves, and how long the
 * page's own thread is held up. `-- --repeat 3` (7); `--write` puts the figures into docs/bench.md.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { main, Refusal, say } from '../scripts/lib/say.mjs';
import { Tenant } from '../test/e2e/tenant.ts';
import { wiretap } from '../test/e2e/wiretap.ts';
import type { Wiretap } from '../test/e2e/wiretap.ts';
import { openWorld } from '../test/e2e/world.ts';
import type { World } from '../test/e2e/world.ts';
import { calibrate } from './embed/calibrate.ts';
import { median } from './embed/figures.ts';
import { PHONE, SLOWER } from './embed/networks.ts';
import { writeDocs } from './embed/record.ts';

const { values } = parseArgs({
  options: { repeat: { type: 'string', default: '7' }, write: { type: 'boolean', default: false } },
});

/** Bytes: what the issue asks about. */
const WANTED = 3_900_000;
const MOST_BYTES = 400_000;
const MOST_TASK = 50;

/** A photo full of detail, 12 megapixels, as near to the wanted size as its quality allows. */
async function photoOf(path: string): Promise<void> {
  const grain = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 26 },
    },
  })
    .blur(1)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const at = (quality: number) =>
    sharp(grain)
      .jpeg({ quality })
      .withExif({ IFD0: { Make: 'Bench', Orientation: '6' } })
      .toBuffer();
  let [low, high] = [20, 98];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((await at(middle)).length < WANTED) low = middle;
    else high = middle;
  }
  writeFileSync(path, await at(low));
}

interface Visit {
  bytes: number;
  /** ms of the longest task. */
  longest: number;
  /** ms over 50, of all tasks. */
  blocking: number;
  /** ms until she sees it, and until the desk has it. */
  shown: number;
  sent: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when it began, how long it took, and how much of that on the processor. */
  ts: number;
  dur?: number;
  tdur?: number;
  args: Record<string, unknown>;
}

/**
 * The tasks of the page's own thread, in ms that they had the processor: what else this machine does
 * meanwhile is not the phone's. Without those in which we talk to the page ourselves.
 */
function tasksIn(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args['name'] === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const all = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && main.has(`${pid} ${tid}`));
  const ours = all.filter(({ args }) => JSON.stringify(args).includes('DevToolsSession'));
  const isOurs = ({ pid, ts, dur = 0 }: TraceEvent) =>
    ours.some((each) => each.pid === pid && each.ts >= ts && each.ts <= ts + dur);
  const tasks = all.filter((each) => each.name.endsWith('RunTask') && !isOurs(each));
  if (!tasks.length) throw new Error('The trace holds no task: Chromium calls them otherwise now?');
  return tasks.map(({ tdur = 0 }) => tdur / 1000);
}

async function visit(world: World, wire: Wiretap, photo: string): Promise<Visit> {
  const { context, page } = await world.phone({
    ...PHONE,
    proxy: { server: wire.server, bypass: '<-loopback>' },
  });
  try {
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.waitForTimeout(500);
    await world.browser.startTracing(page, { categories: ['toplevel'] });
    const before = wire.sent().length;
    const began = performance.now();
    await tenant.form.getByLabel(/Kies een foto/).setInputFiles(photo);
    await tenant.form.getByRole('img', { name: 'Foto 1' }).waitFor();
    const shown = performance.now() - began;
    await tenant.photosAreSent(1);
    const sent = performance.now() - began;
    const tasks = tasksIn(await world.browser.stopTracing());
    return {
      bytes: wire.sent().length - before,
      longest: Math.max(0, ...tasks),
      blocking: tasks.reduce((sum, task) => sum + Math.max(0, task - MOST_TASK), 0),
      shown,
      sent,
    };
  } finally {
    await context.close();
  }
}

function told(
  visits: readonly Visit[],
  { size, calibration }: { size: number; calibration: number },
) {
  const of = (name: keyof Visit) => visits.map((each) => each[name]);
  const row = (what: string, name: keyof Visit, show: (value: number) => string) => {
    const all = of(name);
    return `| ${what} | ${show(median(all))} | ${show(Math.min(...all))} | ${show(Math.max(...all))} |`;
  };
  const kB = (value: number) => `${(value / 1000).toFixed(0)} kB`;
  const ms = (value: number) => `${Math.round(value)} ms`;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${visits.length} visits, a photo of ${(size / 1e6).toFixed(1)} MB. ` +
      `The fixed piece of work took ${Math.round(calibration)} ms.`,
    '',
    '| | Median | Least | Most |',
    '| --- | --- | --- | --- |',
    row('Leaves the phone', 'bytes', kB),
    row('Longest task', 'longest', ms),
    row('Over 50 ms, all tasks together', 'blocking', ms),
    row('Until she sees it', 'shown', ms),
    row('Until the desk has it', 'sent', ms),
  ].join('\n');
}

await main(async () => {
  const repeat = Number(values.repeat);
  if (!Number.isInteger(repeat) || repeat < 1) throw new Refusal('--repeat takes a whole number.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-photo-'));
  const photo = join(folder, 'IMG_0001.jpg');
  await photoOf(photo);
  const [world, wire] = [await openWorld(), await wiretap()];
  try {
    const calibration = await calibrate(world.browser, world.site);
    const visits: Visit[] = [];
    for (let left = repeat; left > 0; left -= 1) visits.push(await visit(world, wire, photo));
    const text = told(visits, { size: statSync(photo).size, calibration });
    say(text);
    const most = (name: 'bytes' | 'longest') => median(visits.map((each) => each[name]));
    if (most('bytes') > MOST_BYTES || most('longest') > MOST_TASK)
      say('This is more than it may be: 400 kB, and no task over 50 ms.');
    if (values.write) say(`Written into ${writeDocs(text, 'photo')}.`);
  } finally {
    await wire.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
