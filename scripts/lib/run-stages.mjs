import { Refusal, say, seconds } from './say.mjs';

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

/**
 * Runs these stages, or those with these names, a line for each; the last line is "N passed, N failed".
 * @param {readonly import('./stage.mjs').Stage[]} stages
 * @param {readonly string[]} wanted
 * @throws {Refusal} when a name is that of no stage
 */
export async function runStages(stages, wanted) {
  const names = stages.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length)
    throw new Refusal(`There is no "${unknown[0]}". There are these stages: ${names.join(', ')}.`);
  const results = await runAll(
    wanted.length ? stages.filter(({ name }) => wanted.includes(name)) : stages,
  );
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed')) process.exitCode = 1;
}
