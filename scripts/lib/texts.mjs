import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { walk } from './files.mjs';

/** Which keys a person reviewed: about the texts, and no texts itself. */
const REVIEWED = 'reviewed';
/** Every screen of every component: the frame, and the dangers that may break into any of them. */
const ALWAYS = ['frame', 'danger'];
/** Big, and asked for by the second screen at the earliest: must not delay the first. */
const isLater = (name) => name === 'triage' || name.startsWith('triage-');

const IMPORT = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+\.ts)['"]/g;
const TYPE_IMPORT = /\bimport\s+type\b[^;]*;/g;

/** Names of the language files of one language, without `.json`. */
export const textFilesOf = (root, language) =>
  walk(join(root, 'locales', language), (path) => path.endsWith('.json'))
    .map((path) => path.slice(dirname(path).length + 1, -'.json'.length))
    .filter((name) => name !== REVIEWED);

/** A source file and everything it imports for its value, generated files left out. */
function reached(path, seen = new Set()) {
  if (seen.has(path) || !existsSync(path) || !statSync(path).isFile()) return seen;
  seen.add(path);
  const source = readFileSync(path, 'utf8').replace(TYPE_IMPORT, '');
  for (const [, target] of source.matchAll(IMPORT)) {
    const next = normalize(join(dirname(path), target));
    if (!next.includes(join('src', 'generated'))) reached(next, seen);
  }
  return seen;
}

/**
 * The language files of a component, told by the keys (`'danger:safety.…'`) in its own sources and
 * in what these import. `texts` come first and at once, `later` after the first screen.
 */
export function neededBy(root, name) {
  const known = textFilesOf(root, 'nl');
  const sources = [...reached(join(root, 'components', name, 'define.ts'))].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const used = known.filter(
    (file) =>
      ALWAYS.includes(file) ||
      file === name ||
      sources.some((source) => new RegExp(`['"\`]${file}:`).test(source)),
  );
  return { texts: used.filter((file) => !isLater(file)), later: used.filter(isLater) };
}
