/** The desk as plain JavaScript. Types were checked by `npm run types`. */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/files.mjs';
import { bin, run } from '../lib/run.mjs';
import { Refusal } from '../lib/say.mjs';

const STYLE = 'src/desk/plain/plain.css';

export default async function buildDesk(folder) {
  if (!existsSync(join(ROOT, 'src/desk'))) return;
  const { code, output } = await run(bin('tsc'), ['-p', 'tsconfig.build.json', '--outDir', folder]);
  if (code !== 0) throw new Refusal(output);
  // The one file beside the code that is read where it stands.
  copyFileSync(join(ROOT, STYLE), join(folder, STYLE));
}
