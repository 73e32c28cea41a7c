import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { PROBLEM_TYPE, problemOf } from './http/problem.ts';
import { Refusal } from './refusal.ts';

type Fetch = Parameters<typeof getRequestListener>[0];

export interface Listening {
  port: number;
  /** From now on this answers; until then everything is "not ready". */
  answerWith(fetch: Fetch): void;
  /** Stops listening, and waits for what is being answered; at most this long, in milliseconds. */
  close(patience?: number): Promise<void>;
}

/** How long a request that is being answered may take to end when the desk stops. */
const PATIENCE = 10_000;

/**
 * Listens first, so that a port that is taken is known before the database is touched.
 * @throws {Refusal}
 */
export async function listen(port: number, host: string): Promise<Listening> {
  let fetch: Fetch = () =>
    new Response(JSON.stringify(problemOf('not-ready')), {
      status: 503,
      headers: { 'Content-Type': PROBLEM_TYPE, 'Retry-After': '2' },
    });
  const answer = getRequestListener((request, env) => fetch(request, env), {
    overrideGlobalObjects: false,
  });
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  // A phone on a poor line may take long over one photo; node's own limit is 5 minutes.
  server.requestTimeout = 15 * 60 * 1000;
  await bind(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: (next) => (fetch = next),
    close: (patience = PATIENCE) => closeServer(server, patience),
  };
}

/** Node's own 511 resets connections when a thousand ask at once (seen with `npm run bench:desk`). */
const BACKLOG = 4096;

const bind = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Refusal(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken by another program: stop it, or choose another with PORT (the desk takes PORT + 1).`
            : `The desk cannot listen on ${host}:${port} (${error.code}): choose another with PORT.`,
        ),
      ),
    );
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });

const closeServer = (server: Server, patience: number): Promise<void> =>
  new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patience);
    // A connection that was answering becomes idle later, and would be kept for a next request.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(impatient);
      clearInterval(idle);
      resolve();
    });
  });
