import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Answers } from './answers.ts';

export interface Served {
  /** Of the pages: "http://127.0.0.1:…". */
  site: string;
  /** Of the kit: another origin, as in life. */
  desk: string;
  add(answers: Answers): void;
  close(): void;
}

const NOTHING: Answer = { status: 404, headers: { 'content-length': '0' }, body: Buffer.alloc(0) };
const SENT: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<!doctype html><title>Sent</title><p id="sent">Sent</p>'),
};

/** One handler answers on two ports of 127.0.0.1, so that every page is served alike. */
export async function serve(): Promise<Served> {
  const answers = new Map<string, Answer>();
  const servers = [0, 1].map(() =>
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://bench');
      const { status, headers, body } =
        pathname === '/sent' ? SENT : (answers.get(pathname) ?? NOTHING);
      request.resume();
      response.writeHead(status, headers).end(body);
    }),
  );
  const [site, desk] = await Promise.all(
    servers.map(
      (server) =>
        new Promise<string>((resolve) =>
          server.listen(0, '127.0.0.1', () =>
            resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
          ),
        ),
    ),
  );
  return {
    site: site!,
    desk: desk!,
    add: (more) => more.forEach((answer, path) => answers.set(path, answer)),
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
