/**
 * Seeded kill runs: a tenant's page is killed, or her line cut, at a moment that follows from the seed,
 * and her tab opened again. `node --import tsx test/kill/run.ts [--runs=25] [--seed=4711]`; a seed that
 * is named is the only one that runs.
 */
import { parseArgs } from 'node:util';
import { openWorld } from '../e2e/world.ts';
import { makePhotos } from './photos.ts';
import { COLOURS, planOf, told } from './plan.ts';
import { runOne } from './run-one.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string', default: '25' },
    from: { type: 'string' },
  },
});
const from = Number(values.seed ?? values.from ?? Math.floor(Math.random() * 1e6));
const runs = values.seed ? 1 : Number(values.runs);
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`seeds ${from} to ${from + runs - 1}`);
const [world, photos] = await Promise.all([openWorld(), makePhotos(COLOURS)]);
const waiting = Array.from({ length: runs }, (_, index) => from + index);
let failed = 0;

/** One browser a core: two of them on a small machine. */
async function worker(): Promise<void> {
  for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
    const plan = planOf(seed);
    const faults = await runOne(world, photos, plan);
    say(
      `${faults.length ? '✗' : '✓'} ${told(plan)}${faults.map((fault) => `\n    ${fault}`).join('')}`,
    );
    if (faults.length) {
      failed += 1;
      say(`    once more: node --import tsx test/kill/run.ts --seed=${seed}`);
    }
  }
}

await Promise.all([worker(), worker()]);
await world.close();
photos.remove();
say(`${runs - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
