import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { walk } from './files.mjs';

/** Which keys a person reviewed: about the texts, and no texts itself. */
const REVIEWED = 'reviewed';
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
  const source = readFileSync(join(root, 'components', name, `${name}.ts`), 'utf8');
  const named = (field) =>
    [
      ...(new RegExp(`\\b${field} = \\[([^\\]]*)\\]`).exec(source)?.[1] ?? '').matchAll(
        /'([a-z-]+)'/g,
      ),
    ].map(([, file]) => file);
  return { texts: [ALWAYS, ...named('files')], later: named('laterFiles') };
}
