import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The whole page: `<!--#include name -->` from `parts/`, and the desk's address. */
export function renderPage(
  file: string,
  { parts, path, desk }: { parts: string; path: string; desk: string },
): string {
  return readFileSync(file, 'utf8')
    .replace(/<!--#include ([a-z-]+) -->/g, (_, name: string) =>
      readFileSync(join(parts, `${name}.html`), 'utf8').trimEnd(),
    )
    .replaceAll('{{desk}}', desk)
    .replace(`<li><a href="${path}"`, '$& aria-current="page"');
}
