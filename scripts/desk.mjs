/**
 * A program of the desk as it was built: `node scripts/desk.mjs main`, and the commands beside it
 * (`commands/erase`). On a machine with everything that is needed to build, it is built first.
 */
import './lib/check-node.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './lib/files.mjs';
import { Refusal, main } from './lib/say.mjs';

process.env.START_TIME ??= String(Date.now());

await main(async () => {
  const [program = ''] = process.argv.splice(2, 1);
  if (existsSync(join(ROOT, 'node_modules/vite'))) {
    const { buildIfStale } = await import('./build.mjs');
    await buildIfStale();
  }
  const file = join(ROOT, 'dist/desk/src/desk', `${program}.js`);
  if (!existsSync(file))
    throw new Refusal(`The desk is not built here (${program}): run npm run build first.`);
  await import(pathToFileURL(file).href);
});
