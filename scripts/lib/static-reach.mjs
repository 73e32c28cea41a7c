import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, normalize, join } from 'node:path';

const TYPE_IMPORT = /\b(?:import|export)\s+type\b[^;]*;/g;
const IMPORT = /\b(?:from|import)\s*['"](\.{1,2}\/[^'"]+\.ts)['"]/g;

/** Source files that are there as soon as `paths` are: not what a late `import()` brings. */
export function staticReach(paths, seen = new Set()) {
  for (const path of paths) {
    if (seen.has(path) || !existsSync(path) || !statSync(path).isFile()) continue;
    seen.add(path);
    const source = readFileSync(path, 'utf8').replace(TYPE_IMPORT, '');
    const targets = [...source.matchAll(IMPORT)].map(([, target]) =>
      normalize(join(dirname(path), target)),
    );
    staticReach(targets, seen);
  }
  return seen;
}
