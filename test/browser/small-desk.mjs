import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

/**
 * A desk for component tests, on a port of its own: real HTTP, a real tus server, and it says and
 * does what the test tells it to. The real desk is in the end-to-end tests.
 */

const RECEIPT = { reference: 'K7M4-P2XR-9', receivedAt: '2026-11-24T09:41:00Z' };
const offer = {
  promise: { kind: 'between', from: '2026-11-24T13:00:00Z', until: '2026-11-24T15:00:00Z' },
  callFrom: [{ shown: '0592 12 34 56', tel: '+31592123456' }],
};
const receipts = {
  'repair-requests': { ...RECEIPT, promise: { kind: 'none' }, photosLost: [] },
  messages: RECEIPT,
  alarms: { raisedAt: '2026-11-24T02:14:00Z' },
  callbacks: {
    ...RECEIPT,
    ...offer,
    word: { id: 'blue-bicycle', inDutch: 'blauwe fiets', inLanguage: 'blauwe fiets' },
    link: { id: '0190a0b0-0000-7000-8000-000000000001', secret: '0a'.repeat(32) },
  },
};

const bodyOf = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

const cors = (origin = '*') => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Expose-Headers': 'Retry-After',
});

/** One grey pixel, as a JPEG. */
const PREVIEW = Buffer.from(
  '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5mo' +
    'q6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk' +
    'pKT/wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA' +
    'FAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAB/9k=',
  'base64',
);

class SmallDesk {
  origin = '';
  #folder = '';
  #http = createServer((request, response) => void this.#handle(request, response));
  #tus;
  #state;

  async start() {
    this.#folder = await mkdtemp(join(tmpdir(), 'small-desk-'));
    this.#tus = new Server({
      path: '/api/v1/delinde/uploads',
      datastore: new FileStore({ directory: this.#folder }),
      relativeLocation: true,
      onUploadCreate: async (_, upload) => {
        this.#state.uploads.push({ id: upload.id, size: upload.size, metadata: upload.metadata });
        return {};
      },
    });
    this.reset();
    await new Promise((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${this.#http.address().port}`;
  }

  async stop() {
    this.#http.closeAllConnections();
    this.#http.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** `answers`: what it says to the next sends, one after another; then it takes everything in. */
  reset() {
    this.#state = {
      down: false,
      answers: [],
      received: [],
      uploads: [],
      requests: [],
      cut: 0,
      refuse: 0,
      refusal: undefined,
      opens: 'readable',
    };
  }

  /** @param payload `{ do: 'tell', … }` sets what it says or does, `{ do: 'ask' }` what it heard */
  async command(payload) {
    switch (payload.do) {
      case 'reset':
        this.reset();
        return this.origin;
      case 'tell':
        Object.assign(this.#state, payload.state);
        if (payload.state.down) this.#http.closeAllConnections();
        return true;
      case 'ask': {
        const { received, requests } = this.#state;
        return {
          received,
          requests,
          uploads: await Promise.all(this.#state.uploads.map((each) => this.#fileOf(each))),
        };
      }
      default:
        throw new Error(`The small desk does not know "${payload.do}"`);
    }
  }

  async #fileOf(upload) {
    const bytes = await readFile(join(this.#folder, upload.id)).catch(() => undefined);
    return {
      ...upload,
      there: bytes?.length ?? null,
      hash: bytes ? createHash('sha256').update(bytes).digest('hex') : null,
    };
  }

  async #handle(request, response) {
    if (this.#state.down) return request.socket.destroy();
    const [what, more] = request.url.split('/').slice(4);
    this.#state.requests.push(`${request.method} ${what}`);
    if (what === 'uploads') return this.#upload(request, response);
    response.setHeaders(new Map(Object.entries(cors(request.headers.origin))));
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (what === 'callbacks' && request.method === 'GET') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      return response.end(JSON.stringify(this.#state.offer ?? offer));
    }
    const text = await bodyOf(request);
    if (more === 'state') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      return response.end(JSON.stringify(this.#state.alarm ?? receipts.alarms));
    }
    this.#state.received.push({
      what: what === 'callbacks' && more ? `${what}/${more}` : what,
      key: request.headers['idempotency-key'],
      body: JSON.parse(text),
      text,
    });
    const { status = 201, headers = {}, body, drop } = this.#state.answers.shift() ?? {};
    if (drop) return request.socket.destroy();
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? receipts[what]));
  }

  async #upload(request, response) {
    const { refuse, refusal, cut } = this.#state;
    if (request.method === 'GET') return this.#told(request, response);
    if (refuse && request.method === 'POST') {
      response.setHeaders(new Map(Object.entries(cors(request.headers.origin))));
      return response.writeHead(refuse).end(refusal && JSON.stringify({ code: refusal }));
    }
    if (cut && request.method === 'PATCH') {
      this.#state.cut = cut - 1;
      if (cut === 1) {
        this.#state.down = true;
        return request.socket.destroy();
      }
    }
    await this.#tus.handle(request, response);
  }

  /** Whether it can open an upload, and what is to be seen of it. */
  #told(request, response) {
    response.setHeaders(new Map(Object.entries(cors(request.headers.origin))));
    const { opens } = this.#state;
    if (request.url.endsWith('/preview')) {
      response.writeHead(opens === 'readable' ? 200 : 404, { 'Content-Type': 'image/jpeg' });
      return response.end(PREVIEW);
    }
    response.writeHead(200, { 'Content-Type': 'application/json' });
    return response.end(JSON.stringify({ state: opens }));
  }
}

/** For Web Test Runner: the command `small-desk`. */
export function smallDesk() {
  const desk = new SmallDesk();
  return {
    name: 'small-desk',
    serverStart: () => desk.start(),
    serverStop: () => desk.stop(),
    executeCommand: ({ command, payload }) =>
      command === 'small-desk' ? desk.command(payload) : undefined,
  };
}
