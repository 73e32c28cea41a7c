/** The demo association's pages, with the fonts they serve themselves. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readJson } from '../lib/files.mjs';

export default function buildSite(folder) {
  const from = join(ROOT, 'src/site');
  for (const part of ['public', 'parts'])
    if (existsSync(join(from, part)))
      cpSync(join(from, part), join(folder, part), { recursive: true });
  const assets = join(from, 'assets.json');
  if (!existsSync(assets)) return;
  for (const [target, source] of Object.entries(readJson(assets)))
    cpSync(join(ROOT, 'node_modules', source), join(folder, target));
}
