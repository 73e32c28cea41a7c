import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A path as imports and people write it.
 * @param {string} path
 */
export const posix = (path) => path.split(sep).join('/');

/**
 * `path` as seen from the root, with forward slashes.
 * @param {string} path
 * @returns {string}
 */
export const fromRoot = (path, root = ROOT) => posix(relative(root, path));

/**
 * Every file under `folder`, sorted; none when the folder is not there.
 * @param {string} folder
 * @param {(path: string) => boolean} wanted
 * @returns {string[]}
 */
export function walk(folder, wanted = () => true) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(path, wanted);
      return wanted(path) ? [path] : [];
    });
}

/** Names of the folders directly under `folder`. */
export const foldersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

/** Leaves an unchanged file alone, so that watchers and stamps stay quiet. */
export function writeIfChanged(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return true;
}

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
