import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from 'playwright-core';
import { PHONE, SLOWER } from './networks.ts';
import type { Network } from './networks.ts';
import type { BenchPage } from './pages.ts';

export interface Asked {
  url: string;
  /** "Document", "Stylesheet", "Script" … as the browser calls it. */
  type: string;
  priority: string;
  /** ms since navigation. */
  start: number;
  answered: number;
  end: number;
  /** On the wire, headers included. */
  bytes: number;
}

/** One visit with nothing cached. Times in ms since navigation. */
export interface Load {
  usable: number;
  /** Of every long task of the visit, what is over 50 ms. */
  blocking: number;
  shift: number;
  requests: Asked[];
}

/** What `watch.js` keeps in the page. Times in ms since navigation. */
interface Watched {
  tasks: { start: number; duration: number }[];
  /** Shifts that nobody's input caused. */
  shift: number;
}

declare global {
  var benchWatched: Watched;
}

const WATCH = readFileSync(new URL('watch.js', import.meta.url), 'utf8');

/** Nothing was asked or answered for so long: the page has done what it does by itself. */
const QUIET = 1500;
const PATIENCE = 60_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function slowDown(cdp: CDPSession, network: Network): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: (network.down * 1000) / 8,
    uploadThroughput: (network.up * 1000) / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** Keeps what the browser asks for, in its own words and times. */
function listen(cdp: CDPSession) {
  const byId = new Map<string, Asked>();
  let began: number | undefined;
  let waitingFor = 0;
  let lastHeard = performance.now();
  const since = (timestamp: number) => (timestamp - (began ?? timestamp)) * 1000;
  const finished = (requestId: string, timestamp: number, bytes: number) => {
    const asked = byId.get(requestId);
    if (!asked) return;
    Object.assign(asked, { end: since(timestamp), bytes });
    waitingFor -= 1;
    lastHeard = performance.now();
  };
  cdp.on('Network.requestWillBeSent', ({ requestId, timestamp, request, type = 'Other' }) => {
    if (!request.url.startsWith('http')) return;
    began ??= timestamp;
    const start = since(timestamp);
    const { url, initialPriority: priority } = request;
    byId.set(requestId, { url, type, priority, start, answered: 0, end: 0, bytes: 0 });
    waitingFor += 1;
    lastHeard = performance.now();
  });
  cdp.on('Network.responseReceived', ({ requestId, timestamp }) => {
    const asked = byId.get(requestId);
    if (asked) asked.answered = since(timestamp);
  });
  cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
    finished(requestId, timestamp, encodedDataLength),
  );
  cdp.on('Network.loadingFailed', ({ requestId, timestamp }) => finished(requestId, timestamp, 0));
  return {
    requests: () => [...byId.values()].sort((a, b) => a.start - b.start),
    async quiet() {
      while (waitingFor > 0 || performance.now() - lastHeard < QUIET) await sleep(100);
    },
  };
}

const heardWithin = async <T>(promise: Promise<T>, what: string): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took over a minute`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/** @throws when the page cannot be used, or its first row does nothing when it is pressed */
export async function load(
  browser: Browser,
  site: string,
  { path, row, press }: BenchPage,
  network: Network,
): Promise<Load> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const usable = new Promise<number>((resolve) =>
      cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
        if (name === 'benchUsable') resolve(Number(payload));
      }),
    );
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: 'benchUsable' });
    await page.addInitScript(`${WATCH}watch(() => ${row});`);
    await slowDown(cdp, network);
    const heard = listen(cdp);
    await page.goto(site + path, { waitUntil: 'commit', timeout: PATIENCE });
    const at = await heardWithin(usable, path);
    await heardWithin(heard.quiet(), path);
    const requests = heard.requests();
    const { tasks, shift } = await page.evaluate((): Watched => globalThis.benchWatched);
    await press(page);
    const blocking = tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return { usable: at, blocking, shift, requests };
  } finally {
    await context.close();
  }
}
