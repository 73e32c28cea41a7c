import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Served {
  origin: string;
  close: () => void;
}

/**
 * Serves a folder of plain files on a free port of 127.0.0.1.
 * @param scripts page → scripts that run in it before all others
 */
export async function serve(
  folder: string,
  scripts: Readonly<Record<string, readonly string[]>> = {},
): Promise<Served> {
  const headOf = (page: string) =>
    scripts[page]?.map((_, index) => `<script src="/-/${page}/${index}.js"></script>`).join('');

  const server = createServer((request, response) => {
    const asked = normalize(new URL(request.url ?? '/', 'http://stories').pathname);
    const [, page, index] = /^\/-\/(.+)\/(\d+)\.js$/.exec(asked) ?? [];
    if (page && index) {
      response.writeHead(200, { 'content-type': TYPES['.js'] });
      return response.end(scripts[page]?.[Number(index)]);
    }
    const path = join(folder, asked);
    try {
      const file = statSync(path).isDirectory() ? join(path, 'index.html') : path;
      const head = headOf(asked.slice(1));
      const body = head
        ? readFileSync(file, 'utf8').replace('<head>', `<head>${head}`)
        : readFileSync(file);
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
