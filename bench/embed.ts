/**
 * `npm run bench:embed`: how long a tenant waits for the first screen on an old phone and a poor line,
 * beside the same questions in plain HTML, plain Lit and govuk-frontend. Measures and tells; never
 * judges, and is no part of the tests.
 *
 * `-- --repeat 3` visits per page and network (7); `--page ours` and `--network 3g` measure only that;
 * `--waterfall` shows every request of the first visit; `--write` puts the tables into docs/bench.md.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { LAUNCH } from '../scripts/lib/chromium.mjs';
import { ROOT } from '../scripts/lib/files.mjs';
import { Refusal, main, say } from '../scripts/lib/say.mjs';
import { answersOfDesk } from './embed/answers.ts';
import { calibrate } from './embed/calibrate.ts';
import { median } from './embed/figures.ts';
import { load } from './embed/load.ts';
import type { Load } from './embed/load.ts';
import { networks as allNetworks } from './embed/networks.ts';
import { answersOfPages, pages as allPages } from './embed/pages.ts';
import { conditions, writeDocs } from './embed/record.ts';
import { tables, typesTable, waterfall } from './embed/report.ts';
import type { Measured } from './embed/report.ts';
import { serve } from './embed/serve.ts';

const { values } = parseArgs({
  options: {
    repeat: { type: 'string', default: '7' },
    page: { type: 'string', multiple: true },
    network: { type: 'string', multiple: true },
    waterfall: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const chosen = <T extends { id: string }>(
  all: readonly T[],
  ids: readonly string[] | undefined,
) => {
  const found = all.filter(({ id }) => !ids || ids.includes(id));
  if (!found.length) throw new Refusal(`Choose from ${all.map(({ id }) => id).join(', ')}.`);
  return found;
};

async function bench(): Promise<void> {
  const repeat = Number(values.repeat);
  if (!Number.isInteger(repeat) || repeat < 1) throw new Refusal('--repeat takes a whole number.');
  const pages = chosen(allPages, values.page);
  const networks = chosen(allNetworks, values.network);
  if (values.write && pages.length * networks.length < allPages.length * allNetworks.length)
    throw new Refusal('Only a whole run is written down.');
  if (!existsSync(join(ROOT, 'dist/cdn/manifest.json')))
    throw new Refusal('There is nothing to measure yet: run npm run build first.');

  const server = await serve();
  server.add(await answersOfPages(server.desk));
  server.add(await answersOfDesk(server.desk));
  const browser = await chromium.launch(LAUNCH);
  try {
    const measured = networks.flatMap((network) =>
      pages.map((page) => ({ network, page, loads: [] as Load[] })),
    );
    const calibrations: number[] = [];
    for (let round = 0; round < repeat; round++) {
      calibrations.push(await calibrate(browser, server.site));
      // Each page follows another each time: what the machine does meanwhile hits all alike.
      for (let index = 0; index < measured.length; index++) {
        const { network, page, loads } = measured[(index + round) % measured.length]!;
        loads.push(await load(browser, server.site, page, network));
      }
      say(`round ${round + 1} of ${repeat}`);
    }
    tell(measured, calibrations, browser.version(), repeat);
  } finally {
    await browser.close();
    server.close();
  }
}

function tell(
  measured: readonly Measured[],
  calibrations: readonly number[],
  chromiumVersion: string,
  repeat: number,
): void {
  const told = [
    conditions({ chromiumVersion, repeat, calibration: median(calibrations) }),
    tables(measured),
    `### What the first screen weighs on the wire\n\n${typesTable(measured)}`,
  ].join('\n\n');
  say(`\n${told}\n`);
  if (values.waterfall) for (const each of measured) say(`${waterfall(each)}\n`);
  if (values.write) say(`Written to ${writeDocs(told)}.`);
}

await main(bench);
