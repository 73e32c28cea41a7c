import { createServer, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP proxy that writes down every byte that leaves the phone, lets requests hang, or cuts the line. */
export interface Wiretap {
  /** For a browser context: `proxy: { server, bypass: '<-loopback>' }`. */
  server: string;
  /** All request bodies so far, one after the other. */
  sent(): Buffer;
  /** From now on these requests get no answer; `held` counts them. */
  hold(which: ((request: IncomingMessage) => boolean) | undefined): void;
  held(): number;
  /** So many milliseconds the answer to each request is on its way back; 0 unless told. */
  slow(which: (request: IncomingMessage) => number): void;
  /** Hears of each request before it goes on. */
  listen(hear: (request: IncomingMessage) => void): void;
  /** The line is dead: what is on its way is lost, and nothing comes through until it is mended. */
  cut(dead: boolean): void;
  close(): Promise<void>;
}

export async function wiretap(): Promise<Wiretap> {
  const bodies: Buffer[] = [];
  let holding: ((request: IncomingMessage) => boolean) | undefined;
  let hearing: ((request: IncomingMessage) => void) | undefined;
  let slowness = (_: IncomingMessage): number => 0;
  let held = 0;
  let dead = false;
  const proxy = createServer((incoming, outgoing) => {
    if (dead) return incoming.socket.destroy();
    hearing?.(incoming);
    if (holding?.(incoming)) {
      held += 1;
      incoming.resume();
      return;
    }
    const { method, headers, url } = incoming;
    const onward = request(url!, { method, headers }, (answer) => {
      setTimeout(() => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }, slowness(incoming));
    });
    onward.on('error', () => outgoing.destroy());
    incoming.on('error', () => onward.destroy());
    incoming.on('data', (bytes: Buffer) => bodies.push(bytes));
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    sent: () => Buffer.concat(bodies),
    hold: (which) => (holding = which),
    held: () => held,
    slow: (how) => (slowness = how),
    listen: (hear) => (hearing = hear),
    cut: (is) => {
      dead = is;
      if (is) proxy.closeAllConnections();
    },
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
