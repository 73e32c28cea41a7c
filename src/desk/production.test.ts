import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from './root.ts';

/** `npm ci --omit=dev` must do: whatever the desk uses when it runs is among the dependencies. */

const root = projectRoot();
const desk = join(root, 'src/desk');
const { dependencies, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
};

/** The programs that run there, taken from the commands that start them; and what is read as it stands. */
const programs = Object.values(scripts)
  .flatMap((line) => /^node scripts\/desk\.mjs (\S+)$/.exec(line)?.[1] ?? [])
  .map((name) => join(desk, `${name}.ts`));
const beside = [
  join(desk, 'photos/heic-worker.mjs'),
  join(root, 'scripts/desk.mjs'),
  ...readdirSync(join(desk, 'db/migrations')).map((name) => join(desk, 'db/migrations', name)),
];

const TYPES = /\b(?:import|export)\s+type\b[^;]*;/g;
const IMPORT =
  /(?:\bfrom |\bimport |\bimport\(|\brequire\(|createRequire\(import\.meta\.url\)\()'([@a-z.][\w@/.:-]*)'/g;

function reach(paths: readonly string[], seen = new Map<string, string>()) {
  for (const path of paths) {
    if (seen.has(path)) continue;
    const source = readFileSync(path, 'utf8').replace(TYPES, '');
    seen.set(path, source);
    const inner = [...source.matchAll(IMPORT)].map((found) => found[1] ?? '');
    reach(
      inner
        .filter((each) => each.startsWith('.'))
        .map((each) => join(dirname(path), each))
        .filter((each) => existsSync(each)),
      seen,
    );
  }
  return seen;
}

test('the desk and its commands use no package that is there for building alone', () => {
  assert.ok(programs.length >= 5, programs.join());
  const sources = reach([...programs, ...beside]);
  const packages = new Map<string, string>();
  // What is built first, where everything is, is built by scripts.
  for (const [path, source] of [...sources].filter(([path]) => path.startsWith(join(root, 'src'))))
    for (const [, name = ''] of source.matchAll(IMPORT))
      if (!name.startsWith('.') && !name.startsWith('node:'))
        packages.set(
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
          path,
        );
  assert.ok(packages.has('hono') && packages.has('libheif-js') && packages.has('pg-boss'));
  for (const [name, path] of packages) assert.ok(dependencies[name], `${name}, used by ${path}`);
  for (const [path, source] of sources)
    for (const [, folder = ''] of source.matchAll(/node_modules\/(@?[\w-]+)/g))
      if (path.startsWith(desk))
        assert.ok(
          Object.keys(dependencies).some((name) => name.startsWith(folder)),
          `${folder}, read by ${path}`,
        );
});
