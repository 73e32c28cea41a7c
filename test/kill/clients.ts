import { randomUUID } from 'node:crypto';
import { Agent, request as call } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { IDEMPOTENCY_KEY, pathOf } from '../../src/contract/endpoints.ts';
import type { Receipt } from '../../src/contract/repair-request.ts';
import { request } from '../../src/desk/test-data.ts';

/** A report of one client: what it is known by at both ends. */
export interface Sent {
  key: string;
  name: string;
  /** What the desk said, each time that it said something; nobody knows of the others. */
  references: Set<string>;
}

/** Tenants who send until the desk has it, as the page does: again and again under the same key. */
export class Clients {
  readonly sent: Sent[] = [];
  /** On their way now. */
  busy = 0;
  /** Sends that broke off without an answer. */
  broken = 0;
  #acknowledged = 0;
  #heard = (): void => undefined;

  get acknowledged(): readonly Sent[] {
    return this.sent.filter(({ references }) => references.size > 0);
  }

  /** Resolves when the desk has acknowledged so many, of all together. */
  async reached(count: number): Promise<void> {
    while (this.#acknowledged < count)
      await new Promise<void>((resolve) => (this.#heard = resolve));
  }

  /** All of them send `each` reports, one after the other. @param port of the desk on 127.0.0.1 */
  async send(port: number, clients: number, each: number): Promise<void> {
    const everybody = Array.from({ length: clients }, async (_, client) => {
      // An address of her own, or the desk takes them all for one machine.
      const agent = new Agent({ keepAlive: true, localAddress: `127.0.0.${client + 2}` });
      for (let count = 0; count < each; count += 1)
        await this.#sendOne(port, agent, `Klant ${client}.${count}`);
      agent.destroy();
    });
    await Promise.all(everybody);
  }

  async #sendOne(port: number, agent: Agent, name: string): Promise<void> {
    const report: Sent = { key: randomUUID(), name, references: new Set() };
    const body = JSON.stringify(request({ name }));
    this.sent.push(report);
    while (report.references.size === 0) {
      this.busy += 1;
      try {
        report.references.add((await post(port, agent, report.key, body)).reference);
        this.#acknowledged += 1;
        this.#heard();
      } catch {
        this.broken += 1;
        await wait(100);
      } finally {
        this.busy -= 1;
      }
    }
    // One in five was not sure that she had seen the answer.
    if (this.sent.indexOf(report) % 5 === 0) await this.#asksAgain(port, agent, report, body);
  }

  async #asksAgain(port: number, agent: Agent, report: Sent, body: string): Promise<void> {
    try {
      report.references.add((await post(port, agent, report.key, body)).reference);
    } catch {
      // She has her answer.
    }
  }
}

/** @throws when there is no answer, or another one than that the desk has it */
function post(port: number, agent: Agent, key: string, body: string): Promise<Receipt> {
  return new Promise((resolve, reject) => {
    const sending = call(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: pathOf('repairRequests', { association: 'delinde' }),
        headers: { 'Content-Type': 'application/json', [IDEMPOTENCY_KEY]: key },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode === 201 || answer.statusCode === 200)
            resolve(JSON.parse(text) as Receipt);
          else reject(new Error(`${answer.statusCode}: ${text}`));
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}
