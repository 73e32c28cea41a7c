/** `npm start`: installs what is missing, builds what changed, and starts everything. */
import './lib/check-node.mjs';

process.env.START_TIME ??= String(Date.now());
const { main } = await import('./lib/say.mjs');
await main(async () => {
  const { setup } = await import('./setup.mjs');
  await setup();
  const { buildIfStale, DESK_ENTRY } = await import('./build.mjs');
  await buildIfStale();
  // In this very process: a signal then has one address, and Ctrl-C one answer.
  await import(DESK_ENTRY);
});
