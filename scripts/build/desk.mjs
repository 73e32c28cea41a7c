/** The desk as plain JavaScript. Types were checked by `npm run types`. */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/files.mjs';
import { bin, run } from '../lib/run.mjs';
import { Refusal } from '../lib/say.mjs';

/** Beside the code, and read where they stand. */
const AS_THEY_ARE = ['src/desk/plain/plain.css', 'src/desk/photos/heic-worker.mjs'];

export default async function buildDesk(folder) {
  if (!existsSync(join(ROOT, 'src/desk'))) return;
  const { code, output } = await run(bin('tsc'), ['-p', 'tsconfig.build.json', '--outDir', folder]);
  if (code !== 0) throw new Refusal(output);
  for (const file of AS_THEY_ARE) copyFileSync(join(ROOT, file), join(folder, file));
}
