import { createServer, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP proxy that writes down every byte that leaves the phone, and can let requests hang. */
export interface Wiretap {
  /** For a browser context: `proxy: { server, bypass: '<-loopback>' }`. */
  server: string;
  /** All request bodies so far, one after the other. */
  sent(): Buffer;
  /** From now on these requests get no answer; `held` counts them. */
  hold(which: ((request: IncomingMessage) => boolean) | undefined): void;
  held(): number;
  close(): Promise<void>;
}

export async function wiretap(): Promise<Wiretap> {
  const bodies: Buffer[] = [];
  let holding: ((request: IncomingMessage) => boolean) | undefined;
  let held = 0;
  const proxy = createServer((incoming, outgoing) => {
    if (holding?.(incoming)) {
      held += 1;
      incoming.resume();
      return;
    }
    const { method, headers, url } = incoming;
    const onward = request(url!, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.on('data', (bytes: Buffer) => bodies.push(bytes));
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    sent: () => Buffer.concat(bodies),
    hold: (which) => (holding = which),
    held: () => held,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
