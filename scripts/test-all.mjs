/**
 * `npm run test:all`: what takes too long for every day, and more than a browser: other engines, a
 * screen reader, another database, and everything that can break on the way. `npm run test:all --
 * firefox` runs that stage only. Run `npm test` first: this takes for granted what it tests.
 */
import './lib/check-node.mjs';

const { main } = await import('./lib/say.mjs');

await main(async () => {
  const { setup } = await import('./setup.mjs');
  await setup({ browser: true, proof: true });
  const { generate } = await import('./generate.mjs');
  await generate();
  // What the stages look at: two of them at once would both build it.
  const { build } = await import('./lib/built.mjs');
  await build();
  const { stages } = await import('./lib/proof-stages.mjs');
  const { runStages } = await import('./lib/run-stages.mjs');
  await runStages(stages, process.argv.slice(2));
});
