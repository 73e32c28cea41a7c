import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { projectRoot } from '../root.ts';
import type { Html } from './page.ts';

const FOLDER = join(projectRoot(), 'node_modules/@material-symbols/svg-400/outlined');
const read = new Map<string, string>();

/** The path of a Material Symbol; empty when the set is not installed: its word says it all. */
function pathOf(name: string): string {
  let path = read.get(name);
  if (path === undefined) {
    path = '';
    if (/^[a-z0-9_]+$/.test(name))
      try {
        path = / d="([^"]+)"/.exec(readFileSync(join(FOLDER, `${name}.svg`), 'utf8'))?.[1] ?? '';
      } catch {
        // Not installed.
      }
    read.set(name, path);
  }
  return path;
}

/** In the current colour, always beside its word, so hidden from screen readers. */
export const pictogram = (name: string): Html => {
  const path = pathOf(name);
  return path
    ? html`<svg class="pictogram" viewBox="0 -960 960 960" aria-hidden="true" focusable="false">
        ${raw(`<path d="${path}"/>`)}
      </svg>`
    : html``;
};
