import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staticReach } from './static-reach.mjs';

/**
 * Which texts a first screen can say: every key that stands in a source which arrives with it. A key
 * that is put together ("danger:danger.${id}") stands for all that it may become.
 */

/** A quoted text without spaces and with a colon in it: nothing else looks like a key. */
const KEY = /(['"`])([a-z$][^\s'"`]*:[^\s'"`]+)\1/g;
const HOLE = /\$\{[^{}]*\}/g;

const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

/** @returns {RegExp} */
const patternOf = (written) =>
  new RegExp(
    `^${written.split(HOLE).map(escaped).join('[\\w.-]+')}(_(zero|one|two|few|many|other))?$`,
  );

/**
 * @param {string} root
 * @param {string} name of the component
 * @returns {(key: string) => boolean} whether its first screen may say "file:key"
 */
export function saidFirst(root, name) {
  const sources = ['src/runtime/entry.ts', `components/${name}/define.ts`]
    .map((path) => join(root, path))
    .filter((path) => existsSync(path));
  const patterns = [...staticReach(sources)].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(KEY)].map(([, , written]) => patternOf(written)),
  );
  return (key) => patterns.some((pattern) => pattern.test(key));
}
