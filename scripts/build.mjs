/** `npm run build`: everything under `dist/`, from the sources. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from './lib/files.mjs';
import { run } from './lib/run.mjs';
import { Refusal, main, say, seconds } from './lib/say.mjs';
import { hashOf, isStamped, stamp } from './lib/stamp.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.stamp');
const INPUTS = [
  'components',
  'locales',
  'src',
  'scripts/build',
  'scripts/lib',
  'scripts/build.mjs',
  'scripts/generate.mjs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const isInput = (path) => !path.endsWith('.test.ts') && !path.includes('/src/generated/');

/** What `npm start` runs. */
export const DESK_ENTRY = pathToFileURL(join(DIST, 'desk/src/desk/dev.js')).href;

/** Each is built beside its place and moved there whole: nobody ever reads half a build. */
const PARTS = ['cdn', 'console', 'site', 'desk'];

/** @throws {Refusal} with what the tools said */
export async function build() {
  const hash = hashOf(INPUTS, isInput);
  const started = performance.now();
  const { generate } = await import('./generate.mjs');
  await generate();
  const fresh = join(DIST, `.new-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    for (const part of PARTS) {
      const { default: make } = await import(`./build/${part}.mjs`);
      await make(join(fresh, part));
    }
    for (const part of PARTS) {
      if (!existsSync(join(fresh, part))) continue;
      rmSync(join(DIST, part), { recursive: true, force: true });
      renameSync(join(fresh, part), join(DIST, part));
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  stamp(STAMP, hash);
  say(`Built in ${seconds(started)}.`);
}

/** In a process of its own, so that what the tools held in memory is given back. */
export async function buildIfStale() {
  if (isStamped(STAMP, hashOf(INPUTS, isInput))) return;
  say('Building. This may take half a minute.');
  const { code, output } = await run(process.execPath, [fileURLToPath(import.meta.url)]);
  if (code !== 0) throw new Refusal(`The build failed:\n${output.trim()}`);
  say(output.trim());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(build);
