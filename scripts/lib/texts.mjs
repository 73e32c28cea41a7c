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

/** The language files that a source names itself, as `field = ['danger', …]`. */
function namedIn(path, field) {
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const list = new RegExp(`\\b${field} = \\[([^\\]]*)\\]`).exec(source)?.[1] ?? '';
  return [...list.matchAll(/'([a-z-]+)'/g)].map(([, file]) => file);
}

/** A journey that is one of the ways to a person says so in this file of its folder. */
const AS_WAY = 'as-way.ts';

/** Folders under `components/` that hold a way to a person. */
export const waysIn = (root) =>
  foldersIn(join(root, 'components')).filter((name) =>
    existsSync(join(root, 'components', name, AS_WAY)),
  );

/** What the ways say on whatever element: it comes with the texts of the screens after the first. */
export const wayTextsIn = (root) => [
  ...new Set(
    waysIn(root).flatMap((name) => namedIn(join(root, 'components', name, AS_WAY), 'texts')),
  ),
];

/**
 * The language files of an element: `files` of its first screen, which come at once with the frame's,
 * and `laterFiles`, with those of the ways to a person.
 */
export function neededBy(root, name) {
  const path = join(root, 'components', name, `${name}.ts`);
  const later = [...namedIn(path, 'laterFiles'), ...wayTextsIn(root)];
  return { texts: [ALWAYS, ...namedIn(path, 'files')], later: [...new Set(later)] };
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
