/**
 * The screen reader Orca hears the repair journey in Chromium and in Firefox, on the built site and a
 * real desk. `node --import tsx test/heard/run.ts [chromium|firefox] [--write]`; `--write` keeps what
 * was heard in `docs/heard/`.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CHROMIUM } from '../../scripts/lib/chromium.mjs';
import { FIREFOX } from '../../scripts/lib/engines.mjs';
import { openWorld } from '../e2e/world.ts';
import type { World } from '../e2e/world.ts';
import { BROWSERS } from './browsers.ts';
import { Desktop } from './desktop.ts';
import { JOURNEY, wordsOf } from './journey.ts';
import type { Browser } from './journey.ts';
import { Listener } from './listener.ts';
import type { Moment } from './listener.ts';
import { faultsInTranscript, textOf, writeTranscript } from './transcript.ts';

const PROGRAMS: Record<Browser, string> = { chromium: CHROMIUM, firefox: FIREFOX };

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Heard {
  /** Of each chapter that was begun. */
  chapters: Moment[][];
  /** Sentences about what was not heard; empty when all was. */
  faults: string[];
}

async function listen(world: World, browser: Browser): Promise<Heard> {
  const desktop = await Desktop.start();
  const chapters: Moment[][] = [];
  const faults: string[] = [];
  try {
    const opened = await BROWSERS[browser](desktop, `${world.site}/reparatie-melden.html`);
    try {
      for (const chapter of JOURNEY) {
        const { title, does } = chapter;
        const listener = new Listener(desktop, opened);
        chapters.push(listener.moments);
        await does(listener).catch((error: unknown) => faults.push(`${title}: ${String(error)}`));
        const text = textOf(listener.moments);
        const missing = wordsOf(chapter, browser).filter((words) => !text.includes(words));
        for (const words of missing) faults.push(`${title}: "${words}" is not heard`);
        if (missing.length) faults.push(`${title}: heard is ${text}`);
        // She is not where the next chapter begins.
        if (faults.some((fault) => fault.includes('Error: '))) break;
      }
    } finally {
      await opened.close();
    }
  } catch (error) {
    faults.push(String(error));
  } finally {
    await desktop.stop();
  }
  return { chapters, faults };
}

/** A word that a busy machine swallowed is asked for once more, and never a third time. */
async function listenTwiceAtMost(world: World, browser: Browser): Promise<Heard> {
  const first = await listen(world, browser);
  if (!first.faults.length) return first;
  say(`${browser}, once more:${first.faults.map((fault) => `\n    ${fault}`).join('')}`);
  return listen(world, browser);
}

const browsers = (Object.keys(BROWSERS) as Browser[]).filter(
  (each) => !positionals.length || positionals.includes(each),
);
const world = await openWorld();
let failed = 0;
for (const browser of browsers) {
  const { chapters, faults } = await listenTwiceAtMost(world, browser);
  if (values.write && !faults.length) {
    const version = execFileSync(PROGRAMS[browser], ['--version'], { encoding: 'utf8' }).trim();
    await writeTranscript(browser, version, chapters);
  }
  const wrong = [...faults, ...faultsInTranscript(browser)];
  JOURNEY.forEach(({ title }) => {
    const own = wrong.filter((fault) => fault.includes(title));
    failed += own.length ? 1 : 0;
    say(
      `${own.length ? '✗' : '✓'} ${browser}: ${title}${own.map((each) => `\n    ${each}`).join('')}`,
    );
  });
  const others = wrong.filter((fault) => !JOURNEY.some(({ title }) => fault.includes(title)));
  failed += others.length;
  for (const fault of others) say(`✗ ${browser}: ${fault}`);
}
await world.close();
const all = browsers.length * JOURNEY.length;
say(`${Math.max(0, all - failed)} passed, ${failed} failed`);
process.exitCode = failed || !all ? 1 : 0;
