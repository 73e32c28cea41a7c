import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { IDEMPOTENCY_KEY, pathOf, type Endpoint } from '../../src/contract/endpoints.ts';
import type { TestDesk } from '../../src/desk/testing.ts';
import { ASSOCIATION } from './calendar.ts';

/** A connection for each who asks; `fetch` gives up on one that is not accepted within ten seconds. */
const agent = new Agent({ keepAlive: true });

interface Answered<T> {
  status: number;
  answer: T;
}

/** @returns the status, and what was answered */
export function post<T>(
  desk: TestDesk,
  endpoint: Endpoint,
  body: object,
  key: string = randomUUID(),
): Promise<Answered<T>> {
  return new Promise((resolve, reject) => {
    const sent = request(
      desk.origin + pathOf(endpoint, { association: ASSOCIATION }),
      {
        method: 'POST',
        agent,
        headers: { 'Content-Type': 'application/json', [IDEMPOTENCY_KEY]: key },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, answer: JSON.parse(text) as T }),
        );
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The desk closed an idle connection just as it was used again: a browser asks once more, too.
      if (sent.reusedSocket && error.code === 'ECONNRESET')
        resolve(post<T>(desk, endpoint, body, key));
      else reject(error);
    });
    sent.end(JSON.stringify(body));
  });
}
