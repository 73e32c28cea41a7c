import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** Receivers on this machine for tests: they remember what they got, and answer as they are told. */

export interface Got {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Answers nothing at all, or cuts the line after the whole request was read. */
  instead?: 'hang' | 'cut';
}

export interface Receiver {
  url: string;
  got: Got[];
  /** What it answers from now on. */
  reply: (got: Got) => Reply;
  /** Cuts every line that is open. */
  hangUp(): void;
  close(): Promise<void>;
}

export async function httpReceiver(): Promise<Receiver> {
  const sockets = new Set<Socket>();
  const receiver: Receiver = {
    url: '',
    got: [],
    reply: () => ({}),
    hangUp() {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        receiver.hangUp();
        server.close(() => resolve());
      }),
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const got: Got = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
      };
      receiver.got.push(got);
      const { status = 200, headers = {}, body = '', instead } = receiver.reply(got);
      if (instead === 'cut') request.socket.destroy();
      if (!instead) response.writeHead(status, headers).end(body);
    });
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return receiver;
}

export interface Mailbox {
  /** For SMTP_URL. */
  url: string;
  /** Envelopes and messages, as they came over the line. */
  got: { to: string[]; raw: string; mail: Email }[];
  /** Refuses with this, from now on. */
  refusal: { code: number; at: 'recipient' | 'data' } | undefined;
  close(): Promise<void>;
}

export async function smtpReceiver(): Promise<Mailbox> {
  const refuse = (at: 'recipient' | 'data') =>
    mailbox.refusal?.at === at
      ? Object.assign(new Error('5.1.1 <reparaties@delinde.example> is not here'), {
          responseCode: mailbox.refusal.code,
        })
      : null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse('recipient')),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refused = refuse('data');
        if (refused) return done(refused);
        const raw = Buffer.concat(parts);
        void new PostalMime().parse(raw).then((mail) => {
          mailbox.got.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: raw.toString('latin1'),
            mail,
          });
          done();
        });
      });
    },
  });
  // A client that hangs up halfway is what some tests are about.
  server.on('error', () => undefined);
  const mailbox: Mailbox = {
    url: '',
    got: [],
    refusal: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mailbox.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return mailbox;
}
