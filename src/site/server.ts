import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { renderPage } from './pages.ts';

/**
 * The demo association's web server: static pages on an origin of their own, under the strictest
 * policy that a careful web team would set. The kit has to live with it.
 */

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** `blob:` is for the preview of a photo that she just took; nothing else asks for it. */
export const policyFor = (desk: string): string =>
  [
    `default-src 'none'`,
    `script-src ${desk}`,
    `connect-src ${desk}`,
    `style-src 'self'`,
    `font-src 'self'`,
    `img-src 'self' blob:`,
    `media-src blob:`,
    `form-action 'self' ${desk}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html 'allow-duplicates'`,
  ].join('; ');

export interface Site {
  /** "http://127.0.0.1:4300" */
  origin: string;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** 0 for any free port. */
  port: number;
  /** Where the kit comes from and sends to: "http://127.0.0.1:4301". */
  deskOrigin: string;
  /** Holds `public/` and `parts/`: the built `dist/site`. */
  directory: string;
}

/**
 * Serves the demo site on 127.0.0.1.
 * @throws with the code of node:net (`EADDRINUSE`) when the port is taken, or `ENOENT` when the
 *   directory holds no site.
 */
export async function startSite({ port, deskOrigin, directory }: SiteOptions): Promise<Site> {
  const parts = join(directory, 'parts');
  const files = filesOf(join(directory, 'public'));
  const headers = {
    'content-security-policy': policyFor(deskOrigin),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cache-control': 'no-cache',
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
      return;
    }
    const asked = new URL(request.url ?? '/', 'http://site').pathname;
    const path = asked.endsWith('/') ? `${asked}index.html` : asked;
    const found = files.get(path);
    const file = found ?? files.get('/404.html');
    if (!file) {
      response.writeHead(404, headers).end();
      return;
    }
    const body = file.endsWith('.html')
      ? renderPage(file, { parts, path, desk: deskOrigin })
      : readFileSync(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { ...headers, 'content-type': type });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch {
      // A page that was rebuilt under our hands: the next request finds it again.
      response.writeHead(503, headers).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** URL path → file. Only what is listed here is ever served, so no path leads out of the folder. */
function filesOf(directory: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(directory.length).split(sep).join('/'), file];
      }),
  );
}
