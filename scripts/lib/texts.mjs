import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldersIn, walk } from './files.mjs';
import { REVIEWED } from './reviewed.mjs';

/** On which a life may hang: see src/contract/reviewed.ts. */
export const SAFETY = ['danger', 'safety'];
/** The way to a person is on every screen of every element. */
const ALWAYS = 'frame';

/** Names of the language files of one language, without `.json`. */
export const textFilesOf = (root, language) =>
  walk(join(root, 'locales', language), (path) => path.endsWith('.json'))
    .map((path) => path.slice(dirname(path).length + 1, -'.json'.length))
    .filter((name) => name !== REVIEWED);

/**
 * The language files that an element names itself: `files` of its first screen, which come at once
 * with the frame's, and `laterFiles`.
 */
export function neededBy(root, name) {
  const path = join(root, 'components', name, `${name}.ts`);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const named = (field) =>
    [
      ...(new RegExp(`\\b${field} = \\[([^\\]]*)\\]`).exec(source)?.[1] ?? '').matchAll(
        /'([a-z-]+)'/g,
      ),
    ].map(([, file]) => file);
  return { texts: [ALWAYS, ...named('files')], later: named('laterFiles') };
}

/** Folders under `components/` that hold an element. */
export const componentsIn = (root) =>
  foldersIn(join(root, 'components')).filter((name) =>
    existsSync(join(root, 'components', name, 'define.ts')),
  );

/** Who is in danger has all of it at once: never cut into what a first screen says and the rest. */
const WHOLE = ['danger'];

/**
 * The files that come in two parts: what the first screen of any element says, and the rest, which is
 * fetched after it stands there.
 */
export const inTwoParts = (root) => [
  ...new Set(
    [ALWAYS, ...componentsIn(root).flatMap((name) => neededBy(root, name).texts)].filter(
      (file) => !WHOLE.includes(file),
    ),
  ),
];

/** The name of the rest of a file, for whoever loads it. */
export const restOf = (file) => `${file}+`;
