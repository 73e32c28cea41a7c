/**
 * `npm test`: everything. `npm test -- lint unit` runs these stages only. Ends with the line
 * "N passed, N failed".
 */
import './lib/check-node.mjs';

const { Refusal, main, say, seconds } = await import('./lib/say.mjs');

const plural = (count) => `${count} ${count === 1 ? 'test' : 'tests'}`;

async function runStage({ name, run }) {
  const started = performance.now();
  const { passed, failed, output } = await run();
  say(
    failed
      ? `✗ ${name}: ${failed} of ${plural(passed + failed)} failed, ${seconds(started)}\n\n${output.trim()}\n`
      : `✓ ${name}: ${plural(passed)}, ${seconds(started)}`,
  );
  return { passed, failed };
}

/** Stages that may run beside each other go two at a time: a small machine has two cores. */
async function runAll(stages) {
  const waiting = stages.filter((stage) => stage.together);
  const results = [];
  const worker = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift())
      results.push(await runStage(stage));
  };
  await Promise.all([worker(), worker()]);
  for (const stage of stages.filter((each) => !each.together)) results.push(await runStage(stage));
  return results;
}

await main(async () => {
  const { setup } = await import('./setup.mjs');
  await setup({ browser: true });
  const { generate } = await import('./generate.mjs');
  await generate();
  const { stages } = await import('./lib/stages.mjs');
  const wanted = process.argv.slice(2);
  const chosen = wanted.length ? stages.filter(({ name }) => wanted.includes(name)) : stages;
  if (!chosen.length)
    throw new Refusal(`There are these stages: ${stages.map(({ name }) => name).join(', ')}.`);
  const results = await runAll(chosen);
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed')) process.exitCode = 1;
});
