import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, fromRoot, walk, writeIfChanged } from './files.mjs';

/**
 * One hash over the names and contents of files and folders; a missing one counts as such.
 * @param {readonly string[]} paths from the root
 * @param {(path: string) => boolean} wanted
 */
export function hashOf(paths, wanted = () => true, root = ROOT) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const files = statSync(full).isDirectory() ? walk(full, wanted) : [full];
    for (const file of files) hash.update(`\0${fromRoot(file, root)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** True when `file` says that this was done for just this `hash`. */
export const isStamped = (file, hash) =>
  existsSync(file) && readFileSync(file, 'utf8').trim() === hash;

export const stamp = (file, hash) => writeIfChanged(file, `${hash}\n`);
