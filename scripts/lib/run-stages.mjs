import { Refusal, say, seconds } from './say.mjs';

const plural = (count) => `${count} ${count === 1 ? 'test' : 'tests'}`;

async function runStage({ name, run }, options) {
  const started = performance.now();
  const { passed, failed, output } = await run(options);
  const chance = /^seeds .*/m.exec(output)?.[0];
  say(
    failed
      ? `✗ ${name}: ${failed} of ${plural(passed + failed)} failed, ${seconds(started)}\n\n${output.trim()}\n`
      : `✓ ${name}: ${plural(passed)}, ${seconds(started)}${chance ? ` (${chance})` : ''}`,
  );
  return { passed, failed };
}

/** Stages that may run beside each other go two at a time: a small machine has two cores. */
async function runAll(stages, options) {
  const waiting = stages.filter((stage) => stage.together);
  const results = [];
  const worker = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift())
      results.push(await runStage(stage, options));
  };
  await Promise.all([worker(), worker()]);
  for (const stage of stages.filter((each) => !each.together))
    results.push(await runStage(stage, options));
  return results;
}

/**
 * Runs these stages, or those with these names, a line for each; the last line is "N passed, N failed".
 * @param {readonly import('./stage.mjs').Stage[]} stages
 * @param {readonly string[]} args names, and what goes to the stages as it is: "--seed=4711"
 * @throws {Refusal} when a name is that of no stage
 */
export async function runStages(stages, args) {
  const options = args.filter((each) => each.startsWith('--'));
  const wanted = args.filter((each) => !options.includes(each));
  const names = stages.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length)
    throw new Refusal(`There is no "${unknown[0]}". There are these stages: ${names.join(', ')}.`);
  // Ctrl-C, or whoever runs us has had enough: what the stages started ends with us.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  const results = await runAll(
    wanted.length ? stages.filter(({ name }) => wanted.includes(name)) : stages,
    options,
  );
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed')) process.exitCode = 1;
}
