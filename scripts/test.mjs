/**
 * `npm test`: everything. `npm test -- lint unit` runs these stages only. Ends with the line
 * "N passed, N failed".
 */
import './lib/check-node.mjs';

const { main } = await import('./lib/say.mjs');

await main(async () => {
  const { setup } = await import('./setup.mjs');
  await setup({ browser: true });
  const { generate } = await import('./generate.mjs');
  await generate();
  const { stages } = await import('./lib/stages.mjs');
  const { runStages } = await import('./lib/run-stages.mjs');
  await runStages(stages, process.argv.slice(2));
});
