import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The whole page: `<!--#include name -->` from `parts/`, and the desk's address. */
export function renderPage(
  file: string,
  { parts, path, desk }: { parts: string; path: string; desk: string },
): string {
  return included(readFileSync(file, 'utf8'), parts)
    .replaceAll('{{desk}}', desk)
    .replace(`<li><a href="${path}"`, '$& aria-current="page"');
}

/** A part may hold parts. */
const included = (html: string, parts: string): string =>
  html.replace(/<!--#include ([a-z0-9-]+) -->/g, (_, name: string) =>
    included(readFileSync(join(parts, `${name}.html`), 'utf8').trimEnd(), parts),
  );
